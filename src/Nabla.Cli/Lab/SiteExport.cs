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
        if (StrangerIn(full) is { } stranger)
            throw CliException.Wrong($"--export is '{folder}', which holds '{stranger}', and no export wrote that; choose an empty or another folder. Nothing was overwritten.");
        RunFolder.CheckWritable(above, "--export");
        return new SiteExport(full);
    }

    /// <summary>Writes it beside its place, and then moves it there.</summary>
    public SiteExportResult Write(Site site)
    {
        string fresh = $"{_folder}.{Path.GetRandomFileName()}.part", old = $"{_folder}.{Path.GetRandomFileName()}.old";
        try
        {
            var names = Contents(site).Select(file => Write(fresh, file.Name, file.Content)).Order(StringComparer.Ordinal).ToList();
            Write(fresh, Manifest, JsonSerializer.SerializeToUtf8Bytes(names, SiteJson.Default.ListString));
            if (Directory.Exists(_folder)) Directory.Move(_folder, old);
            Directory.Move(fresh, _folder);
        }
        catch
        {
            if (!Directory.Exists(_folder) && Directory.Exists(old)) Directory.Move(old, _folder);
            Delete(fresh);
            throw;
        }

        Delete(old);
        return new SiteExportResult(_folder, site.Files.Count(), site.Files.Sum(file => file.Content.LongLength), site.Files.Sum(file => (file.Brotli ?? file.Content).LongLength));
    }

    // No host but this machine's has data and runs; that they are not there is said, so that the page need not ask in vain.
    private static IEnumerable<(string Name, byte[] Content)> Contents(Site site)
    {
        foreach (var file in site.Files)
        {
            yield return (file.Name, file.Content);
            if (file.Brotli is not null) yield return (file.Name + Compression.Brotli, file.Brotli);
            if (file.Gzip is not null) yield return (file.Name + Compression.Gzip, file.Gzip);
        }

        foreach (var set in PublishedDataset.All) yield return ($"{DataShelf.Root}{set.Name}/{LabContent.IndexName}", DataShelf.Index(set, null));
        yield return (RunShelf.Root + LabContent.IndexName, RunShelf.Empty);
    }

    private static string Write(string folder, string name, byte[] content)
    {
        string path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return name;
    }

    private static string? StrangerIn(string folder)
    {
        if (!Directory.Exists(folder)) return null;
        var ours = new HashSet<string>(StringComparer.Ordinal) { Manifest };
        string manifest = Path.Combine(folder, Manifest);
        try
        {
            if (File.Exists(manifest)) ours.UnionWith(JsonSerializer.Deserialize(File.ReadAllBytes(manifest), SiteJson.Default.ListString) ?? []);
        }
        catch (JsonException)
        {
            return Manifest;
        }

        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'))
            .FirstOrDefault(name => !ours.Contains(name));
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}
