namespace Nabla.Cli;

/// <summary>
/// The page's files by their addresses, held in memory: what is not among them cannot be asked for, and a build that goes on beside a
/// server does not disturb it.
/// </summary>
internal sealed class Site
{
    /// <summary>What a visitor comes in by.</summary>
    public const string Index = "index.html";

    private readonly Dictionary<string, SiteFile> _files;

    private Site(Dictionary<string, SiteFile> files) => _files = files;

    /// <summary>The files in the order of their names.</summary>
    public IEnumerable<SiteFile> Files => _files.Values.OrderBy(file => file.Name, StringComparer.Ordinal);

    /// <summary>The file of an address such as <c>assets/page.js</c>; null where there is none.</summary>
    public SiteFile? Find(string name) => _files.GetValueOrDefault(name.Length == 0 ? Index : name);

    /// <summary>Reads a folder that was put together by <see cref="SiteFolder"/>. Links and dot files are left out.</summary>
    /// <exception cref="CliException">There is no page in it.</exception>
    public static Site Load(string folder)
    {
        var files = new Dictionary<string, SiteFile>(StringComparer.Ordinal);
        foreach (string name in SiteFolder.NamesIn(folder).Where(name => !SiteFolder.IsCopy(name)))
            files.Add(name, SiteFile.Read(folder, name));
        return files.ContainsKey(Index) ? new Site(files)
            : throw CliException.Failed($"the folder '{folder}' holds no {Index}, so there is no page in it; delete it and try again.");
    }
}
