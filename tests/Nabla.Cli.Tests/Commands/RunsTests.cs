using System.Text.Json;

namespace Nabla.Cli.Tests;

/// <summary>What a run's folder is good for: going on, looking, comparing, replaying.</summary>
public sealed class RunsTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly string _data;

    public RunsTests() => _data = TinyData.Write(_folder["tiny"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_interrupted_run_goes_on_to_the_same_bits()
    {
        string[] recipe = ["--epochs", "60", "--optimizer", "adam", "--log-every", "2", "--checkpoint-every", "1"];
        Train("whole", recipe);
        using (var interrupt = new CancellationTokenSource())
        {
            using var timer = new Timer(_ => { if (File.Exists(_folder["a/checkpoint.safetensors"])) interrupt.Cancel(); }, null, 1, 1);
            var stopped = CommandRun.With(
                new CommandRun.Setting { Cancellation = interrupt.Token },
                ["train", "--data", _data, "--hidden", "5", "--out", _folder["a"], "--quiet", .. recipe]);
            if (stopped.ExitCode == 130) Assert.Contains($"train --resume {_folder["a"]}' goes on", stopped.Error, StringComparison.Ordinal);
        }

        var run = CommandRun.Of("train", "--resume", _folder["a"], "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(Digest("whole"), Digest("a"));
        Assert.Equal(Lines("whole"), Lines("a"));
    }

    // As a kill leaves it: without a result, and with what came after the last checkpoint.
    [Theory]
    [InlineData("result.json")]
    [InlineData("result.json model.safetensors")]
    [InlineData("result.json model.safetensors keyframes/000000018.safetensors")]
    [InlineData("result.json checkpoint.safetensors keyframes/000000018.safetensors keyframes/000000012.safetensors")]
    [InlineData("result.json keyframes/000000018.safetensors keyframes/000000012.safetensors keyframes/000000006.safetensors")]
    public void A_run_goes_on_from_what_is_left_of_it(string lost)
    {
        Train("whole");
        Train("a");
        foreach (string file in lost.Split(' '))
        {
            File.Delete(_folder["a/" + file]);
        }

        Assert.Equal(0, CommandRun.Of("train", "--resume", _folder["a"], "--quiet").ExitCode);
        Assert.Equal(Digest("whole"), Digest("a"));
        Assert.Equal(Lines("whole"), Lines("a"));
    }

    [Fact]
    public void A_complete_run_says_so()
    {
        Train("a");

        var run = CommandRun.Of("train", "--resume", _folder["a"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("is complete: finished after 3 epochs", run.Out, StringComparison.Ordinal);
        Assert.Contains(Digest("a"), CommandRun.Of("train", "--resume", _folder["a"], "--json").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_data_are_refused()
    {
        Train("a");
        File.Delete(_folder["a/result.json"]);
        string labels = Directory.GetFiles(_folder["tiny"], "train-labels*").Single();
        byte[] bytes = File.ReadAllBytes(labels);
        bytes[^1] = (byte)((bytes[^1] + 1) % 3);
        File.WriteAllBytes(labels, bytes);

        Assert.Contains("no longer those", CommandRun.Of("train", "--resume", _folder["a"]).MustBeRefused(), StringComparison.Ordinal);
        Assert.Contains("no longer those", CommandRun.Of("replay", _folder["a"], "--step", "1").MustBeRefused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_version_of_the_folder_is_refused_and_of_the_program_is_noted()
    {
        Train("a");
        File.Delete(_folder["a/result.json"]);
        string record = File.ReadAllText(_folder["a/run.json"]);

        File.WriteAllText(_folder["a/run.json"], record.Replace($"\"{VersionFlag.Version}\"", "\"0.0.1-older\"", StringComparison.Ordinal));
        Assert.Contains("nabla 0.0.1-older began this run", CommandRun.Of("train", "--resume", _folder["a"]).Error, StringComparison.Ordinal);

        File.WriteAllText(_folder["a/run.json"], record.Replace("\"format\": 1", "\"format\": 7", StringComparison.Ordinal));
        Assert.Contains("knows version 1", CommandRun.Of("train", "--resume", _folder["a"]).MustBeRefused(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_use_is_refused()
    {
        Train("a");
        using var other = RunStore.Open(_folder["a"]);

        Assert.Contains("is in use", CommandRun.Of("train", "--resume", _folder["a"]).MustBeRefused(), StringComparison.Ordinal);
        Assert.Contains("is in use", CommandRun.Of("train", "--data", _data, "--out", _folder["a"], "--overwrite", "--quiet").MustBeRefused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--resume nosuch", "holds no run")]
    [InlineData("--resume nosuch --epochs 5", "leave --epochs out")]
    [InlineData("--run nabla:1/sed=1", "There is no setting 'sed'")]
    [InlineData("--run lecture", "begins with 'nabla:1/'")]
    [InlineData("--run nabla:1/seed=1 --preset modern", "give one of them")]
    [InlineData("--config nosuch.json", "there is no such file")]
    [InlineData("--checkpoint-every 0", "such as 30s or 1000")]
    [InlineData("--checkpoint-every -1s", "such as 30s or 1000")]
    [InlineData("--log-every 0", "of at least 1")]
    public void Bad_options_are_refused(string options, string says) =>
        Assert.Contains(says, CommandRun.Of(["train", .. options.Split(' ')]).MustBeRefused(), StringComparison.Ordinal);

    [Theory]
    [InlineData("nothing")]
    [InlineData("{\"sed\": 1}")]
    [InlineData("{\"hidden\": [0]}")]
    [InlineData("{\"seed\": 1, \"seed\": 2}")]
    [InlineData("[1]")]
    public void A_bad_configuration_is_refused(string json)
    {
        File.WriteAllText(_folder["c.json"], json);

        Assert.Contains("c.json", CommandRun.Of("train", "--config", _folder["c.json"]).MustBeRefused(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_and_a_file_make_the_same_run_again()
    {
        Train("a", "--optimizer", "nesterov", "--schedule", "cosine", "--dropout", "0.1", "--seed", "9");
        string name = JsonDocument.Parse(CommandRun.Of("runs", "show", _folder["a"], "--json").Out).RootElement.GetProperty("summary").GetProperty("name").GetString()!;

        Assert.Equal(0, CommandRun.Of("train", "--run", name, "--out", _folder["b"], "--quiet").ExitCode);
        Assert.Equal(0, CommandRun.Of("train", "--config", _folder["a/run.json"], "--out", _folder["c"], "--quiet").ExitCode);
        Assert.Equal(0, CommandRun.Of("train", "--run", name, "--seed", "10", "--out", _folder["d"], "--quiet").ExitCode);

        Assert.Equal(Digest("a"), Digest("b"));
        Assert.Equal(Digest("a"), Digest("c"));
        Assert.NotEqual(Digest("a"), Digest("d"));
    }

    [Fact]
    public void Runs_are_listed_shown_and_compared()
    {
        Train("runs/a");
        Train("runs/b", "--hidden", "7");
        File.Delete(_folder["runs/b/result.json"]);

        var list = CommandRun.Of("runs", "list", _folder["runs"]);
        Assert.Equal(3, list.OutLines.Length);
        Assert.Matches("^a +finished +3 ", list.OutLines[1]);
        Assert.Matches("^b +interrupted +3 ", list.OutLines[2]);
        Assert.Equal(2, JsonDocument.Parse(CommandRun.Of("runs", "list", _folder["runs"], "--json").Out).RootElement.GetArrayLength());
        var show = CommandRun.Of("runs", "show", _folder["runs/b"]);
        Assert.Contains("train --run ", show.Out, StringComparison.Ordinal);
        Assert.Contains("train --resume ", show.Out, StringComparison.Ordinal);

        string[] both = [_folder["runs/a"], _folder["runs/b"]];
        Assert.Matches(@"hidden +5  \|  7", CommandRun.Of(["runs", "compare", .. both]).Out);
        Assert.Equal(0, CommandRun.Of(["runs", "compare", .. both, "--chart", "cost", "--out", _folder["c.svg"]]).ExitCode);
        Assert.Contains("<svg", File.ReadAllText(_folder["c.svg"]), StringComparison.Ordinal);
        var difference = Assert.Single(JsonDocument.Parse(CommandRun.Of(["runs", "compare", .. both, "--json"]).Out).RootElement.GetProperty("differences").EnumerateArray());
        Assert.Equal("hidden", difference.GetProperty("setting").GetString());
    }

    [Theory]
    [InlineData("runs list nosuch", "there is no folder")]
    [InlineData("runs show", "needs a RUN")]
    [InlineData("runs show nosuch", "holds no run")]
    [InlineData("runs compare nosuch", "two runs or more")]
    [InlineData("runs compare a b", "holds no run")]
    [InlineData("replay", "needs a RUN")]
    [InlineData("replay a", "needs --step")]
    [InlineData("replay a --step -1", "of at least 0")]
    [InlineData("replay a --step 1", "holds no run")]
    [InlineData("replay a --step 1 --out a.png", "ends in .safetensors")]
    public void Runs_that_are_not_there_are_refused(string command, string says) =>
        Assert.Contains(says, CommandRun.Of(command.Split(' ')).MustBeRefused(), StringComparison.Ordinal);

    [Fact]
    public void The_last_step_replayed_is_the_model()
    {
        Train("a");

        var run = CommandRun.Of("replay", _folder["a"], "--step", "18", "--out", _folder["m.safetensors"], "--json");

        var result = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal((Digest("a"), 3), (result.GetProperty("digest").GetString(), result.GetProperty("epoch").GetInt32()));
        Assert.Equal(Digest("a"), ModelFile.Load(_folder["m.safetensors"]).Network.Digest());
        Assert.Contains("has 18 steps", CommandRun.Of("replay", _folder["a"], "--step", "19").MustBeRefused(), StringComparison.Ordinal);
    }

    private void Train(string folder, params string[] options)
    {
        string[] usual = [.. options.Contains("--hidden") ? [] : (string[])["--hidden", "5"], .. options.Contains("--epochs") ? [] : (string[])["--epochs", "3"]];
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[folder])!);
        Assert.Equal(0, CommandRun.Of(["train", "--data", _data, "--out", _folder[folder], "--quiet", .. usual, .. options]).ExitCode);
    }

    private string Digest(string folder) =>
        JsonDocument.Parse(File.ReadAllText(_folder[folder + "/result.json"])).RootElement.GetProperty("digest").GetString()!;

    // All but the time that they took.
    private List<string> Lines(string folder) =>
        [.. File.ReadLines(_folder[folder + "/metrics.jsonl"]).Select(line => System.Text.RegularExpressions.Regex.Replace(line, "\"seconds\":[^,}]*", ""))];
}
