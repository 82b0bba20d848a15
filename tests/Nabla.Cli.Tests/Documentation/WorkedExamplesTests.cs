using System.Text.Json;

namespace Nabla.Cli.Tests;

/// <summary>The worked examples of docs/concepts.md have the numbers of those who published them, and of plain code.</summary>
public sealed class WorkedExamplesTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "concepts.md"));

    private static readonly double[] Inputs = [0.05, 0.10], Targets = [0.01, 0.99];
    private static readonly double[][] Hidden = [[0.15, 0.20], [0.25, 0.30]], Output = [[0.40, 0.45], [0.50, 0.55]];

    [Fact]
    public void Mazurs_network_has_the_total_error_of_his_article()
    {
        var result = Json("explain samples/two-by-two.json --inputs 0.05,0.10 --targets 0.01,0.99");

        Assert.Equal(0.298371109, result.GetProperty("cost").GetDouble(), 1e-8);
        Assert.Equal(0.298371109 / 2, result.GetProperty("meanCost").GetDouble(), 1e-8);
        Assert.Equal("half-quadratic", result.GetProperty("costFunction").GetString());
        Assert.False(result.TryGetProperty("label", out _));
        Assert.False(result.TryGetProperty("prediction", out _));
        var layers = result.GetProperty("layers").EnumerateArray().ToList();
        AssertNear([0.593269992, 0.596884378], layers[0], "a");
        AssertNear([0.75136507, 0.772928465], layers[1], "a");
        AssertNear([0.138498562, -0.038098236], layers[1], "delta");
        AssertNear([0.036350306, 0.041370323], layers[0], "dCdA");
    }

    [Theory]
    [InlineData(2, 0, 0, 0.40, 0.35891648)]
    [InlineData(2, 0, 1, 0.45, 0.408666186)]
    [InlineData(2, 1, 0, 0.50, 0.511301270)]
    [InlineData(2, 1, 1, 0.55, 0.561370121)]
    [InlineData(1, 0, 0, 0.15, 0.149780716)]
    [InlineData(1, 0, 1, 0.20, 0.19956143)]
    [InlineData(1, 1, 0, 0.25, 0.24975114)]
    [InlineData(1, 1, 1, 0.30, 0.29950229)]
    public void Every_weight_of_it_moves_to_where_his_does(int layer, int neuron, int input, double before, double after)
    {
        string documented = "explain samples/two-by-two.json --inputs 0.05,0.10 --targets 0.01,0.99 --weight 2,0,0";
        Assert.Contains($"`nabla {documented}`", Text, StringComparison.Ordinal);
        double slope = Run(documented.Replace("2,0,0", $"{layer},{neuron},{input}", StringComparison.Ordinal))
            .GetProperty("chain").GetProperty("product").GetDouble();

        Assert.Equal(after, before - 0.5 * slope, 2e-8);
        const double Nudge = 1e-5;
        Assert.Equal((ErrorWith(Nudge) - ErrorWith(-Nudge)) / (2 * Nudge), slope, 1e-8);

        double ErrorWith(double nudge)
        {
            double[][] hidden = [[.. Hidden[0]], [.. Hidden[1]]], output = [[.. Output[0]], [.. Output[1]]];
            (layer == 1 ? hidden : output)[neuron][input] += nudge;
            double[] a = Layer(output, Layer(hidden, Inputs, 0.35), 0.60);
            return ((Targets[0] - a[0]) * (Targets[0] - a[0]) + (Targets[1] - a[1]) * (Targets[1] - a[1])) / 2;
        }
    }

    [Fact]
    public void People_read_his_total_error_and_outputs()
    {
        var run = CommandRun.Of([.. Arguments("explain samples/two-by-two.json --inputs 0.05,0.10 --targets 0.01,0.99")]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("0.751365, 0.772928", run.Out, StringComparison.Ordinal);
        Assert.Contains("C₀ = 0.298371 in all, 0.149186 on average of the 2 outputs", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Lees_neuron_with_cross_entropy_has_a_minus_y_times_its_inputs()
    {
        var result = Json("explain samples/logistic-neuron.json --inputs 1,-1 --targets 1");
        var chain = Json("explain samples/logistic-neuron.json --inputs 1,-1 --targets 1 --weight 1,0,1").GetProperty("chain");

        // z = x₁w₁ + x₂w₂ + b = 1·1 + (−1)·(−2) + 1, and C = −ln a for y = 1.
        double a = 1 / (1 + Math.Exp(-4.0));
        Assert.Equal("binary-cross-entropy", result.GetProperty("costFunction").GetString());
        Assert.Equal(-Math.Log(a), result.GetProperty("cost").GetDouble(), 1e-12);
        var layer = Assert.Single(result.GetProperty("layers").EnumerateArray());
        AssertNear([4], layer, "z");
        AssertNear([a], layer, "a");
        AssertNear([a - 1], layer, "delta");
        Assert.Equal(-1, chain.GetProperty("dZdW").GetDouble());
        Assert.Equal(1 - a, chain.GetProperty("product").GetDouble(), 1e-12);
        Assert.Equal((CostAt(-2 + 1e-6) - CostAt(-2 - 1e-6)) / 2e-6, chain.GetProperty("product").GetDouble(), 1e-9);

        static double CostAt(double w2) => Math.Log(1 + Math.Exp(-(1 - w2 + 1)));
    }

    [Fact]
    public void Nielsens_neuron_that_begins_badly_wrong_learns_faster_by_cross_entropy()
    {
        double quadratic = SlopeOf("half-quadratic"), entropy = SlopeOf("binary-cross-entropy");

        // His figures: the output is 0.98; σ′(z) slows the quadratic cost alone.
        double a = 1 / (1 + Math.Exp(-4.0));
        Assert.Equal(a * a * (1 - a), quadratic, 1e-12);
        Assert.Equal(a, entropy, 1e-12);

        static double SlopeOf(string cost) => Json($"chain --weights 2 --biases 2 --input 1 --target 0 --cost {cost}")
            .GetProperty("links")[0].GetProperty("dCdW").GetDouble();
    }

    [Fact]
    public void Formulas_in_the_notes_notation_are_checked_and_their_slip_is_named()
    {
        const string Right = "gradcheck --formula \"a^(L-1) σ'(z^(L)) 2(a^(L)-y)\" --of w", Slip = "gradcheck --formula \"2(z^(L)-y)\" --of a";
        Assert.Contains($"`nabla {Right}`", Text, StringComparison.Ordinal);
        Assert.Contains($"`nabla {Slip}`", Text, StringComparison.Ordinal);

        Assert.Contains("It holds", CommandRun.Of("gradcheck", "--formula", Right.Split('"')[1], "--of", "w").Out, StringComparison.Ordinal);
        var slip = CommandRun.Of("gradcheck", "--formula", Slip.Split('"')[1], "--of", "a");
        Assert.Equal(1, slip.ExitCode);
        Assert.Contains("It fails: you wrote z where a belongs.", slip.Out, StringComparison.Ordinal);
    }

    private static double[] Layer(double[][] weights, double[] before, double bias) =>
        [.. weights.Select(w => 1 / (1 + Math.Exp(-(w[0] * before[0] + w[1] * before[1] + bias))))];

    private static void AssertNear(double[] expected, JsonElement layer, string name)
    {
        var actual = layer.GetProperty(name).EnumerateArray().Select(x => x.GetDouble()).ToList();
        Assert.Equal(expected.Length, actual.Count);
        foreach (var (e, a) in expected.Zip(actual)) Assert.Equal(e, a, 2e-8);
    }

    // The command as the document has it.
    private static JsonElement Json(string command)
    {
        Assert.Contains($"`nabla {command}`", Text, StringComparison.Ordinal);
        return Run(command);
    }

    private static JsonElement Run(string command)
    {
        var run = CommandRun.Of([.. Arguments(command), "--json"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return JsonDocument.Parse(run.Out).RootElement;
    }

    private static IEnumerable<string> Arguments(string command) => command.Split(' ')
        .Select(word => word.StartsWith("samples/", StringComparison.Ordinal) ? Path.Combine(AppContext.BaseDirectory, word) : word);
}
