using System.IO.Enumeration;
using System.Text.Json;

namespace Nabla.Cli;

/// <summary>Writes the page for any web host, whole or not at all.</summary>
internal sealed class SiteExport
{
    // What an export consists of; a later one may replace that, and nothing else.
    private const string Manifest = "files.json";

    private readonly string _folder;

    private SiteExport(string folder) => _folder = folder;

    /// <summary>Looks at the place before anything is built.</summary>
    /// <exception cref="CliException">It is not ours to write to.</exception>
    public static SiteExport Plan(string folder)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (File.Exists(full)) throw CliException.Wrong($"--export is '{folder}', which is a file; give the name of a folder. Nothing was written.");
        if (Path.GetDirectoryName(full) is not { } above || !Directory.Exists(above))
            throw CliException.Wrong($"--export is '{folder}', but there is no folder to make it in; make that first, or choose another.");
        Check(full, folder);
        RunFolder.CheckWritable(above, "--export");
        return new SiteExport(full);
    }

    private static void Check(string folder, string name)
    {
        if (StrangerIn(folder) is { } stranger)
            throw CliException.Wrong($"--export is '{name}', which holds '{stranger}', and no export wrote that; choose an empty or another folder. Nothing was overwritten.");
    }

    /// <summary>Writes it beside its place, and then moves it there.</summary>
    public SiteExportResult Write(Site site)
    {
        string fresh = $"{_folder}.{Path.GetRandomFileName()}.part", old = $"{_folder}.{Path.GetRandomFileName()}.old";
        try
        {
            var names = new List<string>();
            foreach (var (name, content) in Contents(site).OrderBy(file => file.Name, StringComparer.Ordinal))
            {
                SiteFolder.Write(fresh, name, content);
                names.Add(name);
            }

            SiteFolder.Write(fresh, Manifest, JsonSerializer.SerializeToUtf8Bytes(names, SiteJson.Default.ListString));

            // Building took its time, and somebody may have put something there.
            Check(_folder, _folder);
            if (Directory.Exists(_folder)) Directory.Move(_folder, old);
            Directory.Move(fresh, _folder);
        }
        catch
        {
            if (!Directory.Exists(_folder) && Directory.Exists(old)) Directory.Move(old, _folder);
            SiteFolder.Delete(fresh);
            throw;
        }

        SiteFolder.Delete(old);
        return new SiteExportResult(_folder, site.Files.Count(), site.Files.Sum(file => file.Content.LongLength), site.Files.Sum(file => (file.Brotli ?? file.Content).LongLength));
    }

    private static IEnumerable<(string Name, byte[] Content)> Contents(Site site)
    {
        foreach (var file in site.Files)
        {
            yield return (file.Name, file.Content);
            if (file.Brotli is not null) yield return (file.Name + SiteFolder.Brotli, file.Brotli);
            if (file.Gzip is not null) yield return (file.Name + SiteFolder.Gzip, file.Gzip);
        }

        // No host but this machine's has data and runs; that they are not there is said, so that the page need not ask in vain.
        foreach (var set in PublishedDataset.All) yield return ($"{DataShelf.Root}{set.Name}/{LabContent.IndexName}", DataShelf.Index(set, null));
        yield return (RunShelf.Root + LabContent.IndexName, RunShelf.Empty);
    }

    private static string? StrangerIn(string folder)
    {
        if (!Directory.Exists(folder)) return null;
        string manifest = Path.Combine(folder, Manifest);
        var ours = new HashSet<string>(StringComparer.Ordinal);
        if (File.Exists(manifest))
        {
            ours.UnionWith(ReadManifest(manifest).Append(Manifest));

            // Other programs keep lists of files under that name; not of these.
            if (!ours.IsSupersetOf([Site.Index, RunShelf.Root + LabContent.IndexName])) return Manifest;
        }

        var folders = ours.SelectMany(Above).ToHashSet(StringComparer.Ordinal);
        var entries = new FileSystemEnumerable<(string Name, bool IsFolder)>(
            folder,
            (ref FileSystemEntry entry) => (
                Path.GetRelativePath(folder, entry.ToFullPath()).Replace(Path.DirectorySeparatorChar, '/'), entry.IsDirectory && !IsLink(ref entry)),
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false })
        {
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsLink(ref entry),
        };
        return entries.Where(entry => !(entry.IsFolder ? folders : ours).Contains(entry.Name))
            .OrderBy(entry => entry.IsFolder).ThenBy(entry => entry.Name, StringComparer.Ordinal).FirstOrDefault().Name;
    }

    private static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    private static List<string> ReadManifest(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), SiteJson.Default.ListString) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    // The folders that a file lies in: of a/b/c these are a and a/b.
    private static IEnumerable<string> Above(string name)
    {
        for (int slash = name.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = name.IndexOf('/', slash + 1)) yield return name[..slash];
    }
}
