using System.Text.Json;

namespace Nabla.Cli.Tests;

/// <summary>Networks whose parameters are NaN or infinite, as a diverged training leaves them: no answer is taken for one, and JSON has null.</summary>
public sealed class NoNumbersTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly string _data;

    public NoNumbersTests() => _data = TinyData.Write(_folder["tiny"]);

    public static TheoryData<float> Strange => [float.NaN, float.PositiveInfinity, float.NegativeInfinity];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Strange))]
    public void Evaluate_counts_them_as_unanswered(float weight)
    {
        string model = Model(weight);

        var json = Json(CommandRun.Of("evaluate", model, "--data", _data, "--json"));
        Assert.Equal(30, json.GetProperty("unanswered").GetInt32());
        Assert.Equal(0, json.GetProperty("correct").GetInt32());
        Assert.Equal(0, json.GetProperty("accuracy").GetDouble());
        Assert.Equal(0, json.GetProperty("topAccuracy")[2].GetDouble());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("cost").ValueKind);
        Assert.All(json.GetProperty("confusion").EnumerateArray(), row => Assert.All(row.EnumerateArray(), count => Assert.Equal(0, count.GetInt32())));
        Assert.Equal(0, json.GetProperty("worstMistakes").GetArrayLength());

        foreach (var screen in Hostile.Screens)
        {
            var shown = CommandRun.With(new CommandRun.Setting { Out = screen }, "evaluate", model, "--data", _data);
            Assert.Equal(0, shown.ExitCode);
            Assert.Contains("30 without an answer", shown.Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
            Assert.DoesNotContain("NaN", shown.Out, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Strange))]
    public void Predict_says_that_there_is_none(float weight)
    {
        string model = Model(weight);

        var json = Json(CommandRun.Of("predict", model, "--example", "0", "--data", _data, "--json"));
        Assert.Equal(JsonValueKind.Null, json.GetProperty("prediction").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("confidence").ValueKind);
        Assert.All(json.GetProperty("outputs").EnumerateArray(), output => Assert.Equal(JsonValueKind.Null, output.ValueKind));

        foreach (var screen in Hostile.Screens)
        {
            var shown = CommandRun.With(new CommandRun.Setting { Out = screen }, "predict", model, "--example", "0", "--data", _data);
            Assert.Contains("no answer", shown.Out, StringComparison.Ordinal);
            Assert.DoesNotContain("NaN", shown.Out, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Strange))]
    public void What_tells_of_derivatives_refuses_and_names_the_layer(float weight)
    {
        string model = Model(weight);
        foreach (string[] args in new string[][]
        {
            ["explain", model, "--data", _data], ["explain", model, "--data", _data, "--examples", "0..2"], ["explain", model, "--data", _data, "--backward"],
            ["sensitivity", model, "--data", _data], ["descend", "--model", model, "--data", _data], ["experiment", "noise", "--data", _data, "--model", model],
        })
        {
            foreach (string[] form in new[] { args, [.. args, "--json"] })
                Assert.Contains("layer 2", CommandRun.Of(form).MustBeRefused(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("sigmoid")]
    public void Sums_that_overflow_are_no_mistake_of_ours(string activation)
    {
        // Finite weights, but their products are not.
        var big = Network.Create(16, 1,
            [.. Enumerable.Range(0, 12).Select(l => new Dense(l < 11 ? 4 : 3, Activation.Parse(l < 11 ? "identity" : activation), Initializer.Xavier))]);
        foreach (var layer in big.Layers) layer.Weights.Fill(1e38f);
        big.Save(_folder["big.safetensors"]);
        foreach (string[] args in new string[][]
        {
            ["evaluate", _folder["big.safetensors"], "--data", _data], ["predict", _folder["big.safetensors"], "--example", "0", "--data", _data],
            ["explain", _folder["big.safetensors"], "--data", _data], ["sensitivity", _folder["big.safetensors"], "--data", _data],
            ["gradcheck", _folder["big.safetensors"], "--data", _data], ["explain", _folder["big.safetensors"], "--data", _data, "--examples", "0..2"],
            ["explain", _folder["big.safetensors"], "--data", _data, "--equations"], ["explain", _folder["big.safetensors"], "--data", _data, "--layer", "3"],
        })
        {
            foreach (var screen in Hostile.Screens) Hostile.TryOn(screen, args);
            foreach (string line in CommandRun.Of([.. args, "--json"]).OutLines) AssertNumbers(line);
        }
    }

    [Theory]
    [MemberData(nameof(Strange))]
    public void Gradcheck_does_not_agree_and_its_JSON_has_null(float weight)
    {
        var run = CommandRun.Of("gradcheck", Model(weight), "--data", _data, "--json");

        Assert.Equal(1, run.ExitCode);
        Assert.False(Json(run).GetProperty("agrees").GetBoolean());
        AssertNumbers(run.Out);
    }

    [Fact]
    public void A_training_that_diverges_has_null_in_its_JSON_and_its_run_can_be_shown()
    {
        var run = CommandRun.Of("train", "--data", _data, "--activation", "relu",
            "--output-activation", "identity", "--learning-rate", "1e30", "--epochs", "3", "--out", _folder["run"], "--json");

        Assert.Equal(1, run.ExitCode);
        Assert.All(run.OutLines, AssertNumbers);
        Assert.All(File.ReadAllLines(_folder["run/metrics.jsonl"]), AssertNumbers);
        foreach (string form in new[] { "list", "show" })
        {
            Hostile.Try("runs", form, form == "list" ? _folder.Path : _folder["run"]);
            AssertNumbers(CommandRun.Of("runs", form, form == "list" ? _folder.Path : _folder["run"], "--json").Out);
        }
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"NaN\"")]
    public void A_cost_that_is_none_can_be_read_in_metrics(string cost)
    {
        CommandRun.Of("train", "--data", _data, "--epochs", "1", "--out", _folder["run"]);
        File.AppendAllText(_folder["run/metrics.jsonl"], $"{{\"event\":\"epoch\",\"epoch\":2,\"step\":12,\"cost\":{cost}}}\n");

        var json = Json(CommandRun.Of("runs", "show", _folder["run"], "--json"));
        Assert.Equal(2, json.GetProperty("summary").GetProperty("epochs").GetInt32());
        Assert.False(json.GetProperty("summary").TryGetProperty("cost", out var last) && last.ValueKind != JsonValueKind.Null);
    }

    private static JsonElement Json(CommandRun run) => JsonDocument.Parse(run.Out).RootElement;

    private static void AssertNumbers(string json)
    {
        using var document = JsonDocument.Parse(json);
        Assert.DoesNotContain("\"NaN\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity\"", json, StringComparison.Ordinal);
    }

    private string Model(float weight)
    {
        var network = Network.Create(16, 1, new Dense(4, Activation.Sigmoid, Initializer.Xavier), new Dense(3, Activation.Softmax, Initializer.Xavier));
        network.Layers[1].Weights.Fill(weight);
        network.Save(_folder["strange.safetensors"]);
        return _folder["strange.safetensors"];
    }
}
