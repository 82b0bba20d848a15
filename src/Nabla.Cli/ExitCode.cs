namespace Nabla.Cli;

/// <summary>What the command tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The arguments and inputs were right, and the work failed: training diverged, a download did not arrive.</summary>
    public const int Failed = 1;

    /// <summary>The arguments or an input are wrong.</summary>
    public const int Wrong = 2;

    /// <summary>Interrupted by Ctrl-C, SIGTERM or SIGHUP: 128 and the number of the first, as shells have it.</summary>
    public const int Interrupted = 130;
}
