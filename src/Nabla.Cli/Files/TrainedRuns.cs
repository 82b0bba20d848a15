namespace Nabla.Cli;

/// <summary>What has been trained in this folder: an example that a message may name, or the command that makes one.</summary>
internal static class TrainedRuns
{
    /// <summary>What to give where a run is asked for, to end a sentence with: one that is there, or how to get one.</summary>
    public static Said Example(Host host) => Latest() is { } run
        ? (Said)$"such as {Shell.Quote(run)}"
        : $"such as {RunFolder.First}: there is no trained run in '{RunFolder.Runs}' here yet, and '{host.Command} train' makes one";

    // The one with a network that was begun last.
    private static string? Latest() => !Directory.Exists(RunFolder.Runs) ? null
        : Directory.EnumerateDirectories(RunFolder.Runs).Where(run => SavedRun.IsIn(run) && RunFiles.Has(run, RunFiles.Model)).Max(StringComparer.Ordinal);
}
