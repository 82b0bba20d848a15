namespace Nabla.Tests;

/// <summary>Everything in a folder as text, to show that nothing was touched: files with their content, links with where they lead, pipes.</summary>
internal static class Tree
{
    public static IReadOnlyList<string> Of(string folder) =>
        [.. Entries(folder).Select(entry => $"{Path.GetRelativePath(folder, entry.FullName)} {Describe(entry)}").Order(StringComparer.Ordinal)];

    /// <summary>Makes a pipe, which keeps whoever opens it in the usual way waiting.</summary>
    public static void MakePipe(string path)
    {
        using var process = System.Diagnostics.Process.Start("mkfifo", [path]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    // Links are not followed.
    private static IEnumerable<FileSystemInfo> Entries(string folder)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
        {
            yield return entry;
            if (entry is not DirectoryInfo { LinkTarget: null }) continue;
            foreach (var inner in Entries(entry.FullName)) yield return inner;
        }
    }

    private static string Describe(FileSystemInfo entry) =>
        entry.LinkTarget is { } target ? $"-> {target}"
        : entry is DirectoryInfo ? "/"
        : !PlainFile.Exists(entry.FullName) ? "|"
        : Convert.ToHexString(File.ReadAllBytes(entry.FullName));
}
