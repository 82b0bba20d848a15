using System.Text.Json;

namespace Nabla.Cli.Tests;

/// <summary>
/// What was written must be read: the folder of a run of version 0.1 (momentum, a plateau schedule and validation examples; checkpoints every
/// ten steps) as it was written then. The digests are those that the same version gave.
/// </summary>
public sealed class RunOfVersion01Tests : IDisposable
{
    private const string End = "sha256:c513cb140ca5de28d5c3c1769b68eaebfd100c517b0a30f374e0f6ce17d97513";
    private readonly TestFolder _folder = new();
    private readonly string _run;

    public RunOfVersion01Tests()
    {
        _run = _folder["run"];
        string written = Path.Combine(AppContext.BaseDirectory, "Commands", "run-of-version-0.1");
        foreach (string file in Directory.GetFiles(written, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(_run, Path.GetRelativePath(written, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_is_shown()
    {
        var shown = Json(CommandRun.Of("runs", "show", _run, "--json"));

        Assert.Equal(("finished", End), (shown.GetProperty("summary").GetProperty("state").GetString(), shown.GetProperty("summary").GetProperty("digest").GetString()));
        Assert.Equal(8, shown.GetProperty("metrics").GetArrayLength());
        string result = File.ReadAllText(Path.Combine(_run, RunFiles.Result));
        Assert.Equal(result, CommandRun.Of("train", "--resume", _run, "--json").Out);
    }

    [Theory]
    [InlineData(0, 0, "sha256:3c5d5e39c93487583ff6df05add5e93cd9f3d24b44a1710bc979523d0f0b3b20")]
    [InlineData(5, 0, "sha256:d1bb0e8102ec3a835ee7d6397f0754659d21caf56743b9e69084502ae0033413")]
    [InlineData(13, 12, "sha256:64be64001b19f5ea8576d5c723ecbbbff8fee3f50f0d6f86446ae25907e5e2bb")]
    [InlineData(24, 12, End)]
    public void Its_steps_are_reached_again(long step, long from, string digest)
    {
        var reached = Json(CommandRun.Of("replay", _run, "--step", $"{step}", "--json"));

        Assert.Equal((digest, from), (reached.GetProperty("digest").GetString(), reached.GetProperty("from").GetInt64()));
    }

    [Theory]
    [InlineData("", 20)]
    [InlineData("checkpoint.safetensors", 12)]
    [InlineData("checkpoint.safetensors keyframes/000000012.safetensors", 0)]
    public void Interrupted_it_goes_on_to_the_same_bits_and_lines(string lost, long step)
    {
        string[] before = Lines();
        foreach (string name in lost.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(RunFiles.Result)) File.Delete(Path.Combine(_run, name));
        Assert.Equal("interrupted", Json(CommandRun.Of("runs", "show", _run, "--json")).GetProperty("summary").GetProperty("state").GetString());

        var run = CommandRun.Of("train", "--resume", _run);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"Going on after step {step},", run.Error, StringComparison.Ordinal);
        Assert.Equal((TrainingState.Finished, End), (SavedRun.Open(_run).State, SavedRun.Open(_run).Result!.Digest));
        Assert.Equal(before, Lines());
    }

    // All but the time, and what lines have come to say since.
    private string[] Lines() => [.. SavedRun.Open(_run).Metrics.Select(line => (line with { Seconds = null, ValidationCost = null }).ToString())];

    private static JsonElement Json(CommandRun run)
    {
        Assert.Equal(0, run.ExitCode);
        return JsonDocument.Parse(run.Out).RootElement;
    }
}
