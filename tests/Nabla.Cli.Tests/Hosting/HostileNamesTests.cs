using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Nabla.Cli.Tests;

/// <summary>Hostile names in files and arguments, through every command: nothing of them acts on the terminal, none is "a mistake of ours".</summary>
public sealed class HostileNamesTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public static TheoryData<string> Names => [Hostile.Name, Hostile.Long];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_in_a_table(string name)
    {
        string data = Table($"{(OperatingSystem.IsWindows() ? "table" : Hostile.File)}.csv", name);
        string[] target = ["--data", data, "--target", "kind", "--hidden", "4", "--epochs", "3"];
        string run = _folder["run"], model = Path.Combine(run, "model.safetensors");
        Hostile.Try(["train", .. target, "--overwrite", "--out", run]);
        Assert.True(File.Exists(model));
        Hostile.Try("evaluate", run, "--data", data);
        Hostile.Try("evaluate", run);
        Hostile.Try("predict", run, data);
        Hostile.Try("predict", run, "--example", "1", "--data", data);
        Hostile.Try("predict", run, data, "--json");
        Hostile.Try("explain", run, "--data", data, "--example", "1");
        Hostile.Try("explain", run, "--data", data, "--examples", "0..3");
        Hostile.Try("sensitivity", run, "--data", data);
        Hostile.Try("gradcheck", run, "--data", data);
        Hostile.Try("data", "info", data);
        Hostile.Try("data", "view", data);
        Hostile.Try("runs", "list", _folder.Path);
        Hostile.Try("runs", "show", run);
        Hostile.Try("runs", "compare", run, run);
        Hostile.Try("replay", run, "--step", "1");
        Hostile.Try("train", "--resume", run);
        Hostile.Try(["find-learning-rate", .. target[..^2], "--steps", "20"]);
        foreach (string file in new[] { "x.json", "x.onnx", "x.safetensors" })
        {
            Hostile.Try("export", run, _folder[file], "--overwrite");
            Hostile.Try("import", _folder[file], _folder["again.safetensors"], "--overwrite");
        }

        // What is wrong with a table is told with its names and cells.
        Hostile.Try("train", "--data", data, "--target", name, "--out", _folder["none"]);
        Hostile.Try("train", "--data", data, "--target", "size", "--task", "regression", "--out", _folder["none"]);
        Hostile.Try("train", "--data", data, "--target", "kind", "--ignore", name, "--out", _folder["none"]);
        Hostile.Try("predict", run, Table("other.csv", name + "?"));
        Hostile.Try("evaluate", run, "--data", _folder["other.csv"]);
        Hostile.Try("train", "--data", Write("twice.csv", $"{Cell(name)},{Cell(name)}\n1,2\n"), "--target", "1", "--out", _folder["none"]);
        Hostile.Try("train", "--data", Write("short.csv", $"a,{Cell(name)}\n1\n"), "--target", "1", "--out", _folder["none"]);
        Hostile.Try("train", "--data", Write("long.csv", $"a,b\n1,2,{Cell(name)}\n"), "--target", "1", "--out", _folder["none"]);
        Hostile.Try("train", "--data", Write("quote.csv", $"a,b\n1,\"{name}\n"), "--target", "1", "--out", _folder["none"]);
    }

    [Fact]
    public void Real_words_stay_as_they_are()
    {
        string data = Table("words.csv", "汉字 ünï 😀 عربي");
        CommandRun.Of("train", "--data", data, "--target", "kind", "--hidden", "4", "--epochs", "3", "--out", _folder["run"]);

        foreach (var screen in Hostile.Screens)
        {
            var run = CommandRun.With(new CommandRun.Setting { Out = screen, Error = screen }, "predict", _folder["run"], data);
            Assert.Contains("汉字 ünï 😀 عربي", run.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Names_of_folders_of_images()
    {
        if (OperatingSystem.IsWindows()) return;
        string images = Path.Combine(_folder.Path, "i" + Hostile.File);
        foreach (string name in new[] { Hostile.File, "plain" })
        {
            Directory.CreateDirectory(Path.Combine(images, name));
            for (int i = 0; i < 6; i++) File.WriteAllText(Path.Combine(images, name, $"{i}{Hostile.File}.pgm"), $"P2 2 2 255 {(name == "plain" ? "255 0 0 0" : "0 0 0 255")}");
        }

        string run = _folder["run"];
        Hostile.Try("train", "--data", images, "--hidden", "4", "--epochs", "3", "--overwrite", "--out", run);
        Assert.True(File.Exists(Path.Combine(run, "model.safetensors")));
        Hostile.Try("evaluate", run, "--data", images);
        Hostile.Try("predict", run, Path.Combine(images, Hostile.File, $"0{Hostile.File}.pgm"), Path.Combine(images, "nosuch" + Hostile.File));
        Hostile.Try("explain", run, Path.Combine(images, Hostile.File, $"0{Hostile.File}.pgm"), "--no-normalize");
        Hostile.Try("explain", run, "--data", images);
        Hostile.Try("data", "info", images);
        Hostile.Try("data", "view", images);
        Hostile.Try("experiment", "weight-pictures", "--data", images, "--model", run);
        File.WriteAllText(Path.Combine(images, Hostile.File, "broken.png"), "no picture");
        Hostile.Try("train", "--data", images, "--out", _folder["none"]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_in_run_folders(string name)
    {
        string data = TinyData.Write(_folder["tiny"]), run = _folder["runs/x"];
        CommandRun.Of("train", "--data", data, "--hidden", "4", "--epochs", "3", "--out", run);
        string record = Path.Combine(run, "run.json"), result = Path.Combine(run, "result.json");
        string goodRecord = File.ReadAllText(record), goodResult = File.ReadAllText(result);
        foreach (string key in new[] { "name", "preset", "version", "started", "system", "processor", "runtime", "trainDigest", "data", "activation", "cost", "hidden" })
        {
            File.WriteAllText(record, With(goodRecord, key, name));
            TryRun();
        }

        File.WriteAllText(record, With(goodRecord, "data", name).Replace("\"format\"", $"{JsonSerializer.Serialize(name)}: 1, \"format\"", StringComparison.Ordinal));
        TryRun();
        File.WriteAllText(record, goodRecord);
        foreach (string key in new[] { "state", "digest", "model", "run", "optimizer", "bestTestAccuracy", "epochs" })
        {
            File.WriteAllText(result, With(goodResult, key, name));
            TryRun();
        }

        File.WriteAllText(result, goodResult);
        File.AppendAllText(Path.Combine(run, "metrics.jsonl"),
            $"{{\"event\":{JsonSerializer.Serialize(name)},\"epoch\":1,\"step\":1,\"cost\":\"{(name.Length > 1000 ? "NaN" : "x")}\"}}\n");
        TryRun();

        void TryRun()
        {
            Hostile.Try("runs", "list", _folder["runs"]);
            Hostile.Try("runs", "show", run);
            Hostile.Try("runs", "compare", run, run);
            Hostile.Try("runs", "list", _folder["runs"], "--json");
            Hostile.Try("replay", run, "--step", "1");
            Hostile.Try("train", "--resume", run);
            Hostile.Try("train", "--config", record, "--out", _folder["none"], "--overwrite");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_in_models(string name)
    {
        string data = TinyData.Write(_folder["tiny"]), file = _folder["m.safetensors"];
        var network = Network.Create(16, 1, new Dense(4, Activation.Sigmoid, Initializer.Xavier), new Dense(3, Activation.Sigmoid, Initializer.Xavier));
        network.Save(file, new ModelInfo { ClassNames = [name, "b", "c"], Provenance = new Dictionary<string, string> { ["data"] = name, [name] = name } });
        Hostile.Try("evaluate", file, "--data", data);
        Hostile.Try("evaluate", file);
        Hostile.Try("predict", file, "--example", "1", "--data", data);
        Hostile.Try("explain", file, "--data", data);
        Hostile.Try("export", file, _folder["m.json"]);
        Hostile.Try("descend", "--model", file, "--data", data);
        Hostile.Try("experiment", "noise", "--model", file, "--data", data, "--pictures", "4");

        string json = JsonSerializer.Serialize(name);
        foreach (string header in new[]
        {
            $$"""{ "__metadata__": { "nabla.activations": {{json}} }, "layers.0.weight": { "dtype": "F32", "shape": [1, 1], "data_offsets": [0, 4] } }""",
            $$"""{ "__metadata__": { "nabla.activations": "tanh", "nabla.cost": {{json}} }, "layers.0.weight": { "dtype": "F32", "shape": [1, 1], "data_offsets": [0, 4] } }""",
            $$"""{ "__metadata__": { "nabla.activations": "tanh", "nabla.table": {{json}} }, "layers.0.weight": { "dtype": "F32", "shape": [1, 1], "data_offsets": [0, 4] } }""",
            $$"""{ {{json}}: { "dtype": "F32", "shape": [1, 1], "data_offsets": [0, 4] } }""",
            $$"""{ {{json}}: 1 }""",
            $$"""{ {{json}}: { "dtype": "F32" } }""",
            $$"""{ "layers.0.weight": { "dtype": {{json}}, "shape": [1, 1], "data_offsets": [0, 4] } }""",
            $"{name}",
            "{ \"\\ud800\": 1 }",
        })
        {
            byte[] bytes = Encoding.UTF8.GetBytes(header);
            File.WriteAllBytes(file, [.. BitConverter.GetBytes((long)bytes.Length), .. bytes, 0, 0, 0, 0]);
            Hostile.Try("evaluate", file, "--data", data);
            Hostile.Try("import", file, _folder["n.safetensors"], "--overwrite");
        }

        foreach (string text in new[]
        {
            $$"""{ "sizes": [1, 1], "weights": [[[0]]], "biases": [[[0]]], "cost": {{json}} }""",
            $$"""{ "layers": [ { "weights": [[0]], "biases": [0], "activation": {{json}} } ], {{json}}: {{json}} }""",
            $$"""{ "layers": {{json}} }""",
            "{ \"layers\": \"\\ud800\" }",
            name,
        })
        {
            Hostile.Try("import", Write("n.json", text), _folder["n.safetensors"], "--overwrite");
            Hostile.Try("import", Write("n.onnx", text), _folder["n.safetensors"], "--overwrite");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_in_configurations(string name)
    {
        string json = JsonSerializer.Serialize(name);
        foreach (string text in new[]
        {
            $$"""{ {{json}}: 1 }""", $$"""{ "data": {{json}} }""", $$"""{ "activation": {{json}} }""", $$"""{ "cost": {{json}} }""", $$"""{ "hidden": [{{json}}] }""",
            $$"""{ "data": "digits", "initializer": {{json}} }""", $$"""{ "data": { {{json}}: 1 } }""", $$"""{ "optimizer": {{json}}, "schedule": {{json}} }""",
            $$"""{ "epochs": {{json}} }""", """{ "data": "a\u0000.csv", "target": "1" }""",
            """{ "data": "digits", "test-data": "a\u0000.csv" }""", $$"""{ {{json}}: 1, {{json}}: 2 }""", name, $"\"{name}",
        })
        {
            Hostile.Try("train", "--config", Write("c.json", text), "--out", _folder["none"]);
        }
    }

    [Theory]
    [InlineData("{\"data\":\"\\ud800\"}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"data\":\"\\udc00x\"}")]
    [InlineData("{\"hidden\":[\"\\ud800\"]}")]
    [InlineData("{\"configuration\":{\"data\":\"\\ud800\"}}")]
    public void Half_a_character_in_a_configuration_or_a_run_is_refused(string text)
    {
        string line = CommandRun.Of("train", "--config", Write("c.json", text), "--out", _folder["none"]).MustBeRefused();
        Assert.Contains("half of a character", line, StringComparison.Ordinal);

        Directory.CreateDirectory(_folder["run"]);
        File.WriteAllText(_folder["run/run.json"], text);
        CommandRun.Of("runs", "show", _folder["run"]).MustBeRefused();
        Assert.Equal(0, CommandRun.Of("runs", "list", _folder.Path).ExitCode);
    }

    [Fact]
    public void A_configuration_that_is_not_UTF_8_is_refused()
    {
        File.WriteAllBytes(_folder["c.json"], [.. "{\"data\":\""u8, 0xFF, .. "\"}"u8]);

        Assert.Contains("not UTF-8", CommandRun.Of("train", "--config", _folder["c.json"], "--out", _folder["none"]).MustBeRefused(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_in_arguments(string name)
    {
        string[] commands =
        [
            "train", "evaluate", "predict", "explain", "sensitivity", "gradcheck", "chain", "descend", "experiment", "experiment noise", "export", "import", "bench",
            "runs", "runs list", "runs show", "runs compare", "replay", "data", "data get", "data info", "data view", "data make", "find-learning-rate", "lab",
        ];
        // None of these gets as far as to do anything.
        string[] options = ["--data", "--run", "--config", "--resume", "--activation", "--cost",
            "--hidden", "--epochs", "--formula", "--function", "--job", "--step", "--seeds", "--model"];
        foreach (string command in commands)
        {
            string[] words = command.Split(' ');
            Refused([.. words, name, name, name]);
            Refused([.. words, "--" + name]);
            foreach (string option in options.Where(option => command is not ("lab" or "bench") || option is "--job" or "--cost")) Refused([.. words, option, name]);
        }

        foreach (string command in new[] { "evaluate", "export", "runs list", "runs show", "replay", "data get", "data info", "data view", "data make" })
            Refused([.. command.Split(' '), name]);

        static void Refused(params string[] args) => Hostile.TryOn(Screen.Redirected, args);

        Hostile.Try(name);
        Hostile.Try("train", "--run", "nabla:1/" + name);
        Hostile.Try("train", "--run", $"nabla:1/data={Uri.EscapeDataString(name)}");
        Hostile.Try("train", "--run", $"nabla:{name}/data=digits");
        Hostile.Try("descend", "--function", $"x^2+{name}");
        Hostile.Try("gradcheck", "--formula", name);
        Hostile.Try("chain", "--weights", name);
    }

    [Fact]
    public void A_run_suggests_the_name_of_its_own_configuration_and_none_that_it_was_given()
    {
        string data = TinyData.Write(_folder["tiny"]), run = _folder["run"];
        CommandRun.Of("train", "--data", data, "--hidden", "4", "--epochs", "1", "--out", run);
        string record = Path.Combine(run, "run.json"), text = File.ReadAllText(record);
        string named = CommandRun.Of("runs", "show", run).OutLines.Single(line => line.Contains("--run ", StringComparison.Ordinal));
        File.WriteAllText(record, With(text, "name", "nabla:1/data=elsewhere'; rm -rf ~; '"));

        Assert.Equal(named, CommandRun.Of("runs", "show", run).OutLines.Single(line => line.Contains("--run ", StringComparison.Ordinal)));
    }

    // Another text for a key, wherever it stands in the object.
    private static string With(string json, string key, string value)
    {
        int at = json.IndexOf($"\"{key}\":", StringComparison.Ordinal);
        Assert.True(at >= 0, key);
        int from = at + key.Length + 3, depth = 0, to = from;
        bool inText = false;
        for (; ; to++)
        {
            char c = json[to];
            if (c == '"' && json[to - 1] != '\\') inText = !inText;
            if (inText) continue;
            if (c is '[' or '{') depth++;
            if (c is ',' or ']' or '}' && depth == 0) break;
            if (c is ']' or '}') depth--;
        }

        return json[..from] + JsonSerializer.Serialize(value) + json[to..];
    }

    private string Table(string file, string name)
    {
        var text = new StringBuilder($"{Cell(name)},size,kind\n");
        for (int i = 0; i < 30; i++)
            text.Append(CultureInfo.InvariantCulture, $"{Cell(i % 2 == 0 ? name : "other")},{i % 7},{Cell(i % 3 == 0 ? name : "[b]x[/]")}\n");
        return Write(file, text.ToString());
    }

    private static string Cell(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private string Write(string name, string text)
    {
        File.WriteAllText(_folder[name], text);
        return _folder[name];
    }
}
