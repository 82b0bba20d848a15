using System.Text.Json;

namespace Nabla.Cli.Tests;

/// <summary>A run that learned nothing is told so with its figures, and what it says to try is what comes next.</summary>
public sealed class DeadRunTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly string _data;

    public DeadRunTests() => _data = TinyData.Write(_folder["tiny"]);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--learning-rate 1000", "--learning-rate 1 ")]
    [InlineData("--initializer constant:0", "--initializer xavier ")]
    [InlineData("--learning-rate 1e-7", "--learning-rate 1 ")]
    public void It_says_what_is_the_matter_and_what_to_try(string options, string next)
    {
        var run = Train("a", options);

        string matter = Assert.Single(run.OutLines, line => line.StartsWith("The network has learned nothing: ", StringComparison.Ordinal));
        Assert.Contains("every example is read as", matter, StringComparison.Ordinal);
        string better = Assert.Single(run.OutLines, line => line.Contains("the same without what is the matter", StringComparison.Ordinal));
        Assert.Contains(next, better, StringComparison.Ordinal);
        Assert.DoesNotContain("twice the neurons", run.Out, StringComparison.Ordinal);

        // Who does so meets the sentence no more.
        string[] args = better[(better.IndexOf("train ", StringComparison.Ordinal) + 6)..better.IndexOf("  #", StringComparison.Ordinal)].Split(' ');
        var again = CommandRun.Of(["train", .. args, "--out", _folder["b"]]);
        Assert.DoesNotContain("has learned nothing", again.Out, StringComparison.Ordinal);
        Assert.Contains("has learned nothing", Train("c", options + " --json").OutLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_so_in_chinese_and_on_a_terminal()
    {
        var terminal = new CommandRun.Setting { Out = new Screen(true, true, () => 80), Error = new Screen(true, true, () => 80) };

        Assert.Contains("网络什么也没有学到：每个样本都被认成", Train("a", "--learning-rate 1000 --language zh").Out, StringComparison.Ordinal);
        Assert.Contains("has learned nothing", CommandRun.With(
            terminal, "train", "--data", _data, "--epochs", "5", "--learning-rate", "1000", "--out", _folder["b"]).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_learned_says_no_such_thing() => Assert.DoesNotContain("learned nothing", Train("a", "--learning-rate 3").Out, StringComparison.Ordinal);

    [Theory]
    [InlineData("relu", "identity", false)]
    [InlineData("tanh", "tanh", false)]
    [InlineData("tanh", "sigmoid", true)]
    public void Outputs_that_are_no_probabilities_are_not_told_in_per_cent(string hidden, string output, bool inPercent)
    {
        Assert.Equal(0, Train("a", $"--activation {hidden} --output-activation {output} --learning-rate 0.01").ExitCode);

        string predicted = CommandRun.Of("predict", _folder["a"], "--example", "0").OutLines[0];
        string explained = CommandRun.Of("explain", _folder["a"], "--example", "0").OutLines[0];
        string pretty = CommandRun.With(new CommandRun.Setting { Out = new Screen(true, false, () => 80) }, "predict", _folder["a"], "--example", "0").OutLines[0];

        Assert.All([predicted, explained, pretty], line => Assert.Equal(inPercent, line.Contains('%', StringComparison.Ordinal)));
        Assert.All(
            CommandRun.Of("evaluate", _folder["a"]).OutLines.Where(line => line.Contains("read as", StringComparison.Ordinal) && line.Contains('(', StringComparison.Ordinal)),
            line => Assert.Equal(inPercent, line.EndsWith("%)", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_gradient_check_of_zeros_says_that_it_checks_nothing()
    {
        // With weights of 0 behind a rectifier nothing comes through, forward or back.
        var network = Network.Create(16, seed: 1, new Dense(4, Activation.Relu), new Dense(3, Activation.Relu));
        foreach (var layer in network.Layers) layer.Biases.Fill(-9);
        network.Save(_folder["dead.safetensors"]);
        string[] args = ["gradcheck", _folder["dead.safetensors"], "--data", _data];

        var run = CommandRun.Of(args);

        Assert.Contains("This checks nothing: all 83 derivatives are 0", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Backpropagation is right", run.Out, StringComparison.Ordinal);
        Assert.True(JsonDocument.Parse(CommandRun.Of([.. args, "--json"]).Out).RootElement.GetProperty("checksNothing").GetBoolean());
        Train("a", "--learning-rate 3");
        Assert.False(JsonDocument.Parse(CommandRun.Of("gradcheck", _folder["a"], "--json").Out).RootElement.GetProperty("checksNothing").GetBoolean());
    }

    [Theory]
    [InlineData("--output-activation sigmoid")]
    [InlineData("--output-activation tanh")]
    [InlineData("--cost binary-cross-entropy")]
    [InlineData("")]
    public void Xor_is_learned_as_numbers_whatever_the_outputs_reach(string outputs)
    {
        string xor = _folder["xor.csv"];
        File.WriteAllText(xor, "a,b,y\n0,0,0\n0,1,1\n1,0,1\n1,1,0\n");
        string[] options = ["--target", "y", "--task", "regression", "--test-data", xor,
            "--hidden", "8", "--activation", "tanh", "--lr", "0.05", "--epochs", "300", "--batch-size", "4"];

        var run = CommandRun.Of(["train", "--data", xor, .. options, .. outputs.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--out", _folder["run"]]);

        Assert.True(run.ExitCode == 0, run.Error);
        double[] answers = [.. CommandRun.Of("predict", _folder["run"], xor, "--json").OutLines
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("value").GetDouble())];
        Assert.All(answers.Zip([0.0, 1, 1, 0]), pair => Assert.True(Math.Abs(pair.First - pair.Second) < 0.1, string.Join(' ', answers)));
        Assert.Equal(0, CommandRun.Of("evaluate", _folder["run"]).ExitCode);
    }

    private CommandRun Train(string run, string options) =>
        CommandRun.Of(["train", "--data", _data, "--hidden", "8", "--epochs", "5", "--out", _folder[run], .. options.Split(' ')]);
}
