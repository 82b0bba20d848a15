namespace Nabla.Cli;

/// <summary>Something to tell the user, a line each, and the exit code that goes with it.</summary>
internal sealed class CliException : Exception
{
    private CliException(int exitCode, IReadOnlyList<string> lines)
        : base(string.Join(Environment.NewLine, lines))
    {
        ExitCode = exitCode;
        Lines = lines;
    }

    public int ExitCode { get; }

    public IReadOnlyList<string> Lines { get; }

    /// <summary>An argument or an input is wrong: what, where, and what to do.</summary>
    public static CliException Wrong(params IReadOnlyList<string> lines) => new(Nabla.Cli.ExitCode.Wrong, lines);

    /// <summary>The work failed.</summary>
    public static CliException Failed(params IReadOnlyList<string> lines) => new(Nabla.Cli.ExitCode.Failed, lines);

    /// <summary>The user stopped it.</summary>
    public static CliException Interrupted(params IReadOnlyList<string> lines) => new(Nabla.Cli.ExitCode.Interrupted, lines);
}
