namespace Nabla.Cli.Tests;

/// <summary>In a clone the page is built first, where it must be.</summary>
public sealed class LabBuildTests : IDisposable
{
    private readonly StandInClone _clone = new();

    public void Dispose() => _clone.Dispose();

    [UnixFact]
    public void What_is_missing_or_older_than_its_sources_is_built_and_nothing_else()
    {
        _clone.Write("src/lab/src/old.ts", "1");
        Assert.Equal("dotnet publish,npm ci,npm run", Built(notices: 4));
        Assert.Equal("", Built(notices: 0));
        foreach (var (source, calls) in new[]
        {
            ("src/lab/src/page.ts", "npm run"),
            ("src/lab/package-lock.json", "npm ci,npm run"),
            ("src/Nabla/Engine.cs", "dotnet publish"),
            ("src/Nabla/Text/zh.json", "dotnet publish,npm run"),
            ("src/Nabla.Teaching/Lens.cs", "dotnet publish"),
            ("src/Nabla.Browser/Api.cs", "dotnet publish"),
            ("Directory.Build.props", "dotnet publish"),
        })
        {
            _clone.Write(source, source.EndsWith(".props", StringComparison.Ordinal) ? "<Project />" : "{} ");
            Assert.Equal(calls, Built());
        }

        File.Delete(_clone["src/lab/src/old.ts"]);
        Assert.Equal("npm run", Built());

        // Nor is it asked for what nothing needs.
        _clone.RemoveProgram("node");
        Assert.Equal("", Built(notices: 0));
    }

    [UnixFact]
    public async Task Two_at_once_build_once()
    {
        var runs = await Task.WhenAll(Task.Run(() => Export("a")), Task.Run(() => Export("b")));

        Assert.All(runs, run => Assert.Equal(0, run.ExitCode));
        Assert.Equal(["dotnet publish", "npm ci", "npm run"], _clone.Calls);
        Assert.True(File.Exists(_clone["a/index.html"]) && File.Exists(_clone["b/index.html"]));
    }

    [UnixFact]
    public void Without_a_Node_that_is_new_enough_one_line_says_what_to_do()
    {
        foreach (var (script, words) in new[] { ("echo v18.20.4", "'v18.20.4'"), ("echo nonsense", "'nonsense'"), (null, "'node --version' says '") })
        {
            if (script is null) _clone.RemoveProgram("node");
            else _clone.Program("node", script);
            string line = Export().MustBeRefused();
            Assert.StartsWith("nabla: the page is built with Node 20 or newer, and ", line, StringComparison.Ordinal);
            Assert.Contains(words, line, StringComparison.Ordinal);
            Assert.Contains("; install it from", line, StringComparison.Ordinal);
            Assert.Empty(_clone.Calls);
        }
    }

    [UnixFact]
    public void A_step_that_fails_shows_what_it_said()
    {
        _clone.Program("npm", "echo the reason; echo more of it >&2; exit 3");
        var run = Export();

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("the reason", run.Error, StringComparison.Ordinal);
        Assert.Contains("more of it", run.Error, StringComparison.Ordinal);
        Assert.Contains("failed with exit code 1; what it said is above", run.ErrorLines[^1], StringComparison.Ordinal);
        Assert.False(Directory.Exists(_clone["out"]));
    }

    [UnixFact]
    public async Task Ctrl_C_while_building_ends_the_step_with_130()
    {
        _clone.Program("npm", $"touch '{_clone["begun"]}'; sleep 600");
        using var stop = new CancellationTokenSource();
        var running = Task.Run(() => CommandRun.With(_clone.Setting with { Cancellation = stop.Token }, "lab", "--export", _clone["out"]));
        while (!File.Exists(_clone["begun"]) && !running.IsCompleted) await Task.Delay(10);
        await stop.CancelAsync();
        var run = await running;

        Assert.Equal(130, run.ExitCode);
        Assert.False(Directory.Exists(_clone["out"]));
    }

    [Fact]
    public void Neither_in_a_clone_nor_with_a_page_it_says_so()
    {
        using var folder = new TestFolder();
        var run = CommandRun.With(new CommandRun.Setting { ProgramFolder = folder.Path }, "lab", "--no-open", "--port", "0");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("carries no page", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    /// <summary>What was called to build the page, in this order.</summary>
    private string Built(int? notices = null)
    {
        int before = _clone.Calls.Length;
        var run = Export();
        Assert.Equal(0, run.ExitCode);
        if (notices is not null) Assert.Equal(notices, run.ErrorLines.Length);
        return string.Join(',', _clone.Calls.Skip(before));
    }

    private CommandRun Export(string folder = "out") => CommandRun.With(_clone.Setting, "lab", "--export", _clone[folder]);
}

/// <summary>A test that puts shell scripts in the place of programs.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "Its stand-ins for programs are shell scripts." : null;
}

/// <summary>Likewise for several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute() => Skip = OperatingSystem.IsWindows() ? "Its stand-ins for programs are shell scripts." : null;
}
