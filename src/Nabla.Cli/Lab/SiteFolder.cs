namespace Nabla.Cli;

/// <summary>The page in one folder: what Vite built, the engine beside it, and compressed copies of both, as src/lab/compose.js puts them.</summary>
internal static class SiteFolder
{
    /// <summary>The endings of compressed copies, which lie beside a file where web servers look for them.</summary>
    public const string Brotli = ".br", Gzip = ".gz";

    private static readonly EnumerationOptions Plain = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
        IgnoreInaccessible = false,
    };

    /// <summary>The files of a folder, with slashes, without links and dot files.</summary>
    public static IEnumerable<string> NamesIn(string folder) => Directory.EnumerateFiles(folder, "*", Plain)
        .Select(path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'))
        .Where(name => !name.Split('/').Any(part => part.StartsWith('.')))
        .Order(StringComparer.Ordinal);

    /// <summary>Whether a name is that of a compressed copy.</summary>
    public static bool IsCopy(string name) => name.EndsWith(Brotli, StringComparison.Ordinal) || name.EndsWith(Gzip, StringComparison.Ordinal);

    /// <summary>Writes a file, and the folders that it lies in.</summary>
    public static void Write(string folder, string name, byte[] content)
    {
        string path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    /// <summary>Deletes a folder that is there.</summary>
    public static void Delete(string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}
