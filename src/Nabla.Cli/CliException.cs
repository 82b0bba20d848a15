namespace Nabla.Cli;

/// <summary>Something to tell the user, a line each, and the exit code that goes with it.</summary>
internal sealed class CliException : Exception
{
    private CliException(int exitCode, IReadOnlyList<Said> lines)
        : base(string.Join(Environment.NewLine, lines))
    {
        ExitCode = exitCode;
        Lines = lines;
    }

    public int ExitCode { get; }

    public IReadOnlyList<Said> Lines { get; }

    /// <summary>An argument or an input is wrong: what, where, and what to do.</summary>
    public static CliException Wrong(Said line) => Wrong([line]);

    /// <summary>Several things are wrong, a line each.</summary>
    public static CliException Wrong(IReadOnlyList<Said> lines) => new(Nabla.Cli.ExitCode.Wrong, lines);

    /// <summary>The work failed.</summary>
    public static CliException Failed(Said line) => new(Nabla.Cli.ExitCode.Failed, [line]);

    /// <summary>The user stopped it.</summary>
    public static CliException Interrupted(Said line) => new(Nabla.Cli.ExitCode.Interrupted, [line]);
}
