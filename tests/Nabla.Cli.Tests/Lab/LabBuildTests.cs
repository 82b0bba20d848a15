namespace Nabla.Cli.Tests;

/// <summary>In a clone the page is built first, where it must be.</summary>
public sealed class LabBuildTests : IDisposable
{
    private readonly StandInClone _clone = new();

    public void Dispose() => _clone.Dispose();

    [UnixFact]
    public void What_is_missing_is_built_and_what_is_there_is_not()
    {
        var first = Export();
        Assert.Equal(0, first.ExitCode);
        Assert.Equal(["dotnet publish", "npm ci", "npm run"], _clone.Calls);
        Assert.Equal(4, first.ErrorLines.Length);

        var second = Export();
        Assert.Equal(0, second.ExitCode);
        Assert.Equal("", second.Error);
        Assert.Equal(3, _clone.Calls.Length);
    }

    [UnixTheory]
    [InlineData("src/lab/src/page.ts", "npm run")]
    [InlineData("src/Nabla/Engine.cs", "dotnet publish")]
    [InlineData("src/Nabla.Teaching/Lens.cs", "dotnet publish")]
    [InlineData("src/Nabla.Browser/Api.cs", "dotnet publish")]
    [InlineData("Directory.Build.props", "dotnet publish")]
    public void A_change_of_a_source_builds_what_is_made_of_it(string source, string call)
    {
        Export();
        _clone.Write(source, "2");
        Export();
        Assert.Equal([call], _clone.Calls.Skip(3));
    }

    [UnixFact]
    public void What_somebody_built_by_hand_meanwhile_is_built_again()
    {
        Export();
        File.Delete(_clone["src/lab/dist/.built"]);
        Export();
        Assert.Equal(["npm run"], _clone.Calls.Skip(3));
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
    public void Without_Node_one_line_says_what_to_do()
    {
        _clone.RemoveProgram("node");
        Assert.StartsWith("nabla: the page is built with Node 20 or newer, and there is none on the PATH; install it from", Export().MustBeRefused(), StringComparison.Ordinal);
        Assert.Empty(_clone.Calls);
    }

    [UnixTheory]
    [InlineData("echo v18.20.4", "is v18.20.4")]
    [InlineData("echo nonsense", "is nonsense")]
    public void A_Node_that_is_too_old_is_refused(string script, string words)
    {
        _clone.Program("node", script);
        Assert.Contains(words, Export().MustBeRefused(), StringComparison.Ordinal);
        Assert.Empty(_clone.Calls);
    }

    [UnixFact]
    public void Node_is_not_needed_where_the_page_is_built()
    {
        Export();
        _clone.RemoveProgram("node");
        Assert.Equal(0, Export().ExitCode);
    }

    [UnixFact]
    public void A_step_that_fails_shows_what_it_said()
    {
        _clone.Program("npm", "echo the reason; echo more of it >&2; exit 3");
        var run = Export();

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("the reason\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("more of it\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("failed with exit code 3", run.ErrorLines[^1], StringComparison.Ordinal);
        Assert.False(Directory.Exists(_clone["out"]));
    }

    [UnixFact]
    public async Task Ctrl_C_while_building_ends_the_step_with_130()
    {
        _clone.Program("dotnet", $"touch '{_clone["begun"]}'; sleep 600");
        using var stop = new CancellationTokenSource();
        var running = Task.Run(() => CommandRun.With(_clone.Setting with { Cancellation = stop.Token }, "lab", "--export", _clone["out"]));
        while (!File.Exists(_clone["begun"])) await Task.Delay(10);
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
