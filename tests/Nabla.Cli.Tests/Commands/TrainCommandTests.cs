using System.Text.Json;

namespace Nabla.Cli.Tests;

public sealed class TrainCommandTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly string _data;

    public TrainCommandTests() => _data = TinyData.Write(_folder["tiny"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Json_streams_an_object_an_epoch_and_ends_with_done()
    {
        var run = Train("a", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(4, run.OutLines.Length);
        for (int epoch = 1; epoch <= 3; epoch++)
        {
            var line = Json(run.OutLines[epoch - 1]);
            Assert.Equal("epoch", line.GetProperty("event").GetString());
            Assert.Equal(epoch, line.GetProperty("epoch").GetInt32());
            foreach (string field in new[] { "cost", "testCost", "trainAccuracy", "testAccuracy", "seconds" })
                Assert.Equal(JsonValueKind.Number, line.GetProperty(field).ValueKind);
        }

        var done = Json(run.OutLines[3]);
        Assert.Equal("done", done.GetProperty("event").GetString());
        Assert.Equal(Path.Combine(_folder["a"], "model.safetensors"), done.GetProperty("model").GetString());
        Assert.Equal(_folder["a"], done.GetProperty("run").GetString());
        Assert.Equal(16 * 5 + 5 + 5 * 3 + 3, done.GetProperty("parameters").GetInt32());
        Assert.Equal(3, done.GetProperty("epochs").GetInt32());
        Assert.Equal("finished", done.GetProperty("state").GetString());
        Assert.Equal([16, 5, 3], done.GetProperty("layers").EnumerateArray().Select(size => size.GetInt32()));
        foreach (string field in new[] { "testAccuracy", "bestTestAccuracy", "trainingSeconds" })
            Assert.Equal(JsonValueKind.Number, done.GetProperty(field).ValueKind);
        Assert.Matches("^sha256:[0-9a-f]{64}$", done.GetProperty("digest").GetString());
    }

    [Fact]
    public void The_digest_is_that_of_the_saved_model()
    {
        var done = Json(Train("a", "--json").OutLines[^1]);

        var model = Model.Load(done.GetProperty("model").GetString()!);

        Assert.Equal(model.Network.Digest(), done.GetProperty("digest").GetString());
        Assert.Equal("quadratic", model.Info.Cost?.Name);
        Assert.Equal("tiny", model.Info.Provenance["data"]);
    }

    [Fact]
    public void Metrics_hold_the_epochs_that_json_shows()
    {
        var run = Train("a", "--json");

        Assert.Equal(run.OutLines[..3], File.ReadAllLines(Path.Combine(_folder["a"], "metrics.jsonl")));
    }

    [Fact]
    public void The_same_seed_gives_the_same_digest_and_another_seed_another()
    {
        string first = Digest(Train("a", "--json"));

        Assert.Equal(first, Digest(Train("b", "--json")));
        Assert.Equal(first, Digest(Train("c", "--json", "--threads", "3")));
        Assert.NotEqual(first, Digest(Train("d", "--json", "--seed", "2")));
    }

    [Fact]
    public void Progress_goes_to_standard_error_and_the_result_to_standard_output()
    {
        var run = Train("a");

        Assert.Equal(3, run.ErrorLines.Count(line => line.StartsWith("epoch ", StringComparison.Ordinal)));
        Assert.Contains("Test accuracy: ", run.Out, StringComparison.Ordinal);
        Assert.Contains($"Saved: {Path.Combine(_folder["a"], "model.safetensors")}", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', run.Out + run.Error);
    }

    [Fact]
    public void Quiet_says_nothing_but_the_result() => Assert.Equal("", Train("a", "--quiet").Error);

    [Fact]
    public void The_suggested_commands_work()
    {
        var run = Train("a");

        string[] suggested = [.. run.OutLines.Where(line => line.StartsWith("  nabla "
            + "", StringComparison.Ordinal)).Select(line => line.Split('#')[0])];
        Assert.Equal(3, suggested.Length);
        foreach (string command in suggested[..2])
            Assert.Equal(0, CommandRun.Of(command.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..]).ExitCode);
    }

    [Theory]
    [InlineData("--epochs 2 --learning-rate 0.1", " --epochs 6")]
    [InlineData("--epochs 3 --learning-rate 1e-9", " --learning-rate 1  #")]
    [InlineData("--epochs 3 --learning-rate 1e6", " --learning-rate 1  #")]
    public void A_poor_result_comes_with_what_would_mend_it(string options, string mend)
    {
        var run = CommandRun.Of(["train", "--data", _data, "--hidden", "5", "--out", _folder["a"], .. options.Split(' ')]);

        string again = Assert.Single(run.OutLines, line => line.Contains("  nabla train", StringComparison.Ordinal) && line.Contains("the "
            + "same", StringComparison.Ordinal));
        Assert.Contains($"--data {_data} --hidden 5", again, StringComparison.Ordinal);
        Assert.Contains(mend, again, StringComparison.Ordinal);
        Assert.DoesNotContain("--out", again, StringComparison.Ordinal);
    }

    [Fact]
    public void A_terminal_sees_it_live_and_in_colour()
    {
        var terminal = new CommandRun.Setting { Out = new Screen(true, true, () => 80), Error = new Screen(true, true, () => 80) };

        var run = CommandRun.With(terminal, "train", "--data", _data, "--hidden", "5", "--epochs", "3", "--out", _folder["a"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("epoch", run.Error, StringComparison.Ordinal);
        Assert.Contains('\e', run.Error);
        Assert.Contains("of the 30 test examples are read right", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Cost_chooses_the_output_activation_it_needs()
    {
        Assert.Equal(0, Train("a", "--cost", "cross-entropy", "--learning-rate", "0.1").ExitCode);
        Assert.Equal(0, Train("b", "--cost", "binary-cross-entropy", "--learning-rate", "0.1").ExitCode);

        Assert.Equal(Activation.Softmax, Load("a").Layers[^1].Activation);
        Assert.Equal(Activation.Sigmoid, Load("b").Layers[^1].Activation);
    }

    [Fact]
    public void Explicit_options_take_the_place_of_the_presets()
    {
        var done = Json(Train("a", "--json", "--preset", "nielsen-100", "--eta", "0.25", "--activation", "tanh").OutLines[^1]);

        Assert.Equal(0.25, done.GetProperty("learningRate").GetDouble());
        Assert.Equal(5, done.GetProperty("l2").GetDouble());
        Assert.Equal("binary-cross-entropy", done.GetProperty("costFunction").GetString());
        Assert.Equal(["tanh", "sigmoid"], done.GetProperty("activations").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public void A_batch_larger_than_the_data_means_all_of_them_and_is_noted()
    {
        var run = Train("a", "--batch-size", "1000");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("every step uses them all", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Patience_stops_early()
    {
        var run = CommandRun.Of("train", "--data", _data, "--hidden", "5", "--epochs", "500", "--learning-rate", "1e-9", "--patience", "2", "--out", _folder["a"], "--json");

        var done = Json(run.OutLines[^1]);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("stopped-early", done.GetProperty("state").GetString());
        Assert.Equal(3, done.GetProperty("epochs").GetInt32());
    }

    [Fact]
    public void Training_stops_at_the_first_epoch_that_reaches_a_test_accuracy()
    {
        string[] recipe = ["train", "--data", _data, "--hidden", "5", "--epochs", "30", "--learning-rate", "0.2"];
        double[] accuracies = [.. CommandRun.Of([.. recipe, "--out", _folder["all"], "--json"]).OutLines[..^1]
            .Select(line => Json(line).GetProperty("testAccuracy").GetDouble())];
        Assert.True(accuracies[0] < accuracies.Max());
        string goal = accuracies.Max().ToString("R", System.Globalization.CultureInfo.InvariantCulture);

        var run = CommandRun.Of([.. recipe, "--out", _folder["a"], "--until-accuracy", goal, "--json"]);

        var done = Json(run.OutLines[^1]);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("reached-accuracy", done.GetProperty("state").GetString());
        Assert.Equal(Array.IndexOf(accuracies, accuracies.Max()) + 1, done.GetProperty("epochs").GetInt32());
        Assert.Equal(accuracies.Max(), done.GetProperty("testAccuracy").GetDouble());
    }

    [Fact]
    public void An_accuracy_that_is_not_reached_leaves_all_epochs()
    {
        var done = Json(Train("a", "--until-accuracy", "100%", "--learning-rate", "1e-9", "--json").OutLines[^1]);

        Assert.Equal(("finished", 3), (done.GetProperty("state").GetString(), done.GetProperty("epochs").GetInt32()));
    }

    [Fact]
    public void People_are_told_that_the_accuracy_was_reached() =>
        Assert.Contains("after 1 epoch, when 0.10% was reached", Train("a", "--until-accuracy", "0.1%").Out, StringComparison.Ordinal);

    [Fact]
    public void Divergence_fails_and_saves_the_last_good_network()
    {
        var run = Train("a", "--activation", "identity", "--output-activation", "identity", "--learning-rate", "1e30", "--json");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("training diverged in epoch 1", Assert.Single(run.ErrorLines, line => line.StartsWith("nabla: "
            + "", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal("diverged", Json(run.OutLines[^1]).GetProperty("state").GetString());
        foreach (var layer in Load("a").Layers) Assert.All(layer.Weights.ToArray(), w => Assert.True(float.IsFinite(w)));
    }

    [Fact]
    public void An_interrupt_saves_the_network_as_far_as_it_came()
    {
        using var interrupt = new CancellationTokenSource();
        var screen = new Screen(false, false, () => 80);
        var setting = new CommandRun.Setting
        {
            Out = screen, Error = screen, Cancellation = interrupt.Token,
            Wrote = text => { if (text.Contains("\"epoch\":3,", StringComparison.Ordinal)) interrupt.Cancel(); },
        };

        var run = CommandRun.With(setting, "train", "--data", _data, "--hidden", "5", "--epochs", "100000000", "--out", _folder["a"], "--quiet", "--json");

        Assert.Equal(130, run.ExitCode);
        Assert.Contains("interrupted in epoch", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Equal([16, 5, 3], Load("a").Sizes);
    }

    [Fact]
    public void Overwrite_replaces_a_run()
    {
        string first = Digest(Train("a", "--json"));

        string second = Digest(Train("a", "--json", "--seed", "2", "--overwrite"));

        Assert.NotEqual(first, second);
        Assert.Equal(second, Load("a").Digest());
    }

    [Fact]
    public void The_built_in_digits_train_without_any_file()
    {
        var run = CommandRun.Of(
            "train", "--data", "digits", "--limit", "300", "--test-examples", "100", "--epochs", "2", "--out", _folder["a"], "--json");

        var done = Json(run.OutLines[^1]);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(13002, done.GetProperty("parameters").GetInt32());
        Assert.Equal("digits", done.GetProperty("data").GetString());
        Assert.Equal((300, 100), (done.GetProperty("trainExamples").GetInt32(), done.GetProperty("testExamples").GetInt32()));
    }

    private CommandRun Train(string folder, params string[] options) =>
        CommandRun.Of(["train", "--data", _data, "--hidden", "5", "--epochs", "3", "--out", _folder[folder], .. options]);

    private Network Load(string run) => Model.Load(Path.Combine(_folder[run], "model.safetensors")).Network;

    private static string Digest(CommandRun run) => Json(run.OutLines[^1]).GetProperty("digest").GetString()!;

    private static JsonElement Json(string line) => JsonDocument.Parse(line).RootElement;
}
