namespace Nabla;

/// <summary>Where data are looked for, and where downloads are kept.</summary>
/// <param name="Chosen">What the user set <c>NABLA_DATA</c> to; null where it is not set.</param>
/// <param name="Cache">The platform's place for what can be fetched again.</param>
internal sealed record DataFolders(string? Chosen, string Cache)
{
    public static DataFolders OfThisMachine() => Of(
        Environment.GetEnvironmentVariable,
        OperatingSystem.IsWindows() ? PlatformID.Win32NT : OperatingSystem.IsMacOS() ? PlatformID.MacOSX : PlatformID.Unix,
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));

    public static DataFolders Of(Func<string, string?> variable, PlatformID platform, string home)
    {
        string? chosen = variable("NABLA_DATA") is { Length: > 0 } set ? set : null;

        // An account without a home (a service, a container) still gets a cache.
        if (home.Length == 0) home = Path.GetTempPath();
        string cache = platform switch
        {
            PlatformID.Win32NT => Path.Combine(variable("LOCALAPPDATA") is { Length: > 0 } local ? local : home, "nabla", "cache"),
            PlatformID.MacOSX => Path.Combine(home, "Library", "Caches", "nabla"),

            // The XDG specification wants a relative path ignored.
            _ when variable("XDG_CACHE_HOME") is { } xdg && Path.IsPathRooted(xdg) => Path.Combine(xdg, "nabla"),
            _ => Path.Combine(home, ".cache", "nabla"),
        };
        return new DataFolders(chosen, cache);
    }

    public string CacheOf(PublishedDataset set) => Path.Combine(Cache, set.Name);

    public IEnumerable<Said> PlacesFor(PublishedDataset set)
    {
        if (Chosen is not null)
        {
            yield return $"'{Printable.Path(Path.Combine(Chosen, set.Name))}'";
            yield return $"'{Printable.Path(Chosen)}'";
        }

        yield return $"'{Printable.Name(CacheOf(set))}'";
    }

    public string? Find(PublishedDataset set)
    {
        if (Chosen is not null)
        {
            string named = Path.Combine(Chosen, set.Name);
            if (IdxNames.IsPlain(named)) return named;
            if (IdxNames.IsPlain(Chosen) && IsFolderOf(set, Chosen)) return Chosen;
        }

        return IdxNames.IsPlain(CacheOf(set)) ? CacheOf(set) : null;
    }

    /// <summary>
    /// All such sets use the same four file names, and a folder without the set's name could hold any of them, so the
    /// smallest file is held against its digest.
    /// </summary>
    private static bool IsFolderOf(PublishedDataset set, string folder)
    {
        var smallest = set.Files.MinBy(file => file.UnpackedLength)!;
        string? path = IdxNames.Find(folder, Path.GetFileNameWithoutExtension(smallest.Name));
        return path is not null && smallest.IsAt(path);
    }
}
