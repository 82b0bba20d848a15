using System.Text.Json;

namespace Nabla.Cli.Tests;

/// <summary>What is in the folder that a run is to go into, or comes from, is not touched unless a run wrote it, and nothing outside it ever.</summary>
public sealed class RunFolderTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly string _data;

    public RunFolderTests() => _data = TinyData.Write(_folder["tiny"]);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_folder_with_files_of_the_user_is_refused_untouched(bool overwrite)
    {
        Write("user/result.json", "r");
        Write("user/checkpoint.safetensors", "c");
        Write("user/keyframes/anim.blend", "a");
        Write("user/sub/.video.part", "v");
        Write("ext/.thesis.part", "t");
        if (!OperatingSystem.IsWindows()) Directory.CreateSymbolicLink(_folder["user/link"], _folder["ext"]);
        var before = Contents();

        string line = Train("user", overwrite ? ["--overwrite"] : []).MustBeRefused();

        Assert.Contains("'checkpoint.safetensors', which no run wrote; choose an empty or another folder. Nothing was overwritten.", line, StringComparison.Ordinal);
        Assert.Equal(before, Contents());
    }

    [Fact]
    public async Task The_folder_that_one_stands_in_is_refused_where_it_holds_anything()
    {
        Write(".thesis.part", "t");
        var before = Contents();
        using var process = CommandProcess.Start(_folder, "train", "--data", "tiny", "--epochs", "1", "--out", ".", "--overwrite");

        string line = (await process.EndAsync()).MustBeRefused();

        Assert.Contains("--out is '.', which holds '.thesis.part', which no run wrote", line, StringComparison.Ordinal);
        Assert.Equal(before, Contents());
    }

    [Fact]
    public void Overwriting_and_resuming_leave_what_the_user_put_into_a_run_s_folder()
    {
        Assert.Equal(0, Train("a").ExitCode);
        string[] mine = ["a/notes.txt", "a/model.onnx", "a/keyframes/anim.blend", "a/sub/.video.part", "a/.thesis.k3v0aqz1.x2c.part"];
        foreach (string name in mine) Write(name, "mine");

        Assert.Equal(0, Train("a", "--overwrite", "--seed", "2").ExitCode);
        File.Delete(_folder["a/result.json"]);
        Assert.Equal(0, CommandRun.Of("train", "--resume", _folder["a"], "--quiet").ExitCode);

        Assert.All(mine, name => Assert.Equal("mine", File.ReadAllText(_folder[name])));
        Assert.Equal(TrainingState.Finished, SavedRun.Open(_folder["a"]).State);
    }

    [Fact]
    public void A_start_that_was_killed_before_its_record_stood_is_begun_again()
    {
        Write("a/.lock", "");
        Write("a/.run.json.k3v0aqz1.x2c.part", "{");

        Assert.Equal(0, Train("a").ExitCode);
        Assert.DoesNotContain(_folder.Files(), name => name.EndsWith(".part", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("metrics.jsonl", "victim")]
    [InlineData("metrics.jsonl", "nowhere")]
    [InlineData(".lock", "nowhere")]
    [InlineData("keyframes", "victims")]
    [InlineData("checkpoint.safetensors", "victim")]
    [InlineData("checkpoint.previous.safetensors", "/dev/zero")]
    [InlineData("model.safetensors", "victim")]
    [InlineData("run.json", "run.json")]
    public void A_run_of_a_stranger_cannot_be_resumed_into_other_places(string name, string target)
    {
        if (OperatingSystem.IsWindows()) return;
        Interrupted("hostile");
        Write("victim", "alias ll='ls -l'");
        Write("victims/.mail.part", "mine");
        File.Copy(_folder["hostile/run.json"], _folder["run.json"]);
        Link("hostile/" + name, target);
        var before = Contents();

        Assert.Contains($"'{name}', which is ", CommandRun.Of("train", "--resume", _folder["hostile"], "--quiet").MustBeRefused(), StringComparison.Ordinal);
        Assert.Contains($"'{name}', which is ", Train("hostile", "--overwrite").MustBeRefused(), StringComparison.Ordinal);
        Assert.Equal(before, Contents());
    }

    [Fact]
    public void A_model_in_a_run_s_folder_is_not_read_through_a_link()
    {
        if (OperatingSystem.IsWindows()) return;
        Interrupted("a");
        File.Move(_folder["a/model.safetensors"], _folder["secret.safetensors"]);
        Link("a/model.safetensors", "secret.safetensors");

        Assert.Contains("is a link", CommandRun.Of("evaluate", _folder["a"], "--data", _data).MustBeRefused(), StringComparison.Ordinal);
        Assert.Equal(0, CommandRun.Of("evaluate", _folder["secret.safetensors"], "--data", _data).ExitCode);
    }

    [Fact]
    public async Task Pipes_and_devices_in_a_run_s_folder_keep_no_command_waiting()
    {
        if (OperatingSystem.IsWindows()) return;
        foreach (string name in new[] { "run.json", "result.json", "metrics.jsonl", "model.safetensors", ".lock", "keyframes" })
        {
            Interrupted($"runs/of-{name}");
            Remove($"runs/of-{name}/{name}");
            using var process = System.Diagnostics.Process.Start("mkfifo", [_folder[$"runs/of-{name}/{name}"]]);
            await process.WaitForExitAsync();
        }

        await Task.Run(() =>
        {
            Assert.Equal(5, Names(CommandRun.Of("runs", "list", _folder["runs"], "--json").Out).Count);
            Assert.Equal(5, Offered().Count);
            foreach (string name in new[] { "run.json", "result.json", "metrics.jsonl", "model.safetensors", ".lock", "keyframes" })
            {
                Assert.Null(new RunShelf([_folder["runs"]]).Find($"of-{name}/{name}"));
                CommandRun.Of("train", "--resume", _folder["runs/of-" + name]).MustBeRefused();
                Assert.Equal(name == "run.json" ? 2 : 0, CommandRun.Of("runs", "show", _folder["runs/of-" + name]).ExitCode);
                Assert.Equal(name == "model.safetensors" ? 2 : 0, CommandRun.Of("evaluate", _folder["runs/of-" + name], "--data", _data).ExitCode);
                Assert.Equal(name == "run.json" ? 2 : 0, CommandRun.Of("replay", _folder["runs/of-" + name], "--step", "4").ExitCode);
            }
        }).WaitAsync(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public void A_run_that_cannot_be_read_hides_no_other()
    {
        Interrupted("runs/good");
        string record = File.ReadAllText(_folder["runs/good/run.json"]);
        var broken = new Dictionary<string, string>
        {
            ["null"] = "null",
            ["empty"] = "",
            ["data"] = WithField(record, "data", "null"),
            ["gap"] = WithField(record, "data", "{}"),
            ["layers"] = WithField(record, "layers", "null"),
            ["machine"] = WithField(record, "machine", "null"),
            ["configuration"] = WithField(record, "configuration", "null"),
            ["surrogate"] = WithField(record, "configuration", """{"data": "\ud800"}"""),
            ["format"] = WithField(record, "format", "1e999"),
        };
        foreach (var (name, json) in broken) Write($"runs/{name}/run.json", json);
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(_folder["runs/zero"]);
            Link("runs/zero/run.json", "/dev/zero");
            broken.Add("zero", "");
        }

        // These are read all the same.
        foreach (string name in new[] { "lines", "result", "examples" }) Write($"runs/{name}/run.json", record);
        Write("runs/lines/metrics.jsonl", "null\n");
        Write("runs/examples/run.json", record.Replace("\"trainExamples\": 60", "\"trainExamples\": 0", StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows()) Link("runs/result/result.json", "/dev/zero");

        var list = CommandRun.Of("runs", "list", _folder["runs"], "--json");

        Assert.Equal(0, list.ExitCode);
        Assert.Equal(["examples", "good", "lines", "result"], Names(list.Out));
        Assert.Equal(["examples", "good", "lines", "result"], Offered());
        Assert.Equal(broken.Count, list.ErrorLines.Length);
        foreach (string name in broken.Keys)
        {
            Assert.Contains(list.ErrorLines, line => line.Contains(Path.Combine("runs", name), StringComparison.Ordinal));
            CommandRun.Of("runs", "show", _folder["runs/" + name]).MustBeRefused();
        }
    }

    [Fact]
    public void A_run_of_all_the_epochs_that_can_be_counted_goes_on()
    {
        foreach (string[] command in new string[][]
        {
            ["--data", _data, "--hidden", "5", "--epochs", "2147483647", "--out", _folder["a"], "--checkpoint-every", "5"], ["--resume", _folder["a"]],
        })
        {
            using var interrupt = new CancellationTokenSource();
            DateTime before = File.GetLastWriteTimeUtc(_folder["a/metrics.jsonl"]);
            using var timer = new Timer(_ =>
            {
                if (File.Exists(_folder["a/checkpoint.safetensors"]) && File.GetLastWriteTimeUtc(_folder["a/metrics.jsonl"]) != before) interrupt.Cancel();
            }, null, 1, 1);
            var run = CommandRun.With(new CommandRun.Setting { Cancellation = interrupt.Token }, ["train", "--quiet", .. command]);
            Assert.Equal(130, run.ExitCode);
            Assert.Contains("interrupted in epoch", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Numbers_of_runs_do_not_run_over()
    {
        foreach (string name in new[] { "2147483647-x", "999999999-y", "99999999999-z", "-7-x", "007-x" }) Directory.CreateDirectory(_folder["runs/" + name]);
        File.WriteAllText(_folder["runs/1000000000-lecture"], "a file of that name");
        using var process = CommandProcess.Start(_folder, "train", "--data", "tiny", "--epochs", "1", "--quiet");

        Assert.Equal(0, (await process.EndAsync()).ExitCode);
        Assert.True(File.Exists(_folder["runs/1000000001-lecture/run.json"]), string.Join('\n', _folder.Files()));
    }

    [Fact]
    public void The_result_of_a_complete_run_is_one_line_of_JSON_whatever_its_file_says()
    {
        Assert.Equal(0, Train("a").ExitCode);
        string result = File.ReadAllText(_folder["a/result.json"]), expected = Resume().OutLines[0];
        Write("a/result.json", WithField(result, "optimizer", "\n\"\\u001b[2J\"").Replace(",", ",\n", StringComparison.Ordinal));

        string line = Assert.Single(Resume().OutLines);

        Assert.Equal(expected.Replace("\"sgd\"", "\"\\u001B[2J\"", StringComparison.Ordinal), line);
        foreach (string damaged in new[]
        {
            WithField(result, "state", "\"\\ud800\""), WithField(result, "state", "\"\\u001b[2J\""), WithField(result, "state", "1"), "{}", "null", "[",
        })
        {
            Write("a/result.json", damaged);
            Resume().MustBeRefused();
        }

        CommandRun Resume() => CommandRun.Of("train", "--resume", _folder["a"], "--json");
    }

    private static string WithField(string record, string name, string json)
    {
        var node = System.Text.Json.Nodes.JsonNode.Parse(record)!;
        node[name] = "HERE";
        return node.ToJsonString().Replace("\"HERE\"", json, StringComparison.Ordinal);
    }

    private static List<string> Names(string json) =>
        [.. JsonDocument.Parse(json).RootElement.EnumerateArray().Select(run => Path.GetFileName(run.GetProperty("run").GetString()!))];

    // What the page sees.
    private List<string> Offered() =>
    [
        .. JsonDocument.Parse(new RunShelf([_folder["runs"]]).Find("index.json")!.Content).RootElement.GetProperty("runs").EnumerateArray()
            .Select(run => run.GetProperty("path").GetString()!),
    ];

    private CommandRun Train(string folder, params string[] options) =>
        CommandRun.Of(["train", "--data", _data, "--hidden", "5", "--epochs", "2", "--out", _folder[folder], "--quiet", .. options]);

    // As a kill leaves it.
    private void Interrupted(string folder)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[folder])!);
        Assert.Equal(0, Train(folder, "--checkpoint-every", "1").ExitCode);
        File.Delete(_folder[folder + "/result.json"]);
    }

    private void Link(string name, string target)
    {
        Remove(name);
        File.CreateSymbolicLink(_folder[name], target.StartsWith('/') ? target : _folder[target]);
    }

    private void Remove(string name)
    {
        if (Directory.Exists(_folder[name])) Directory.Delete(_folder[name], recursive: true);
        else File.Delete(_folder[name]);
    }

    private void Write(string name, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[name])!);
        File.WriteAllText(_folder[name], content);
    }

    // Every file with what is in it; links are not followed.
    private List<string> Contents() =>
    [
        .. new DirectoryInfo(_folder.Path).EnumerateFileSystemInfos("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Select(entry => entry is FileInfo file ? $"{file.FullName} {Convert.ToHexString(File.ReadAllBytes(file.FullName))}" : entry.FullName)
            .Order(StringComparer.Ordinal),
    ];
}
