namespace Nabla.Tests;

/// <summary>Where one run takes another's place, one of them is whole at every moment, and what is no run's stays.</summary>
public sealed class RunReplacementTests : IDisposable
{
    private static readonly string[] Old =
        ["result.json", "checkpoint.safetensors", "checkpoint.previous.safetensors", "model.safetensors",
            "metrics.jsonl", "keyframes/000000008.safetensors", "keyframes/000000016.safetensors"];

    private readonly TempFolder _folder = new();

    public RunReplacementTests()
    {
        using (var store = RunStore.Open(_folder.Path)) store.Begin(RunStoreTests.Record);
        Directory.CreateDirectory(_folder["keyframes"]);
        foreach (string name in Old) File.WriteAllText(_folder[name], $"old {name}");
        File.WriteAllText(_folder["notes.txt"], "mine");
        File.WriteAllText(_folder[".thesis.k3v0aqz1.x2c.part"], "mine");
        File.WriteAllText(_folder["keyframes/anim.blend"], "mine");
        File.WriteAllText(_folder["keyframes/8.safetensors"], "mine");
        Directory.CreateDirectory(_folder["sub/keyframes"]);
        File.WriteAllText(_folder["sub/keyframes/000000008.safetensors"], "mine");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_new_run_deletes_the_files_of_the_old_one_and_no_others()
    {
        string[] mine = [.. Tree.Of(_folder.Path)
            .Where(line => !Old.Any(name => line.StartsWith(name + " ", StringComparison.Ordinal)) && !line.StartsWith("run.json", StringComparison.Ordinal))];
        var record = RunStoreTests.Record with { Version = "1" };

        using (var store = RunStore.Open(_folder.Path)) store.Begin(record);

        Assert.Equal("1", SavedRun.Open(_folder.Path).Record.Version);
        Assert.Equal(
            mine.Append("metrics.jsonl ").Order(StringComparer.Ordinal),
            Tree.Of(_folder.Path).Where(line => !line.StartsWith("run.json", StringComparison.Ordinal)));
    }

    [Fact]
    public void Where_the_new_record_cannot_be_written_the_old_run_stays_whole()
    {
        var before = Tree.Of(_folder.Path);

        Assert.Throws<IOException>(() => RunReplacement.Begin(_folder.Path, _ => throw new IOException("the disk is full")));

        Assert.Equal(before, Tree.Of(_folder.Path));
    }

    [Fact]
    public void Where_an_old_file_cannot_be_moved_the_old_run_stays_whole()
    {
        // The last keyframe to go finds its place taken.
        Directory.CreateDirectory(_folder[".replaced/000000016.safetensors"]);
        File.WriteAllText(_folder[".replaced/000000016.safetensors/inner"], "in the way");
        var before = Tree.Of(_folder.Path);

        Assert.ThrowsAny<IOException>(() => RunReplacement.Begin(_folder.Path, stream => stream.WriteByte(1)));

        Assert.Equal(before, Tree.Of(_folder.Path));
    }

    [Fact]
    public void A_folder_that_cannot_be_looked_into_is_refused_before_anything_goes()
    {
        // The system's administrator looks into all of them.
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess) return;
        var before = Tree.Of(_folder.Path);
        File.SetUnixFileMode(_folder["keyframes"], UnixFileMode.None);
        try
        {
            Assert.Throws<UnauthorizedAccessException>(() => RunStore.Open(_folder.Path));
        }
        finally
        {
            File.SetUnixFileMode(_folder["keyframes"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Assert.Equal(before, Tree.Of(_folder.Path));
    }

    // As a kill leaves it after so many of the old files have stepped aside.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(7)]
    public void A_kill_before_the_new_record_stands_gives_the_old_run_back(int moved)
    {
        var before = Tree.Of(_folder.Path);
        StepAside(Old.Take(moved));
        File.WriteAllText(_folder[".replaced/run.json"], "new");
        File.WriteAllText(_folder[".replaced/.run.json.k3v0aqz1.x2c.part"], "half");

        RunStore.Open(_folder.Path).Dispose();

        Assert.Equal(before, Tree.Of(_folder.Path));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(7)]
    public void A_kill_after_that_leaves_nothing_of_the_old_run(int deleted)
    {
        StepAside(Old);
        foreach (string name in Old.Take(deleted)) File.Delete(_folder[$".replaced/{Path.GetFileName(name)}"]);

        RunStore.Open(_folder.Path).Dispose();

        Assert.False(Directory.Exists(_folder[".replaced"]));
        Assert.DoesNotContain(Old, name => File.Exists(_folder[name]));
    }

    private void StepAside(IEnumerable<string> names)
    {
        Directory.CreateDirectory(_folder[".replaced"]);
        foreach (string name in names) File.Move(_folder[name], _folder[$".replaced/{Path.GetFileName(name)}"]);
    }
}
