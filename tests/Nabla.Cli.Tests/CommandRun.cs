namespace Nabla.Cli.Tests;

/// <summary>The command run in this process, with everything it wrote.</summary>
internal sealed record CommandRun(int ExitCode, string Out, string Error)
{
    public string[] OutLines => Lines(Out);

    public string[] ErrorLines => Lines(Error);

    /// <summary>Runs it as in a pipe, without network.</summary>
    public static CommandRun Of(params string[] args) => With(new Setting(), args);

    public static CommandRun With(Setting setting, params string[] args)
    {
        var output = new WatchedWriter(setting.Wrote);
        var error = new StringWriter();
        var host = new Host
        {
            Out = output,
            Error = error,
            OutScreen = setting.Out,
            ErrorScreen = setting.Error,
            OpenInput = () => new MemoryStream(setting.Input),
            Variable = name => setting.Variables.GetValueOrDefault(name, name == "NABLA_OFFLINE" ? "1" : null),
            Cancellation = setting.Cancellation,
            ProgramFolder = setting.ProgramFolder,
            Browse = setting.Browse,
        };
        return new CommandRun(Cli.Run(args, host), output.ToString(), error.ToString());
    }

    /// <summary>Asserts what every bad argument or input must lead to: exit code 2, nothing on standard output, one clear line.</summary>
    public string MustBeRefused()
    {
        Assert.Equal("", Out);
        string line = Assert.Single(ErrorLines);
        Assert.StartsWith("nabla: ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("unexpected error", line, StringComparison.Ordinal);
        Assert.Equal(WrongCode, ExitCode);
        return line;
    }

    private const int WrongCode = 2;

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What the command runs in.</summary>
    internal sealed record Setting
    {
        public Screen Out { get; init; } = Screen.Redirected;

        public Screen Error { get; init; } = Screen.Redirected;

        public byte[] Input { get; init; } = [];

        public CancellationToken Cancellation { get; init; }

        /// <summary>Sees what is written to standard output as it is written: a place to interrupt at that no clock decides.</summary>
        public Action<string> Wrote { get; init; } = _ => { };

        public Dictionary<string, string?> Variables { get; init; } = [];

        public string ProgramFolder { get; init; } = AppContext.BaseDirectory;

        public Action<Uri> Browse { get; init; } = _ => { };
    }

    private sealed class WatchedWriter(Action<string> wrote) : StringWriter
    {
        public override void Write(string? value)
        {
            base.Write(value);
            wrote(value ?? "");
        }

        public override void WriteLine(string? value) => Write(value + NewLine);
    }
}
