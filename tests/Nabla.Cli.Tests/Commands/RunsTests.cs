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
            var stopped = CommandRun.With(
                new CommandRun.Setting { Cancellation = interrupt.Token, Wrote = text => { if (text.Contains("\"epoch\":7,", StringComparison.Ordinal)) interrupt.Cancel(); } },
                ["train", "--data", _data, "--hidden", "5", "--out", _folder["a"], "--json", .. recipe]);
            Assert.Equal(130, stopped.ExitCode);
            Assert.Contains($"train --resume {_folder["a"]}' goes on", stopped.Error, StringComparison.Ordinal);
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

    // A word as target, a number, and a test table of its own; the second run of each is cut off as a kill would.
    [Theory]
    [InlineData("kind --ignore row --missing mean --test-split 0.3", "accuracy")]
    [InlineData("length --categorical colour --missing drop --delimiter ; --seed 5", "R²")]
    [InlineData("kind --missing most-frequent --test-data", "accuracy")]
    [InlineData("length --missing median --ignore row --restore-best --patience 2 --validation-split 0.2", "R²")]
    public void A_run_on_a_table_goes_on_and_is_made_again(string options, string score)
    {
        string[] recipe = ["--target", .. options.Split(' '), .. options.EndsWith("data", StringComparison.Ordinal) ? [_folder["other.csv"]] : (string[])[]];
        WriteTable("table.csv", 120);
        WriteTable("other.csv", 30);
        WriteTable("new.csv", 30, whole: true);
        string[] table = ["train", "--data", _folder["table.csv"], "--epochs", "6", "--quiet", .. recipe];
        Assert.Equal(0, CommandRun.Of([.. table, "--out", _folder["whole"]]).ExitCode);
        Assert.Equal(0, CommandRun.Of([.. table, "--out", _folder["a"]]).ExitCode);
        File.Delete(_folder["a/result.json"]);
        File.Delete(_folder["a/model.safetensors"]);
        foreach (string keyframe in Directory.GetFiles(_folder["a/keyframes"]).Order().Skip(2)) File.Delete(keyframe);

        var run = CommandRun.Of("train", "--resume", _folder["a"]);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Going on after step", run.Error, StringComparison.Ordinal);
        Assert.Equal(Digest("whole"), Digest("a"));
        Assert.Equal(Lines("whole"), Lines("a"));
        var (expected, info) = (Model.Load(_folder["whole"] + "/model.safetensors").Info, Model.Load(_folder["a/model.safetensors"]).Info);
        Assert.Equal(expected.ClassNames, info.ClassNames);
        Assert.Equal(expected.Table!.Columns.Select(column => column.Name), info.Table!.Columns.Select(column => column.Name));
        Assert.Equal(expected.Table.Target.Name, info.Table.Target.Name);
        Assert.NotEmpty(CommandRun.Of("predict", _folder["a"], _folder["new.csv"], "--json").Out);
        Assert.Equal(CommandRun.Of("predict", _folder["whole"], _folder["new.csv"], "--json").Out, CommandRun.Of("predict", _folder["a"], _folder["new.csv"], "--json").Out);

        string name = SavedRun.Open(_folder["a"]).Record.Name;
        Assert.Equal(0, CommandRun.Of("train", "--run", name, "--out", _folder["b"], "--quiet").ExitCode);
        Assert.Equal(0, CommandRun.Of("train", "--config", _folder["a/run.json"], "--out", _folder["c"], "--quiet").ExitCode);
        Assert.Equal((Digest("a"), Digest("a")), (Digest("b"), Digest("c")));

        long last = SavedRun.Open(_folder["a"]).Epochs[^1].Step;
        var replayed = CommandRun.Of("replay", _folder["a"], "--step", $"{last - 1}", "--out", _folder["m.safetensors"]);
        Assert.Contains($"test {score} ", replayed.Out, StringComparison.Ordinal);
        Assert.Equal(0, CommandRun.Of("predict", _folder["m.safetensors"], _folder["new.csv"]).ExitCode);
        Assert.Contains($"test {score} ", CommandRun.Of("runs", "show", _folder["a"]).Out, StringComparison.Ordinal);
        Assert.Contains($"test {score} ", CommandRun.Of("train", "--resume", _folder["a"]).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_numbers_in_a_table_are_refused()
    {
        WriteTable("table.csv", 60);
        Assert.Equal(0, CommandRun.Of("train", "--data", _folder["table.csv"], "--target", "length",
            "--missing", "drop", "--epochs", "2", "--out", _folder["a"], "--quiet").ExitCode);
        File.Delete(_folder["a/result.json"]);
        string text = File.ReadAllText(_folder["table.csv"]);
        File.WriteAllText(_folder["table.csv"], text.Replace(";1.05;", ";1.06;", StringComparison.Ordinal));

        Assert.Contains("no longer those", CommandRun.Of("train", "--resume", _folder["a"]).MustBeRefused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"task\": \"regresion\"", "--task is 'regresion'")]
    [InlineData("\"missing\": \"zero\"", "--missing is 'zero'")]
    [InlineData("\"delimiter\": \"ab\"", "--delimiter is 'ab'")]
    [InlineData("\"test-split\": 0.3, \"test-data\": \"b.csv\"", "leave one of them out")]
    [InlineData("\"test-split\": 1", "less than 1")]
    public void Bad_settings_of_a_table_are_refused(string settings, string says)
    {
        WriteTable("table.csv", 60);
        File.WriteAllText(_folder["c.json"], $$"""{"data": {{JsonSerializer.Serialize(_folder["table.csv"])}}, "target": "kind", {{settings}}}""");

        Assert.Contains(says, CommandRun.Of("train", "--config", _folder["c.json"]).MustBeRefused(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_on_a_folder_of_images_goes_on()
    {
        for (int i = 0; i < 20; i++)
        {
            foreach (int side in new[] { 0, 1 })
            {
                byte[] pixels = [.. Enumerable.Range(0, 24).Select(p => (byte)((p % 6 < 3) == (side == 0) ? 200 + i : i))];
                Directory.CreateDirectory(_folder[$"sides/side{side}"]);
                new GrayImage(6, 4, pixels).SavePng(_folder[$"sides/side{side}/{i}.png"]);
            }
        }

        foreach (string folder in new[] { "whole", "a" })
        {
            Assert.Equal(0, CommandRun.Of("train", "--data", _folder["sides"], "--resize", "5x5", "--test-split", "0.4", "--hidden", "6", "--augment", "shift",
                "--epochs", "4", "--out", _folder[folder], "--quiet").ExitCode);
        }

        File.Delete(_folder["a/result.json"]);
        File.Delete(_folder["a/model.safetensors"]);
        foreach (string keyframe in Directory.GetFiles(_folder["a/keyframes"]).Order().Skip(1)) File.Delete(keyframe);

        Assert.Equal(0, CommandRun.Of("train", "--resume", _folder["a"], "--quiet").ExitCode);
        Assert.Equal(Digest("whole"), Digest("a"));
        Assert.Equal(["side0", "side1"], Model.Load(_folder["a/model.safetensors"]).Info.ClassNames!);
        Assert.Contains("\"class\":\"side1\"", CommandRun.Of("predict", _folder["a"], _folder["sides/side1/3.png"], "--json").Out, StringComparison.Ordinal);
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

        File.WriteAllText(_folder["a/run.json"], record.Replace($"\"{AnsweringFlag.Version}\"", "\"0.0.1-older\"", StringComparison.Ordinal));
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

    // The option, the name that it prints and the page's choice (RunSettingsTests) are one decision.
    [Theory]
    [InlineData("he", "--activation", "relu")]
    [InlineData("xavier", "--activation", "relu", "--initializer", "xavier")]
    [InlineData("he", "--run", "nabla:1/hidden=5/epochs=3", "--activation", "relu")]
    public void A_name_has_the_initialiser_that_the_options_chose(string initializer, params string[] options)
    {
        Train("a", options);
        string name = SavedRun.Open(_folder["a"]).Record.Name;

        Assert.Contains($"/activation=relu/initializer={initializer}/", name, StringComparison.Ordinal);
        Assert.Equal(0, CommandRun.Of("train", "--run", name, "--out", _folder["b"], "--quiet").ExitCode);
        Assert.Equal(Digest("a"), Digest("b"));
    }

    [Fact]
    public void A_name_that_says_no_initialiser_has_the_one_that_the_options_choose()
    {
        Train("a", "--activation", "relu");
        string name = SavedRun.Open(_folder["a"]).Record.Name.Replace("/initializer=he", "", StringComparison.Ordinal);
        Assert.Equal(0, CommandRun.Of("train", "--run", name, "--out", _folder["b"], "--quiet").ExitCode);
        Assert.Equal(Digest("a"), Digest("b"));
    }

    [Theory]
    [InlineData("optimizer=adam", "beta1=0.8", "beta2=0.99", "epsilon=0.001")]
    [InlineData("optimizer=rmsprop", "rho=0.9", "epsilon=0.001")]
    [InlineData("optimizer=nesterov", "momentum=0.5")]
    [InlineData("schedule=step", "step-every=1", "step-decay=0.25")]
    [InlineData("schedule=cosine", "cosine-least=0.5")]
    [InlineData("schedule=one-cycle", "one-cycle-rise=0.5")]
    [InlineData("schedule=plateau", "plateau-patience=1", "plateau-decay=0.25", "minimum-improvement=0.5")]
    public void What_a_name_can_say_an_option_can(params string[] settings)
    {
        Train("a", [.. settings.SelectMany(setting => $"--{setting}".Split('='))]);
        string name = SavedRun.Open(_folder["a"]).Record.Name;

        Assert.All(settings, setting => Assert.Contains($"/{setting}/", $"{name}/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--beta1 0.5", "sgd has no such setting; it is for adam, adamw")]
    [InlineData("--optimizer adam --beta1 1", "less than 1")]
    [InlineData("--schedule cosine --step-every 3", "cosine has no such setting; it is for step")]
    [InlineData("--optimizer adamw --weight-decay 1000", "when multiplied by the learning rate")]
    public void Settings_of_others_are_refused(string options, string says) =>
        Assert.Contains(says, CommandRun.Of(["train", .. options.Split(' ')]).MustBeRefused(), StringComparison.Ordinal);

    // An option, a name and a file draw the line in the same place.
    [Theory]
    [InlineData("weight-decay", "0", true)]
    [InlineData("l2", "0", true)]
    [InlineData("clip", "0", false)]
    [InlineData("dropout", "1", false)]
    [InlineData("until-accuracy", "0", false)]
    [InlineData("batch-size", "0", false)]
    public void Ranges_are_the_same_everywhere(string setting, string value, bool good)
    {
        Assert.Equal(good ? 0 : 2,
            CommandRun.Of("train", "--data", _data, "--optimizer", "adamw", "--epochs", "1", $"--{setting}", value, "--out", _folder["a"], "--quiet").ExitCode);
        Assert.Equal(good, Record.Exception(() => RunName.Parse($"nabla:1/optimizer=adamw/{setting}={value}")) is null);
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
    [InlineData("replay a --step 1 --out a.png", "ends in .onnx, .json or .safetensors")]
    public void Runs_that_are_not_there_are_refused(string command, string says) =>
        Assert.Contains(says, CommandRun.Of(command.Split(' ')).MustBeRefused(), StringComparison.Ordinal);

    [Fact]
    public void The_last_step_replayed_is_the_model()
    {
        Train("a");

        var run = CommandRun.Of("replay", _folder["a"], "--step", "18", "--out", _folder["m.safetensors"], "--json");

        var result = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal((Digest("a"), 3), (result.GetProperty("digest").GetString(), result.GetProperty("epoch").GetInt32()));
        Assert.Equal(Digest("a"), Model.Load(_folder["m.safetensors"]).Network.Digest());
        Assert.Contains("has 18 steps", CommandRun.Of("replay", _folder["a"], "--step", "19").MustBeRefused(), StringComparison.Ordinal);
    }

    private void Train(string folder, params string[] options)
    {
        string[] usual = [.. options.Contains("--hidden") ? [] : (string[])["--hidden", "5"], .. options.Contains("--epochs") ? [] : (string[])["--epochs", "3"]];
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[folder])!);
        Assert.Equal(0, CommandRun.Of(["train", "--data", _data, "--out", _folder[folder], "--quiet", .. usual, .. options]).ExitCode);
    }

    private void WriteTable(string name, int rows, bool whole = false)
    {
        string[] kinds = ["aster", "broom", "clover"];
        File.WriteAllText(_folder[name], "row;length;colour;kind\n" + string.Concat(Enumerable.Range(0, rows).Select(i => string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{(i % 11 == 4 && !whole ? "" : $"{i}")};{(i % 3 * 2) + 1 + (i % 7 * 0.05):F2};{(i % 2 == 0 ? "red" : "blue")};{kinds[i % 3]}\n"))));
    }

    private string Digest(string folder) =>
        JsonDocument.Parse(File.ReadAllText(_folder[folder + "/result.json"])).RootElement.GetProperty("digest").GetString()!;

    // All but the time that they took.
    private List<string> Lines(string folder) =>
        [.. File.ReadLines(_folder[folder + "/metrics.jsonl"]).Select(line => System.Text.RegularExpressions.Regex.Replace(line, "\"seconds\":[^,}]*", ""))];
}
