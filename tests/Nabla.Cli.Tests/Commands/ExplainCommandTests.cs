using System.Text.Json;

namespace Nabla.Cli.Tests;

public sealed class ExplainCommandTests(TrainedModel trained) : IClassFixture<TrainedModel>, IDisposable
{
    private const string Sixteen = "0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Overview_has_every_layers_numbers_and_every_outputs_wish()
    {
        var result = Json("--example", "4");

        var trace = Trace(4);
        Assert.Equal(trace.Cost, result.GetProperty("cost").GetDouble());
        Assert.Equal(1, result.GetProperty("label").GetInt32());
        Assert.Equal([16, 8, 3], result.GetProperty("sizes").EnumerateArray().Select(size => size.GetInt32()));
        foreach (var (layer, expected) in result.GetProperty("layers").EnumerateArray().Zip(trace.Layers))
        {
            Assert.Equal(expected.Z, Numbers(layer, "z"));
            Assert.Equal(expected.A, Numbers(layer, "a"));
            Assert.Equal(expected.Slope, Numbers(layer, "slope"));
            Assert.Equal(expected.Delta, Numbers(layer, "delta"));
        }

        var changes = result.GetProperty("desiredChanges").EnumerateArray().ToList();
        Assert.Equal(trace.Cost, changes.Sum(change => change.GetProperty("costPart").GetDouble()), 1e-12);
        Assert.False(result.TryGetProperty("chain", out _));
    }

    [Fact]
    public void Neuron_has_its_avenues_and_the_wishes_of_the_layer_after()
    {
        var result = Json("--layer", "1", "--neuron", "5");

        var trace = Trace(0);
        var bias = result.GetProperty("avenues").GetProperty("bias").GetProperty("nudges")[0];
        Assert.Equal(trace.Layers[0].DCdB[5], bias.GetProperty("derivative").GetDouble());
        Assert.Equal(trace.Layers[0].DCdA[5], result.GetProperty("wishes")[0].GetProperty("derivative").GetDouble());
        Assert.Equal(4, result.GetProperty("avenues").GetProperty("steps").GetArrayLength());
    }

    [Fact]
    public void Layer_has_its_wishes_of_the_layer_before()
    {
        var wishes = Json("--layer", "2").GetProperty("wishes");

        Assert.Equal(8, wishes.GetArrayLength());
        Assert.Equal(Trace(0).Layers[0].DCdA[3], wishes[3].GetProperty("derivative").GetDouble());
        Assert.Equal(3, wishes[3].GetProperty("shares").GetArrayLength());
    }

    [Fact]
    public void Weight_has_its_chain_and_measured_nudges()
    {
        var chain = Json("--weight", "2,1,6").GetProperty("chain");

        Assert.Equal(Trace(0).Layers[1].DCdW[1, 6], chain.GetProperty("product").GetDouble(), 1e-15);
        Assert.Equal(chain.GetProperty("product").GetDouble(), chain.GetProperty("nudges")[3].GetProperty("ratio").GetDouble(), 1e-6);
    }

    [Fact]
    public void Equations_and_the_backward_network_have_their_matrices()
    {
        Assert.Equal(6, Json("--equations").GetProperty("equations").GetArrayLength());
        Assert.Equal(3, Json("--equations", "--layer", "1").GetProperty("equations").GetArrayLength());
        var backward = Json("--backward").GetProperty("backward").GetProperty("layers");
        Assert.Equal(2, backward.GetArrayLength());
        Assert.Equal(Trace(0).Layers[0].Delta, Numbers(backward[1], "outgoing"));
    }

    [Fact]
    public void The_forward_pass_adds_products_and_bias_and_squashes()
    {
        var (network, _) = Model.Load(trained.Model);
        var trace = Trace(0);

        var forward = Json("--equations", "--layer", "2").GetProperty("forward").EnumerateArray().ToList();

        Assert.Equal(["Wa + b", "σ"], forward.Select(equation => equation.GetProperty("name").GetString()));
        var terms = forward[0].GetProperty("terms").EnumerateArray().ToDictionary(term => term.GetProperty("symbol").GetString()!);
        for (int j = 0; j < 3; j++)
        {
            double sum = 0;
            for (int k = 0; k < 8; k++) sum += network.Layers[1][j, k] * trace.Layers[0].A[k];
            Assert.Equal(sum, Value("W2 a1", j), 1e-12);
            Assert.Equal(network.Layers[1].Biases[j], Value("b2", j));
            Assert.Equal(Value("W2 a1", j) + Value("b2", j), Value("z2", j), 1e-12);
        }

        Assert.Equal(2, forward[1].GetProperty("terms").GetArrayLength());

        double Value(string symbol, int row) => terms[symbol].GetProperty("values")[row][0].GetDouble();
    }

