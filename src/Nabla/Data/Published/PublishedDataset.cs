using System.Diagnostics.CodeAnalysis;

namespace Nabla;

/// <summary>
/// A data set that others have published as four IDX files: what it is called, where it is offered, and how to know that
/// a copy is true. It is looked for on this machine, and fetched from a mirror only when <see cref="DownloadAsync"/> is called.
/// </summary>
public sealed record PublishedDataset
{
    internal PublishedDataset()
    {
    }

    /// <summary>The name used on the command line and for the folder, such as <c>fashion-mnist</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name as its authors write it, such as <c>Fashion-MNIST</c>.</summary>
    public required string Title { get; init; }

    /// <summary>What it holds and whose it is, in one line.</summary>
    public required string Description { get; init; }

    /// <summary>The folders on the web that offer the files, each address ending in a slash, in the order they are tried.</summary>
    public required IReadOnlyList<Uri> Mirrors { get; init; }

    /// <summary>The four files.</summary>
    internal IReadOnlyList<PublishedFile> Files { get; init; } = [];

    /// <summary>MNIST: handwritten digits.</summary>
    public static PublishedDataset Mnist { get; } = PublishedCatalog.Mnist();

    /// <summary>Fashion-MNIST: articles of clothing, of MNIST's shape and harder.</summary>
    public static PublishedDataset FashionMnist { get; } = PublishedCatalog.FashionMnist();

    /// <summary>KMNIST: cursive Japanese characters, of MNIST's shape and harder.</summary>
    public static PublishedDataset Kmnist { get; } = PublishedCatalog.Kmnist();

    /// <summary>All data sets known by name.</summary>
    public static IReadOnlyList<PublishedDataset> All { get; } = [Mnist, FashionMnist, Kmnist];

    /// <summary>The data set of a name; null where there is none.</summary>
    /// <param name="name">A <see cref="Name"/>, in upper or lower case.</param>
    public static PublishedDataset? Find(string name) =>
        All.FirstOrDefault(set => string.Equals(set.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The folder a download goes to, in the platform's place for caches; it need not exist yet.</summary>
    public string CacheFolder => DataFolders.OfThisMachine().CacheOf(this);

    /// <summary>
    /// Looks for the four files on this machine: in <c>$NABLA_DATA/name</c>, in <c>$NABLA_DATA</c> itself, and in
    /// <see cref="CacheFolder"/>. Nothing is fetched.
    /// </summary>
    /// <param name="folder">The first folder that has them.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryFind([NotNullWhen(true)] out string? folder)
    {
        folder = DataFolders.OfThisMachine().Find(this);
        return folder is not null;
    }

    /// <summary>Loads the set from this machine. Nothing is fetched.</summary>
    /// <param name="folder">The folder with the four files; left out, the one that <see cref="TryFind"/> finds.</param>
    /// <exception cref="FileNotFoundException">The files are not there; the message says where they were looked for and what to do.</exception>
    /// <exception cref="InvalidDataException">A file is damaged.</exception>
    public (Dataset Train, Dataset Test) Load(string? folder = null)
    {
        if (folder is null)
        {
            var folders = DataFolders.OfThisMachine();
            folder = folders.Find(this) ?? throw Refusal.Missing(
                $"{Title} was not found in {Said.Join([.. folders.PlacesFor(this)], (a, b) => $"{a} or {b}")}: download it (nabla data get {Name}), " +
                $"put its four files into '{Printable.Path(folders.CacheOf(this))}', or use the built-in digits (--data digits).");
        }

        var (train, test) = Idx.LoadFolder(folder, minimumClasses: 10);
        return (train.Named(Title), test.Named(Title));
    }

    /// <summary>What a download into a folder would replace, or write through, though it is something else of the user's: the name; null where there is no such thing.</summary>
    /// <param name="folder">The folder; it need not exist.</param>
    /// <exception cref="IOException">A file in it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file in it may not be read.</exception>
    public string? StrangerIn(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return Files.SelectMany(file => new[] { (Name: file.Name, IsOurs: (Func<string, bool>)file.IsAt), (file.Name + Downloader.Ending, PlainFile.Exists) })
            .FirstOrDefault(file => PlainFile.IsAnythingAt(Path.Combine(folder, file.Name)) && !file.IsOurs(Path.Combine(folder, file.Name))).Name;
    }

    /// <summary>
    /// Fetches what is missing into a folder, and checks what is there. A file appears under its name only once its digest
    /// has been verified; one that was interrupted is continued, by this call or a later one, from any mirror.
    /// </summary>
    /// <param name="options">Where from, where to, and how patiently; left out, the defaults.</param>
    /// <param name="progress">Told of every piece that arrives.</param>
    /// <param name="cancellation">Stops the download, keeping what has arrived.</param>
    /// <returns>The folder with the four files.</returns>
    /// <exception cref="ArgumentException">The options are out of range; the message names each.</exception>
    /// <exception cref="InvalidDataException">The environment variable <c>NABLA_MIRROR</c> is not a web address.</exception>
    /// <exception cref="IOException">No mirror gave the file, or the folder cannot be written; the message says what to do, in one line.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public async Task<string> DownloadAsync(
        DownloadOptions? options = null, IProgress<DownloadProgress>? progress = null, CancellationToken cancellation = default)
    {
        options ??= new DownloadOptions();
        options.Validate();
        string folder = options.Folder ?? CacheFolder;
        using var downloader = new Downloader(options, this, folder, progress);
        await downloader.RunAsync(cancellation).ConfigureAwait(false);
        return folder;
    }

    /// <summary>The title and what it holds.</summary>
    public override string ToString() => $"{Title}: {Description}";
}
