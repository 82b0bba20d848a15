using System.Diagnostics.CodeAnalysis;

namespace Nabla;

/// <summary>
/// MNIST: 60,000 handwritten digits to train on and 10,000 to test with, 28×28 pixels each (LeCun, Cortes and Burges
/// 1998, http://yann.lecun.com/exdb/mnist). It is not part of this library: it is found on the machine, or downloaded.
/// </summary>
public static class Mnist
{
    /// <summary>Loads MNIST from this machine. Nothing is fetched.</summary>
    /// <param name="folder">
    /// The folder with the four IDX files; left out, <c>$NABLA_DATA/mnist</c>, <c>$NABLA_DATA</c> or the cache folder,
    /// whichever is the first to have them.
    /// </param>
    /// <exception cref="FileNotFoundException">The files are not there; the message says where they were looked for and what to do.</exception>
    /// <exception cref="InvalidDataException">A file is damaged.</exception>
    public static (Dataset Train, Dataset Test) Load(string? folder = null) => PublishedDataset.Mnist.Load(folder);

    /// <summary>Looks for the four files on this machine. Nothing is fetched.</summary>
    /// <param name="folder">The first folder that has them.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryFind([NotNullWhen(true)] out string? folder) => PublishedDataset.Mnist.TryFind(out folder);

    /// <summary>Downloads what is missing, verified and resumable: see <see cref="PublishedDataset.DownloadAsync"/>.</summary>
    /// <param name="options">Where from, where to, and how patiently; left out, the defaults.</param>
    /// <param name="progress">Told of every piece that arrives.</param>
    /// <param name="cancellation">Stops the download, keeping what has arrived.</param>
    /// <returns>The folder with the four files.</returns>
    /// <exception cref="IOException">No mirror gave a file; the message says what to do, in one line.</exception>
    /// <exception cref="InvalidDataException"><c>NABLA_MIRROR</c> is not a web address.</exception>
    public static Task<string> DownloadAsync(
        DownloadOptions? options = null, IProgress<DownloadProgress>? progress = null, CancellationToken cancellation = default) =>
        PublishedDataset.Mnist.DownloadAsync(options, progress, cancellation);
}
