using System.Text.Json;

namespace Nabla.Cli;

/// <summary>The published data sets that this machine has already: <c>data/NAME/index.json</c>, and their files as they are stored.</summary>
/// <param name="find">Gives the folder of a set; null where it is not at hand. Nothing is fetched.</param>
internal sealed class DataShelf(Func<PublishedDataset, string?> find)
{
    public const string Root = "data/";

    // In the order of OfferedFiles.
    private static readonly string[] Four = ["train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"];

    /// <summary>The sets at hand.</summary>
    public IReadOnlyList<string> Names() => [.. PublishedDataset.All.Where(set => FilesOf(set) is not null).Select(set => set.Name)];

    /// <summary>What is at an address below <see cref="Root"/>; null where nothing is.</summary>
    public Answer? Find(string path)
    {
        if (path.Split('/') is not [var name, var file] || PublishedDataset.All.FirstOrDefault(set => set.Name == name) is not { } set) return null;
        var files = FilesOf(set);
        if (file == LabContent.IndexName) return Answer.Json(Index(set, files));
        return files?.FirstOrDefault(each => Path.GetFileName(each) == file) is { } found ? Answer.Of(file, File.OpenRead(found)) : null;
    }

    /// <summary>What <c>index.json</c> says of a set.</summary>
    public static byte[] Index(PublishedDataset set, IReadOnlyList<string>? files)
    {
        var names = files?.Select(path => Path.GetFileName(path)).ToList();
        return JsonSerializer.SerializeToUtf8Bytes(
            new OfferedData(set.Name, names is not null, names is null ? null : new OfferedFiles(names[0], names[1], names[2], names[3])), CliJson.Default.OfferedData);
    }

    // The gzipped ones where both are there, for they are shorter.
    private List<string>? FilesOf(PublishedDataset set)
    {
        if (find(set) is not { } folder) return null;
        var there = Four
            .Select(name => new[] { name + ".gz", Dotted(name) + ".gz", name, Dotted(name) }.Select(spelling => Path.Combine(folder, spelling)).FirstOrDefault(File.Exists))
            .OfType<string>()
            .ToList();
        return there.Count == Four.Length ? there : null;
    }

    // As some unpackers write it.
    private static string Dotted(string name) => name.Replace("-idx", ".idx", StringComparison.Ordinal);
}
