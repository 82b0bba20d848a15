namespace Nabla.Tests;

/// <summary>A user's files are theirs: what no run wrote is neither deleted nor written over, nor is anything written beside it.</summary>
public sealed class RunFolderOwnerTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _run;

    public RunFolderOwnerTests() => Directory.CreateDirectory(_run = _folder["run"]);

    public static TheoryData<string> Names =>
        [RunFiles.Record, RunFiles.Metrics, RunFiles.Model, RunFiles.Result, RunFiles.Checkpoint,
            RunFiles.PreviousCheckpoint, RunFiles.Lock, RunFiles.Keyframes, RunFiles.Replaced];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("notes.txt")]
    [InlineData("run.json")]
    [InlineData("result.json")]
    [InlineData("metrics.jsonl")]
    [InlineData("model.safetensors")]
    [InlineData("checkpoint.safetensors")]
    [InlineData("checkpoint.previous.safetensors")]
    [InlineData(".lock")]
    [InlineData("keyframes/anim.blend")]
    [InlineData("keyframes/000000008.safetensors")]
    [InlineData(".replaced/run.json")]
    [InlineData("sub/.video.part")]
    [InlineData(".thesis.part")]
    [InlineData(".run.json.part")]
    [InlineData(".git/HEAD")]
    public void A_folder_with_anything_of_somebody_else_is_refused_untouched(string name)
    {
        Write(name, "mine");
        var before = Tree.Of(_folder.Path);

        string refusal = Assert.Throws<InvalidDataException>(() => RunStore.Open(_run)).Message;

        Assert.Contains(name.Split('/')[0], refusal, StringComparison.Ordinal);
        Assert.Equal(before, Tree.Of(_folder.Path));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"format\": \"1\", \"name\": \"nabla:1\"}")]
    [InlineData("{\"format\": 1, \"name\": \"another program's\"}")]
    [InlineData("{\"format\": 1, \"name\": \"\\ud800\"}")]
    public void A_run_json_of_another_program_makes_no_run_of_a_folder(string json)
    {
        Write("run.json", json);

        Assert.Equal("a 'run.json' that no run wrote", RunStore.StrangerIn(_run)?.ToString());
    }

    [Fact]
    public void A_start_that_was_killed_early_leaves_the_folder_free()
    {
        Assert.Null(RunStore.StrangerIn(_folder["nowhere"]));
        Assert.Null(RunStore.StrangerIn(_run)?.ToString());
        Write(".lock", "");
        Write(".run.json.k3v0aqz1.x2c.part", "{");
        Assert.Null(RunStore.StrangerIn(_run)?.ToString());

        using (var store = RunStore.Open(_run)) store.Begin(RunStoreTests.Record);
        Assert.Equal([".lock", "metrics.jsonl", "run.json"], Directory.EnumerateFiles(_run).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_link_in_the_place_of_a_runs_file_is_refused_and_not_followed(string name)
    {
        if (OperatingSystem.IsWindows()) return;
        foreach (string target in new[] { "victim", "victims", "nowhere" })
        {
            using var outside = new TempFolder();
            outside.Write("victim", [1, 2, 3]);
            Directory.CreateDirectory(outside["victims"]);
            outside.Write("victims/.mail.part", [1]);
            BeginRun();
            Replace(name, path => File.CreateSymbolicLink(path, outside[target]));
            var before = Tree.Of(outside.Path);
            var inside = Tree.Of(_run);

            Assert.Contains($"'{name}'", Assert.Throws<InvalidDataException>(() => RunStore.Open(_run)).Message, StringComparison.Ordinal);
            Assert.Equal(before, Tree.Of(outside.Path));
            Assert.Equal(inside, Tree.Of(_run));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_pipe_in_the_place_of_a_runs_file_keeps_nobody_waiting(string name)
    {
        if (OperatingSystem.IsWindows()) return;
        BeginRun();
        Replace(name, Tree.MakePipe);

        await Task.Run(() =>
        {
            Assert.Throws<InvalidDataException>(() => RunStore.Open(_run));
            if (name == RunFiles.Record) Assert.Throws<InvalidDataException>(() => SavedRun.Open(_run));
            else Assert.Equal(TrainingState.Interrupted, SavedRun.Open(_run).State);
        }).WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void Links_among_the_keyframes_are_refused_by_writers_and_passed_over_by_readers()
    {
        if (OperatingSystem.IsWindows()) return;
        BeginRun();
        Directory.CreateDirectory(Path.Combine(_run, "keyframes"));
        File.CreateSymbolicLink(Path.Combine(_run, "keyframes/000000008.safetensors"), "/dev/zero");

        Assert.Contains("'keyframes/000000008.safetensors', which is a link", Assert.Throws<InvalidDataException>(() => RunStore.Open(_run)).Message, StringComparison.Ordinal);
        Assert.Null(SavedRun.TryLoad(RunFiles.KeyframesIn(_run).Single().Path, TestNetworks.Make("tanh", "softmax", 1)));
    }

    private void BeginRun()
    {
        Directory.Delete(_run, recursive: true);
        using var store = RunStore.Open(_run);
        store.Begin(RunStoreTests.Record);
    }

    private void Replace(string name, Action<string> make)
    {
        string path = Path.Combine(_run, name);
        File.Delete(path);
        make(path);
    }

    private void Write(string name, string content)
    {
        string path = Path.Combine(_run, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
