using System.Text.Json;

namespace Nabla.Cli.Tests;

/// <summary><c>nabla lab --export</c>.</summary>
public sealed class LabExportTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public LabExportTests() => StandInSite.Compose(_folder["program/site"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_writes_the_page_the_engine_and_compressed_copies_and_offers_no_data()
    {
        var run = Export("--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(StandInSite.Html, File.ReadAllText(_folder["out/index.html"]));
        Assert.Equal(StandInSite.Wasm, File.ReadAllBytes(_folder["out/_framework/dotnet.native.wasm"]));
        Assert.True(File.Exists(_folder["out/_framework/dotnet.native.wasm.br"]) && File.Exists(_folder["out/_framework/dotnet.native.wasm.gz"]));
        Assert.Equal("""{"name":"mnist","available":false}""", File.ReadAllText(_folder["out/data/mnist/index.json"]));
        Assert.Equal("""{"runs":[],"models":[]}""", File.ReadAllText(_folder["out/runs/index.json"]));
        Assert.DoesNotContain(_folder.Files(), name => name.StartsWith("out", StringComparison.Ordinal) && Path.GetFileName(name).StartsWith('.'));
        var result = JsonDocument.Parse(Assert.Single(run.OutLines)).RootElement;
        Assert.Equal(7, result.GetProperty("files").GetInt32());
        Assert.InRange(result.GetProperty("compressedBytes").GetInt64(), 1, result.GetProperty("bytes").GetInt64() / 4);
        OnlyTheExportIsThere();
    }

    [Fact]
    public void A_former_export_is_replaced()
    {
        Export();
        File.WriteAllText(_folder["out/index.html"], "old");
        File.Delete(_folder["out/favicon.svg"]);
        Assert.Equal(0, Export().ExitCode);
        Assert.Equal(StandInSite.Html, File.ReadAllText(_folder["out/index.html"]));
        Assert.True(File.Exists(_folder["out/favicon.svg"]));
        OnlyTheExportIsThere();
    }

    [Fact]
    public void An_empty_folder_is_taken()
    {
        Directory.CreateDirectory(_folder["out"]);
        Assert.Equal(0, Export().ExitCode);
    }

    [Theory]
    [InlineData("thesis.txt", false)]
    [InlineData(".git/HEAD", true)]
    [InlineData("assets/mine.js", true)]
    public void What_no_export_wrote_is_never_overwritten(string stranger, bool exportedBefore)
    {
        if (exportedBefore) Export();
        Directory.CreateDirectory(Path.GetDirectoryName(_folder["out/" + stranger])!);
        File.WriteAllText(_folder["out/" + stranger], "mine");
        var before = _folder.Files().ToList();

        Assert.Contains($"which holds '{stranger}'", Export().MustBeRefused(), StringComparison.Ordinal);
        Assert.Equal(before, _folder.Files());
    }

    [Fact]
    public void A_list_of_files_that_is_not_ours_is_a_stranger()
    {
        Directory.CreateDirectory(_folder["out"]);
        File.WriteAllText(_folder["out/files.json"], "not a list");
        Assert.Contains("which holds 'files.json'", Export().MustBeRefused(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_files_of_another_program_makes_no_export_of_a_folder()
    {
        Directory.CreateDirectory(_folder["out"]);
        File.WriteAllText(_folder["out/index.html"], "my gallery");
        File.WriteAllText(_folder["out/holiday.jpg"], "mine");
        File.WriteAllText(_folder["out/files.json"], """["index.html", "holiday.jpg"]""");

        Assert.Contains("which holds 'files.json'", Export().MustBeRefused(), StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(_folder["out/holiday.jpg"]));
    }

    [Fact]
    public void Folders_and_links_of_the_user_are_strangers_too_though_nothing_is_in_them()
    {
        Export();
        Directory.CreateDirectory(_folder["out/mine"]);
        Assert.Contains("which holds 'mine'", Export().MustBeRefused(), StringComparison.Ordinal);
        Directory.Delete(_folder["out/mine"]);
        if (OperatingSystem.IsWindows()) return;

        Directory.CreateDirectory(_folder["elsewhere"]);
        File.WriteAllText(_folder["elsewhere/thesis.txt"], "mine");
        Directory.CreateSymbolicLink(_folder["out/link"], _folder["elsewhere"]);
        Assert.Contains("which holds 'link'", Export().MustBeRefused(), StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(_folder["out/link/thesis.txt"]));
    }

    [Fact]
    public void A_file_is_refused()
    {
        File.WriteAllText(_folder["out"], "mine");
        Assert.Contains("which is a file", Export().MustBeRefused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--port", "8080")]
    [InlineData("--no-open", null)]
    [InlineData("--runs", "runs")]
    [InlineData("--embed", "https://school.example")]
    public void Options_of_serving_are_refused(string option, string? value) =>
        Assert.Contains($"{option} is for serving", Export([option, .. value is null ? Array.Empty<string>() : [value]]).MustBeRefused(), StringComparison.Ordinal);

    [SmallDiskFact]
    public void A_full_disk_leaves_nothing_half_written()
    {
        Directory.CreateDirectory(_folder["disk"]);
        using var disk = SmallDisk.Mount(_folder["disk"], kilobytes: 16);
        var run = CommandRun.With(Setting, "lab", "--export", _folder["disk/out"]);

        Assert.Contains("the disk is full", run.MustBeRefused(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder["disk"]));
    }

    private CommandRun.Setting Setting => new() { ProgramFolder = _folder["program"] };

    private CommandRun Export(params string[] more) => CommandRun.With(Setting, ["lab", "--export", _folder["out"], .. more]);

    private void OnlyTheExportIsThere() =>
        Assert.Equal(["out", "program"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
}
