namespace Nabla.Cli;

/// <summary>The one place where an exception becomes a line for the user and an exit code.</summary>
internal static class Failure
{
    private const int DiskFullUnix = 28; // ENOSPC
    private const int QuotaFullUnix = 122; // EDQUOT
    private const int DiskFullWindows = unchecked((int)0x80070070); // ERROR_DISK_FULL

    /// <summary>Tells the user what happened.</summary>
    /// <returns>The exit code.</returns>
    public static int Report(Exception exception, Host host)
    {
        var (exitCode, lines) = Explain(exception);
        foreach (var line in lines) host.Complain(line);
        if (host.Variable("NABLA_DEBUG") == "1") host.Error.Write($"{exception}{Environment.NewLine}");
        return exitCode;
    }

    /// <summary>What to say of an exception, without its stack.</summary>
    public static (int ExitCode, IReadOnlyList<Said> Lines) Explain(Exception exception) => exception switch
    {
        CliException e => (e.ExitCode, e.Lines),
        TrainingOptionsException e => (ExitCode.Wrong, e.Problems),
        OperationCanceledException => (ExitCode.Interrupted, [$"interrupted; nothing was saved."]),
        IOException e when IsDiskFull(e) =>
            (ExitCode.Wrong, [$"the disk is full: {Said.Of(e)}. Free some space, or write to another folder."]),
        ExperimentException or InvalidDataException or IOException => (ExitCode.Wrong, [Said.Of(exception)]),
        UnauthorizedAccessException => (ExitCode.Wrong, [$"{Said.Of(exception)}. Choose another place, or change its permissions."]),
        OutOfMemoryException => (ExitCode.Failed, [$"there is not enough memory for this; try a smaller network or fewer examples."]),
        _ => (ExitCode.Failed,
        [
            $"an unexpected error, which is a mistake of ours: {exception.GetType().Name}: {Said.Of(exception)} "
            + $"Please report it with the command that you gave; NABLA_DEBUG=1 shows the details.",
        ]),
    };

    /// <summary>Why something could not be written, in a few words.</summary>
    public static Said Reason(Exception exception) => exception switch
    {
        IOException e when IsDiskFull(e) => $"the disk is full",
        UnauthorizedAccessException or ObjectDisposedException or NotSupportedException => $"it is closed",
        _ => Said.Of(exception),
    };

    /// <summary>Whether a file could not be written because there is no room left.</summary>
    public static bool IsDiskFull(IOException exception) =>
        exception.HResult == DiskFullWindows || (!OperatingSystem.IsWindows() && exception.HResult is DiskFullUnix or QuotaFullUnix);
}
