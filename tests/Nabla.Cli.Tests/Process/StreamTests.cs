namespace Nabla.Cli.Tests;

/// <summary>Standard streams that are closed, or go to a full disk: an orderly end, the right exit code, and nothing lost.</summary>
public sealed class StreamTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public StreamTests() => TinyData.Write(_folder["tiny"]);

    public void Dispose() => _folder.Dispose();

    [UnixTheory]
    [InlineData("2>&-")]
    [InlineData("2>/dev/full")]
    public async Task An_error_that_nobody_can_read_keeps_its_exit_code(string redirection)
    {
        using var wrong = CommandProcess.StartWith(redirection, _folder, "predict", "nosuch", "x.png");
        Assert.Equal(2, (await wrong.EndAsync()).ExitCode);

        using var option = CommandProcess.StartWith(redirection, _folder, "--nosuch");
        Assert.Equal(2, (await option.EndAsync()).ExitCode);

        using var training = CommandProcess.StartWith(redirection, _folder, "train", "--data", "tiny", "--epochs", "2", "--out", "run", "--json");
        var run = await training.EndAsync();
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(3, run.OutLines.Length);
    }

    [UnixTheory]
    [InlineData(">&-", "--json")]
    [InlineData(">/dev/full", "--json")]
    [InlineData(">/dev/full", "--threads=1")]
    public async Task An_answer_that_cannot_be_written_is_said_and_the_training_is_whole(string redirection, string option)
    {
        using var training = CommandProcess.StartWith(redirection, _folder, "train", "--data", "tiny", "--epochs", "2", "--out", "run", option);
        var run = await training.EndAsync();

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("standard output", run.ErrorLines[^1], StringComparison.Ordinal);
        Assert.StartsWith("nabla: ", Assert.Single(run.ErrorLines, line => line.StartsWith("nabla", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.True(File.Exists(_folder["run/model.safetensors"]));
        Assert.Equal(TrainingState.Finished, SavedRun.Open(_folder["run"]).State);
    }

    [UnixTheory]
    [InlineData(">&- 2>&-")]
    [InlineData(">/dev/full 2>/dev/full")]
    [InlineData("<&- >&- 2>&-")]
    public async Task Without_any_stream_the_training_is_whole(string redirection)
    {
        using var training = CommandProcess.StartWith(redirection, _folder, "train", "--data", "tiny", "--epochs", "2", "--out", "run");
        var run = await training.EndAsync();

        // The runtime may have opened something of its own in the place of a stream, which then takes what is written.
        Assert.InRange(run.ExitCode, 0, 2);
        Assert.Equal(TrainingState.Finished, SavedRun.Open(_folder["run"]).State);
    }

    [UnixTheory]
    [InlineData("| head -1")]
    public async Task A_reader_that_has_enough_does_no_harm(string redirection)
    {
        using var training = CommandProcess.StartWith(redirection, _folder, "train", "--data", "tiny", "--epochs", "20", "--out", "run", "--json");
        var run = await training.EndAsync();

        Assert.Equal(0, run.ExitCode);
        Assert.Single(run.OutLines);
        Assert.DoesNotContain("nabla:", run.Error, StringComparison.Ordinal);
        Assert.Equal(TrainingState.Finished, SavedRun.Open(_folder["run"]).State);
    }
}
