using System.Runtime.InteropServices;
using System.Text.Json;

namespace Nabla.Cli.Tests;

/// <summary>What only shows in a process of its own: its folder, its signals, its surroundings.</summary>
public sealed partial class ProcessTests : IDisposable
{
    private const int Hangup = 1, Interrupt = 2, Terminate = 15;

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Runs_are_numbered()
    {
        TinyData.Write(_folder["tiny"]);
        for (int i = 0; i < 2; i++)
        {
            using var process = CommandProcess.Start(_folder, "train", "--data", "tiny", "--epochs", "1", "--quiet");
            Assert.Equal(0, (await process.EndAsync()).ExitCode);
        }

        Assert.True(File.Exists(_folder["runs/001-lecture/model.safetensors"]));
        Assert.True(File.Exists(_folder["runs/002-lecture/model.safetensors"]));
    }

    [Fact]
    public async Task Auto_falls_back_to_the_built_in_digits_and_says_so()
    {
        using var process = CommandProcess.Start(_folder, "train", "--limit", "100", "--test-examples", "20", "--epochs", "1", "--out", "run", "--json");

        var run = await process.EndAsync();

        Assert.Equal(0, run.ExitCode);
        Assert.Single(run.ErrorLines, line => line.Contains("using the built-in digits", StringComparison.Ordinal));
        Assert.Contains("\"data\":\"digits\"", run.OutLines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("784,16,16,10", "sigmoid", "quadratic")]
    [InlineData("784,200,100,10", "relu", "cross-entropy")]
    public async Task Bits_are_the_same_with_any_number_of_threads_and_with_AVX_512_switched_off(string layers, string activation, string cost)
    {
        var lines = new List<string>();
        foreach (var (switchedOff, threads) in new[] { (null, "1"), (null, "2"), (null, "3"), (null, "8"), ("DOTNET_EnableAVX512", "1"), ("DOTNET_EnableAVX512", "3") })
        {
            using var process = CommandProcess.Start(_folder, switchedOff,
                ["train", "--data", "digits", "--limit", "600", "--test-examples", "100", "--epochs", "2", "--layers", layers, "--activation", activation,
                 "--cost", cost, "--learning-rate", "0.2", "--batch-size", "50", "--threads", threads, "--json", "--out", $"run{lines.Count}"]);
            var run = await process.EndAsync();
            Assert.Equal(0, run.ExitCode);
            var done = JsonDocument.Parse(run.OutLines[^1]).RootElement;
            var last = JsonDocument.Parse(run.OutLines[^2]).RootElement;
            lines.Add($"{done.GetProperty("digest")} {last.GetProperty("cost")} {last.GetProperty("testCost")}");
        }

        Assert.Single(lines.Distinct());
    }

    [Theory]
    [InlineData(Hangup)]
    [InlineData(Interrupt)]
    [InlineData(Terminate)]
    public async Task Ctrl_C_and_its_like_save_the_network_and_the_checkpoint_and_exit_with_130(int signal)
    {
        if (OperatingSystem.IsWindows()) return;
        TinyData.Write(_folder["tiny"]);
        using var process = CommandProcess.Start(_folder, "train", "--data", "tiny", "--epochs", "100000000", "--out", "run");
        while (!File.Exists(_folder["run/metrics.jsonl"]) && !process.HasExited) await Task.Delay(10);

        Assert.Equal(0, Kill(process.Id, signal));
        var run = await process.EndAsync();

        Assert.Equal(130, run.ExitCode);
        Assert.Contains("interrupted in epoch", run.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Equal("", run.Out);
        Assert.Equal([16, 16, 16, 3], Model.Load(_folder["run/model.safetensors"]).Network.Sizes);
        Assert.True(File.Exists(_folder["run/checkpoint.safetensors"]));
        Assert.DoesNotContain(_folder.Files(), file => file.EndsWith(".part", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Hangup)]
    [InlineData(Interrupt)]
    [InlineData(Terminate)]
    public async Task Waiting_for_standard_input_ends_at_the_first_signal(int signal)
    {
        if (OperatingSystem.IsWindows()) return;
        string data = TinyData.Write(_folder["tiny"]);
        Assert.Equal(0, CommandRun.Of("train", "--data", data, "--epochs", "1", "--quiet", "--out", _folder["run"]).ExitCode);
        File.WriteAllText(_folder["one.pgm"], "P2 4 4 255 " + string.Join(' ', Enumerable.Repeat(9, 16)));
        using var process = CommandProcess.Start(_folder, "predict", "run", "one.pgm", "-", "--json");

        // It has read the first and turns to standard input, in which nothing ever comes.
        Assert.NotNull(await process.StandardOutput.ReadLineAsync());
        Assert.Equal(0, Kill(process.Id, signal));
        var run = await process.EndAsync();

        Assert.Equal(130, run.ExitCode);
        Assert.Contains("interrupted", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
