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

    [Fact]
    public void The_forward_pass_of_his_network_has_his_sums_and_outputs()
    {
        var forward = Json("explain samples/two-by-two.json --inputs 0.05,0.10 --targets 0.01,0.99 --equations").GetProperty("forward")
            .EnumerateArray().SelectMany(equation => equation.GetProperty("terms").EnumerateArray())
            .DistinctBy(term => term.GetProperty("symbol").GetString()).ToDictionary(
                term => term.GetProperty("symbol").GetString()!,
                term => term.GetProperty("values").EnumerateArray().SelectMany(row => row.EnumerateArray()).Select(x => x.GetDouble()).ToArray());

        // net_h1 = 0.15·0.05 + 0.20·0.10 + 0.35, and so on.
        AssertAll([0.0275, 0.0425], forward["W1 a0"]);
        AssertAll([0.35, 0.35], forward["b1"]);
        AssertAll([0.3775, 0.3925], forward["z1"]);
        AssertAll([0.593269992, 0.596884378], forward["a1"]);
        AssertAll([1.105905967 - 0.60, 1.224921404 - 0.60], forward["W2 a1"]);
        AssertAll([1.105905967, 1.224921404], forward["z2"]);
        AssertAll([0.75136507, 0.772928465], forward["a2"]);

        static void AssertAll(double[] expected, double[] actual)
        {
            Assert.Equal(expected.Length, actual.Length);
            foreach (var (e, a) in expected.Zip(actual)) Assert.Equal(e, a, 5e-8);
        }
    }

    [Fact]
    public void The_column_of_his_gradient_leads_to_his_new_weights()
    {
        const string Command = "explain samples/two-by-two.json --inputs 0.05,0.10 --targets 0.01,0.99 --gradient";
        double[] before = [0.15, 0.20, 0.25, 0.30, 0.40, 0.45, 0.50, 0.55];
        double[] after = [0.149780716, 0.19956143, 0.24975114, 0.29950229, 0.35891648, 0.408666186, 0.511301270, 0.561370121];

        var weights = Json(Command).GetProperty("gradient").EnumerateArray()
            .Where(one => one.GetProperty("parameter").TryGetProperty("input", out var input) && input.ValueKind == JsonValueKind.Number).ToList();

        Assert.Equal(before.Length, weights.Count);
        foreach (var (one, i) in weights.Select((one, i) => (one, i)))
            Assert.Equal(after[i], before[i] - 0.5 * one.GetProperty("derivative").GetDouble(), 2e-8);

        // Of all, w₅ = w[2,0,0] should go down, and w[2,0,1] matters most.
        string[] lines = CommandRun.Of([.. Arguments(Command)]).OutLines;
        Assert.Contains(lines, line => line.Contains("w[2,0,0]", StringComparison.Ordinal) && line.Contains("-0.08217  ▼ lower", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("A small nudge of b[2,0] matters", StringComparison.Ordinal));
    }

    [Fact]
    public void The_edge_neuron_is_active_only_above_ten()
    {
        var pictures = Json("experiment edge", "--data", "digits", "--quiet", "--test-examples", "20").GetProperty("result").GetProperty("pictures")
            .EnumerateArray().ToList();

        // 8 × 3 pixels of weight 1: 24 − 10 = 14 where all are white, 6 − 10 at a quarter of that.
        foreach (var (picture, sum) in pictures.Zip([24.0, 6]))
        {
            Assert.Equal(sum, picture.GetProperty("sum").GetDouble(), 1e-9);
            Assert.Equal(sum - 10, picture.GetProperty("z").GetDouble(), 1e-9);
            Assert.Equal(1 / (1 + Math.Exp(10 - sum)), picture.GetProperty("activation").GetDouble(), 1e-12);
        }
    }

    [Fact]
    public void The_sigmoid_saturates_where_its_slope_is_a_hundredth()
    {
        var sigmoid = Json("experiment activations", "--quiet").GetProperty("result").GetProperty("curves")[0];

        // a(1 − a) = 0.01, so a = 0.98990 and z = ln(a/(1 − a)).
        double a = (1 + Math.Sqrt(0.96)) / 2;
        Assert.Equal(4.58, Math.Log(a / (1 - a)), 0.01);
        Assert.Equal(Math.Log(a / (1 - a)), sigmoid.GetProperty("flatAbove").GetDouble(), 1e-9);
        Assert.Equal(-Math.Log(a / (1 - a)), sigmoid.GetProperty("flatBelow").GetDouble(), 1e-9);
        Assert.Equal(0.25, sigmoid.GetProperty("largestSlope").GetDouble(), 1e-12);
        Assert.Contains("z = ±4.58", Text, StringComparison.Ordinal);
    }

    /// <summary>The cosine of the mini-batch's gradient with that of all, by plain loops over the network as it was early in its run.</summary>
    [Fact]
    public void Early_in_training_a_mini_batch_points_along_the_gradient_of_all()
    {
        Assert.Contains("`nabla explain runs/001-lecture --step 10 --examples 0..99 --split train`", Text, StringComparison.Ordinal);
        using var folder = new TestFolder();
        using var trained = new TrainedModel();
        string early = folder["early.safetensors"];
        Assert.Equal(0, CommandRun.Of("replay", trained.Run, "--step", "2", "--out", early).ExitCode);
        var (network, _) = Model.Load(early);
        var train = Idx.LoadFolder(trained.Data).Train;

        var table = Run($"explain {trained.Run} --data {trained.Data} --step 2 --examples 0..29 --split train").GetProperty("table");

        Assert.Equal(Cosine(Gradient(30), Gradient(TinyData.Train)), table.GetProperty("cosine").GetDouble(), 1e-5);
        Assert.True(table.GetProperty("cosine").GetDouble() > 0.9);

        double[] Gradient(int examples)
        {
            double[] sum = new double[network.ParameterCount];
            for (int i = 0; i < examples; i++)
            {
                double[] x = Array.ConvertAll(train[i].Input, value => (double)value);
                double[] hidden = Activations(network.Layers[0], x), output = Activations(network.Layers[1], hidden);
                double[] deltaOutput = [.. output.Select((a, j) => 2 * (a - (j == train.Label(i) ? 1 : 0)) * a * (1 - a))];
                double[] deltaHidden =
                    [.. hidden.Select((a, k) => a * (1 - a) * deltaOutput.Select((delta, j) => delta * network.Layers[1][j, k]).Sum())];
                int at = 0;
                foreach (var (delta, before) in new[] { (deltaHidden, x), (deltaOutput, hidden) })
                {
                    foreach (double d in delta)
                    {
                        foreach (double a in before) sum[at++] += d * a;
                    }

                    foreach (double d in delta) sum[at++] += d;
                }
            }

            return sum;
        }

        static double[] Activations(DenseLayer layer, double[] before) => [.. Enumerable.Range(0, layer.Outputs)
            .Select(j => 1 / (1 + Math.Exp(-(before.Select((a, k) => layer[j, k] * a).Sum() + layer.Biases[j]))))];

        static double Cosine(double[] x, double[] y) =>
            x.Zip(y, (a, b) => a * b).Sum() / Math.Sqrt(x.Sum(a => a * a) * y.Sum(b => b * b));
    }

    [Theory]
    [InlineData("experiment noise")]
    [InlineData("experiment batch-size")]
    [InlineData("experiment early-stopping")]
    public void Claims_that_are_tried_out_are_named_with_their_command(string command) =>
        Assert.Contains($"`nabla {command}`", Text, StringComparison.Ordinal);

    private static double[] Layer(double[][] weights, double[] before, double bias) =>
        [.. weights.Select(w => 1 / (1 + Math.Exp(-(w[0] * before[0] + w[1] * before[1] + bias))))];

    private static void AssertNear(double[] expected, JsonElement layer, string name)
    {
        var actual = layer.GetProperty(name).EnumerateArray().Select(x => x.GetDouble()).ToList();
        Assert.Equal(expected.Length, actual.Count);
        foreach (var (e, a) in expected.Zip(actual)) Assert.Equal(e, a, 2e-8);
    }

    // The command as the document has it.
    private static JsonElement Json(string command, params string[] quick)
    {
        Assert.Contains($"`nabla {command}`", Text, StringComparison.Ordinal);
        return Run(command, quick);
    }

    private static JsonElement Run(string command, params string[] quick)
    {
        var run = CommandRun.Of([.. Arguments(command), .. quick, "--json"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return JsonDocument.Parse(run.Out).RootElement;
    }

    private static IEnumerable<string> Arguments(string command) => command.Split(' ')
        .Select(word => word.StartsWith("samples/", StringComparison.Ordinal) ? Path.Combine(AppContext.BaseDirectory, word) : word);
}