    [Fact]
    public void The_gradient_is_a_column_beside_all_parameters()
    {
        var trace = Trace(0);

        var column = Json("--gradient").GetProperty("gradient").EnumerateArray().ToList();

        Assert.Equal(16 * 8 + 8 + 8 * 3 + 3, column.Count);
        double[] expected = [.. trace.Layers.SelectMany(layer => layer.DCdW.Cast<double>().Concat(layer.DCdB))];
        Assert.Equal(expected, column.Select(one => one.GetProperty("derivative").GetDouble()));
    }

    [Fact]
    public void An_early_step_of_a_run_is_what_replay_reaches()
    {
        string early = _folder["early.safetensors"];
        Assert.Equal(0, CommandRun.Of("replay", trained.Run, "--step", "3", "--out", early).ExitCode);

        var replayed = JsonDocument.Parse(CommandRun.Of("explain", early, "--data", trained.Data, "--examples", "0..9", "--json").Out).RootElement;
        var reached = Json("--step", "3", "--examples", "0..9");

        Assert.Equal(3, reached.GetProperty("step").GetInt64());
        Assert.False(replayed.TryGetProperty("step", out _));
        Assert.Equal(replayed.GetProperty("table").GetRawText(), reached.GetProperty("table").GetRawText());
        Assert.Contains("as it was after step 3", Run("--step", "3").Out, StringComparison.Ordinal);
        Assert.Contains("--step 3 --layer 2", Run("--step", "3").Out, StringComparison.Ordinal);
        Assert.Contains("holds no run", CommandRun.Of("explain", early, "--data", trained.Data, "--step", "3").MustBeRefused(), StringComparison.Ordinal);
        Assert.Contains("--step: ", Run("--step", "999999").MustBeRefused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Examples_are_averaged()
    {
        var table = Json("--examples", "3..7", "--top", "2").GetProperty("table");

        Assert.Equal(100, table.GetProperty("mattering").GetInt32());
        Assert.InRange(table.GetProperty("sameSigns").GetInt32(), 0, 100);

        Assert.Equal([3, 4, 5, 6, 7], table.GetProperty("examples").EnumerateArray().Select(i => i.GetInt32()));
        Assert.Equal(2, table.GetProperty("rows").GetArrayLength());
        Assert.InRange(table.GetProperty("largestDifference").GetDouble(), 0, 1e-6);
        Assert.InRange(table.GetProperty("cosine").GetDouble(), -1, 1);
    }

    [Theory]
    [InlineData("What each output wants")]
    [InlineData("Three avenues", "--layer", "2", "--neuron", "1")]
    [InlineData("What it wishes of the input", "--layer", "1")]
    [InlineData("Measured", "--weight", "1,0,5")]
    [InlineData("BP4, layer 1", "--equations")]
    [InlineData("Wa + b, layer 1", "--equations")]
    [InlineData("−∂C/∂θ", "--gradient")]
    [InlineData("z = Σ_k w_jk·a_k + b_j = ", "--layer", "2", "--neuron", "1")]
    [InlineData("parameters that matter most", "--examples", "0..9")]
    [InlineData("amplifier", "--backward")]
    [InlineData("cosine", "--examples", "0..9")]
    public void People_see_it_in_a_pipe_and_on_a_terminal(string says, params string[] arguments)
    {
        foreach (var screen in new[] { Screen.Redirected, new Screen(true, false, () => 80), new Screen(true, true, () => 100) })
        {
            var run = CommandRun.With(new CommandRun.Setting { Out = screen }, ["explain", trained.Run, "--data", trained.Data, .. arguments]);

            Assert.Equal((0, ""), (run.ExitCode, run.Error));
            Assert.Contains(says, run.Out, StringComparison.Ordinal);
            Assert.DoesNotContain("[/]", run.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Suggestions_are_accepted_as_they_stand()
    {
        var suggestions = Run("--example", "4").OutLines.Where(line => line.StartsWith("  nabla explain", StringComparison.Ordinal)).ToList();

        Assert.Equal(7, suggestions.Count);
        foreach (string line in suggestions)
        {
            string[] arguments = line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..];
            Assert.Equal(0, CommandRun.Of(arguments).ExitCode);
        }
    }

    [Fact]
    public void Image_is_taken_for_what_it_is_said_to_be_or_for_what_the_network_sees()
    {
        string image = Image();

        var said = JsonDocument.Parse(CommandRun.Of("explain", trained.Run, image, "--label", "2", "--json").Out).RootElement;
        var seen = JsonDocument.Parse(CommandRun.Of("explain", trained.Run, image, "--json").Out).RootElement;

        Assert.Equal(2, said.GetProperty("label").GetInt32());
        Assert.Equal(Trace(1).Output, Numbers(said.GetProperty("layers")[1], "a"));
        Assert.Equal(seen.GetProperty("prediction").GetInt32(), seen.GetProperty("label").GetInt32());
        Assert.Contains("--label says what it is", seen.GetProperty("input").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.png")]
    [InlineData("b.svg", "--layer", "1")]
    [InlineData("c.png", "--layer", "1", "--neuron", "7")]
    [InlineData("d.svg", "--examples", "0..4")]
    public void Pictures_go_to_a_file(string name, params string[] arguments)
    {
        var run = Run([.. arguments, "--out", _folder[name]]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(name, run.Error, StringComparison.Ordinal);
        Assert.True(new FileInfo(_folder[name]).Length > 1000);
    }

    [Fact]
    public void What_has_no_picture_is_not_drawn()
    {
        Assert.Contains("no picture", Run("--backward", "--out", _folder["none.png"]).MustBeRefused(), StringComparison.Ordinal);
        Assert.Empty(_folder.Files());
    }

    [Theory]
    [InlineData("layers 1 to 2; layer 0 is the input", "--layer", "0")]
    [InlineData("layers 1 to 2", "--layer", "3")]
    [InlineData("neurons 0 to 7", "--layer", "1", "--neuron", "8")]
    [InlineData("--neuron needs --layer", "--neuron", "1")]
    [InlineData("give 3: L,J,K", "--weight", "1,2")]
    [InlineData("'x' is not a whole number", "--weight", "1,2,x")]
    [InlineData("--weight names layer 9", "--weight", "9,0,0")]
    [InlineData("--weight names neuron 3, but layer 2 has neurons 0 to 2", "--weight", "2,3,0")]
    [InlineData("takes inputs 0 to 7", "--weight", "2,0,8")]
    [InlineData("--weight and --backward show different things", "--weight", "2,0,0", "--backward")]
    [InlineData("--equations shows whole layers", "--equations", "--layer", "1", "--neuron", "1")]
    [InlineData("give 0 to 29", "--example", "30")]
    [InlineData("give 0 to 29", "--examples", "5..30")]
    [InlineData("--examples is '9..3'", "--examples", "9..3")]
    [InlineData("--examples is '5'", "--examples", "5")]
    [InlineData("--layer one example", "--examples", "0..3", "--layer", "1")]
    [InlineData("--label is about an IMAGE", "--label", "1")]
    [InlineData("needs softmax", "--cost", "cross-entropy")]
    public void What_cannot_be_explained_is_refused(string says, params string[] arguments) =>
        Assert.Contains(says, Run(arguments).MustBeRefused(), StringComparison.Ordinal);

    [Fact]
    public void Numbers_of_ones_own_give_what_the_example_gives()
    {
        var example = Idx.LoadFolder(trained.Data).Test[4];
        string numbers = string.Join(',', example.Input.Select(x => x.ToString("R", System.Globalization.CultureInfo.InvariantCulture)));

        foreach (string[] wanted in (string[][])[["--label", "1"], ["--targets", "0,1,0"]])
        {
            var result = JsonDocument.Parse(CommandRun.Of(["explain", trained.Run, "--inputs", numbers, .. wanted, "--json"]).Out).RootElement;
            Assert.Equal(Trace(4).Cost, result.GetProperty("cost").GetDouble());
            Assert.Equal(Trace(4).Cost / 3, result.GetProperty("meanCost").GetDouble(), 1e-15);
            Assert.Equal(wanted[0] == "--label", result.TryGetProperty("label", out _));
        }

        var suggestion = CommandRun.Of("explain", trained.Run, "--inputs", numbers, "--targets", "0,1,0").OutLines
            .First(line => line.StartsWith("  nabla explain", StringComparison.Ordinal));
        Assert.Equal(0, CommandRun.Of(suggestion.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..]).ExitCode);
    }

    [Theory]
    [InlineData("--inputs has 2 numbers, but", "--inputs", "1,2", "--label", "0")]
    [InlineData("has 3 outputs; give one for each", "--inputs", Sixteen, "--targets", "1")]
    [InlineData("has outputs 0 to 2", "--inputs", Sixteen, "--label", "3")]
    [InlineData("--inputs needs --targets", "--inputs", Sixteen)]
    [InlineData("both say what should come out", "--inputs", Sixteen, "--label", "0", "--targets", "1,0,0")]
    [InlineData("none are given", "--targets", "1,0,0")]
    [InlineData("--example is about the data", "--inputs", Sixteen, "--label", "0", "--example", "2")]
    [InlineData("instead of an IMAGE", "five.png", "--inputs", Sixteen, "--label", "0")]
    [InlineData("'x' is not a number", "--inputs", "1,x", "--label", "0")]
    [InlineData("are too large for this example", "--inputs", "1e300,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0", "--label", "0")]
    public void Numbers_of_ones_own_that_cannot_be_explained_are_refused(string says, params string[] arguments) =>
        Assert.Contains(says, CommandRun.Of(["explain", trained.Run, .. arguments]).MustBeRefused(), StringComparison.Ordinal);

    [Theory]
    [InlineData("softmax", "cross-entropy", "0.5,0.4,0.3", "adds up to 1.2")]
    [InlineData("softmax", "cross-entropy", "2,-1,0", "outside 0 to 1")]
    [InlineData("sigmoid", "binary-cross-entropy", "0.5,1.5,0", "outside 0 to 1")]
    public void Targets_that_the_cost_is_not_for_are_refused(string output, string cost, string targets, string says)
    {
        string path = _folder["model.json"];
        Network.Create(2, seed: 1, new Dense(3, Activation.Parse(output))).Save(path);

        string[] asked = ["explain", path, "--cost", cost, "--inputs", "1,2", "--targets"];
        Assert.Contains(says, CommandRun.Of([.. asked, targets]).MustBeRefused(), StringComparison.Ordinal);
        Assert.Equal(0, CommandRun.Of([.. asked, "0.5,0.5,0"]).ExitCode);
    }

    [Fact]
    public void Mistyped_option_is_not_taken_for_an_image()
    {
        Assert.Contains("there is no option '--layr'; did you mean '--layer'", Run("--layr", "2").MustBeRefused(), StringComparison.Ordinal);
        Assert.Contains("there is no option '--backwards'", Run("--backwards").MustBeRefused(), StringComparison.Ordinal);
        Assert.Contains("there is no image '--odd.png'", CommandRun.Of("explain", trained.Run, "--", "--odd.png").MustBeRefused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Images_that_cannot_be_explained_are_refused()
    {
        string image = Image();
        File.WriteAllText(_folder["bad.png"], "no picture");

        CommandRun.Of("explain", trained.Run, _folder["bad.png"]).MustBeRefused();
        Assert.Contains("there is no image", CommandRun.Of("explain", trained.Run, _folder["nosuch.png"]).MustBeRefused(), StringComparison.Ordinal);
        Assert.Contains("outputs 0 to 2", CommandRun.Of("explain", trained.Run, image, "--label", "3").MustBeRefused(), StringComparison.Ordinal);
        Assert.Contains("give one of the two", CommandRun.Of("explain", trained.Run, image, "--example", "3").MustBeRefused(), StringComparison.Ordinal);
        Assert.Contains("has 784", CommandRun.Of("explain", trained.Run, "--data", "digits").MustBeRefused(), StringComparison.Ordinal);
    }

    private static double[] Numbers(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(x => x.GetDouble())];

    private CommandRun Run(params string[] arguments) => CommandRun.Of(["explain", trained.Run, "--data", trained.Data, .. arguments]);

    private JsonElement Json(params string[] arguments)
    {
        var run = Run([.. arguments, "--json"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return JsonDocument.Parse(Assert.Single(run.OutLines)).RootElement;
    }

    private Trace<double> Trace(int example)
    {
        var (network, info) = Model.Load(trained.Model);
        return Backpropagation.Trace(network, Idx.LoadFolder(trained.Data).Test[example], info.Cost!);
    }

    private string Image()
    {
        new GrayImage(4, 4, Idx.LoadFolder(trained.Data).Test.Image(1).ToArray()).SavePng(_folder["image.png"]);
        return _folder["image.png"];
    }
}
