namespace Nabla.Cli;

/// <summary>The page put together in one folder: what Vite built, the engine beside it, and compressed copies of both.</summary>
internal static class SiteFolder
{
    /// <summary>Where the page looks for the engine.</summary>
    public const string Framework = "_framework";

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

    /// <summary>Puts a page together beside its place, and then moves it there.</summary>
    /// <param name="page">The folder that Vite built.</param>
    /// <param name="framework">The folder of the engine.</param>
    /// <param name="folder">Where the page is to be; one that is there is replaced, and what did not change since then is not compressed again.</param>
    public static void Compose(string page, string framework, string folder)
    {
        string fresh = folder + ".new", old = folder + ".old";
        Delete(fresh);
        Delete(old);
        var sources = NamesIn(page).Select(name => (Name: name, Path: Path.Combine(page, name)))
            .Concat(NamesIn(framework).Select(name => (Name: $"{Framework}/{name}", Path: Path.Combine(framework, name))));
        Parallel.ForEach(sources, source => Add(fresh, source.Name, source.Path, folder));
        if (Directory.Exists(folder)) Directory.Move(folder, old);
        Directory.Move(fresh, folder);
        Delete(old);
    }

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

    private static void Add(string fresh, string name, string source, string before)
    {
        string previous = Path.Combine(before, name);
        byte[] content = File.ReadAllBytes(source);
        Write(fresh, name, content);
        bool same = File.Exists(previous) && File.ReadAllBytes(previous).AsSpan().SequenceEqual(content);
        foreach (var (ending, copy) in same ? CopiesBeside(previous) : Compression.CopiesOf(name, content))
            Write(fresh, name + ending, copy);
    }

    private static IEnumerable<(string Ending, byte[] Content)> CopiesBeside(string path) =>
        new[] { Compression.Brotli, Compression.Gzip }.Where(ending => File.Exists(path + ending)).Select(ending => (ending, File.ReadAllBytes(path + ending)));
}
