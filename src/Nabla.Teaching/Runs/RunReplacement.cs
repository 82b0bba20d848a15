namespace Nabla.Runs;

/// <summary>
/// Puts a new run in the place of another, so that a failure or a kill leaves one of them whole: the new record is written first, the old
/// files step aside, the record takes its place in one move, and only then are the old ones deleted.
/// </summary>
internal static class RunReplacement
{
    /// <summary>Replaces the run in a folder.</summary>
    /// <param name="folder">The folder; this process has its lock.</param>
    /// <param name="record">Writes the new record.</param>
    /// <exception cref="IOException">It could not be written; the old run is there still.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static void Begin(string folder, Action<Stream> record)
    {
        string aside = Path.Combine(folder, RunFiles.Replaced), next = Path.Combine(aside, RunFiles.Record);
        Directory.CreateDirectory(aside);
        try
        {
            AtomicFile.Write(next, record);
            foreach (string path in FilesOf(folder)) File.Move(path, Path.Combine(aside, Path.GetFileName(path)));
            File.Move(next, Path.Combine(folder, RunFiles.Record), overwrite: true);
        }
        finally
        {
            Settle(folder);
        }
    }

    /// <summary>Ends a replacement that was cut short: the old run comes back unless the new record has taken its place.</summary>
    /// <param name="folder">The folder; this process has its lock.</param>
    public static void Settle(string folder)
    {
        string aside = Path.Combine(folder, RunFiles.Replaced), next = Path.Combine(aside, RunFiles.Record);
        if (!PlainFile.FolderExists(aside)) return;
        bool goesBack = PlainFile.Exists(next);
        foreach (string path in Directory.EnumerateFiles(aside).Where(path => path != next && RunFolderOwner.IsOfRun(Path.GetFileName(path))).ToList())
        {
            string name = Path.GetFileName(path);
            if (goesBack) File.Move(path, Path.Combine(folder, RunFiles.StepOf(name) is null ? "" : RunFiles.Keyframes, name), overwrite: true);
            else File.Delete(path);
        }

        File.Delete(next);
        AtomicFile.Sweep(aside, RunFolderOwner.IsOfRun);
        if (!Directory.EnumerateFileSystemEntries(aside).Any()) Directory.Delete(aside);
    }

    private static List<string> FilesOf(string folder) =>
    [
        .. RunFiles.All.Where(name => name != RunFiles.Record).Select(name => Path.Combine(folder, name)).Where(PlainFile.IsAnythingAt),
        .. RunFiles.KeyframesIn(folder).Select(keyframe => keyframe.Path),
    ];
}
