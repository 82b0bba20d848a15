namespace Nabla;

/// <summary>
/// Data sets kept as IDX files, as MNIST and its many successors are published: a file of images and a file of labels,
/// once to train on and once to test with.
/// </summary>
public static class Idx
{
    /// <summary>Whether a folder holds the four files, under any usual spelling, plain or gzipped.</summary>
    /// <param name="folder">The folder, or a folder and what the files' names in it begin with; it need not exist.</param>
    public static bool IsFolder(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return IdxNames.Locate(folder).Sets.Count > 0;
    }

    /// <summary>
    /// Loads <c>train-images-idx3-ubyte</c>, <c>train-labels-idx1-ubyte</c>, <c>t10k-images-idx3-ubyte</c> and
    /// <c>t10k-labels-idx1-ubyte</c>, also spelled with a dot (<c>train-images.idx3-ubyte</c>), plain or gzipped; or such with a name before,
    /// as EMNIST (<c>emnist-digits-train-images-idx3-ubyte</c>) and QMNIST (<c>qmnist-train-labels-idx2-int</c>) have them.
    /// </summary>
    /// <param name="folder">
    /// The folder with the four files; where there are those of several sets, the folder and the name before (<c>data/emnist-digits</c>).
    /// </param>
    /// <param name="minimumClasses">
    /// The number of classes at least, at least 1. It is otherwise one more than the largest label of both parts.
    /// </param>
    /// <exception cref="FileNotFoundException">One of the files is missing.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, or the files do not belong together; the message says which.</exception>
    public static (Dataset Train, Dataset Test) LoadFolder(string folder, int minimumClasses = 1)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumClasses, 1);
        var (place, sets) = IdxNames.Locate(folder);
        string set = sets.FirstOrDefault("");
        if (sets.Count > 1 && set.Length > 0)
        {
            throw Refusal.Data($"'{Printable.Path(folder)}' has several sets: {Said.Names([.. sets.Select(IdxNames.Title)])}. "
                + $"Name one of them, such as '{Printable.Path(Path.Combine(folder, IdxNames.Title(set)))}'.");
        }

        if (sets.Count == 0) place = folder;
        string trainImages = IdxNames.Require(place, IdxNames.TrainImages, set);
        string trainLabels = IdxNames.Require(place, IdxNames.TrainLabels, set);
        string testImages = IdxNames.Require(place, IdxNames.TestImages, set);
        string testLabels = IdxNames.Require(place, IdxNames.TestLabels, set);

        var train = IdxPair.Read(trainImages, trainLabels);
        var test = IdxPair.Read(testImages, testLabels);
        string name = set.Length > 0 ? IdxNames.Title(set) : Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(place)));
        return Join(train, trainImages, test, testImages, minimumClasses, name);
    }

    /// <summary>The same from the contents of the four files, plain or gzipped.</summary>
    internal static (Dataset Train, Dataset Test) Read(
        string name, byte[] trainImages, byte[] trainLabels, byte[] testImages, byte[] testLabels, int minimumClasses)
    {
        var train = IdxPair.Read(trainImages, IdxNames.TrainImages, trainLabels, IdxNames.TrainLabels);
        var test = IdxPair.Read(testImages, IdxNames.TestImages, testLabels, IdxNames.TestLabels);
        return Join(train, IdxNames.TrainImages, test, IdxNames.TestImages, minimumClasses, name);
    }

    private static (Dataset Train, Dataset Test) Join(
        IdxPair train, string trainImages, IdxPair test, string testImages, int minimumClasses, string name)
    {
        if ((train.Width, train.Height) != (test.Width, test.Height))
        {
            throw Refusal.Data($"'{Printable.Path(testImages)}' holds images of {test.Width}×{test.Height} pixels, and " +
                $"'{Printable.Path(trainImages)}' of {train.Width}×{train.Height}; they are not of one set.");
        }

        int classes = Math.Max(minimumClasses, Math.Max(train.LargestLabel, test.LargestLabel) + 1);
        return (train.ToDataset(classes, name), test.ToDataset(classes, name));
    }

    /// <summary>Loads one file of images and the file of their labels.</summary>
    /// <param name="imagesPath">
    /// The images: three dimensions (count, height, width). With two (count, inputs) each is a row of pixels; what comes after the third, such
    /// as colours, counts as more columns.
    /// </param>
    /// <param name="labelsPath">The labels: one dimension (count), or integers of 32 bits, of whose rows the first is the label.</param>
    /// <param name="classes">The number of classes, at least 1; left out, one more than the largest label.</param>
    /// <param name="map">
    /// Whether to leave the images in their file and map it into memory; it must not be gzipped. Left out, that is done where the file is
    /// larger than half of the memory there is.
    /// </param>
    /// <exception cref="InvalidDataException">A file is damaged, or the two do not belong together; the message says which.</exception>
    /// <exception cref="IOException">A file cannot be read, or is not there.</exception>
    public static Dataset Load(string imagesPath, string labelsPath, int? classes = null, bool? map = null)
    {
        if (classes is int given) ArgumentOutOfRangeException.ThrowIfLessThan(given, 1, nameof(classes));
        var pair = IdxPair.Read(imagesPath, labelsPath, map);
        return pair.ToDataset(classes ?? pair.LargestLabel + 1, Path.GetFileName(imagesPath));
    }

    /// <summary>Writes a set as the four files: none takes its place before all of them are on the disk.</summary>
    /// <param name="folder">The folder, made where it does not exist.</param>
    /// <param name="train">The images to train on.</param>
    /// <param name="test">The images to test with.</param>
    /// <param name="gzip">Whether to compress the files and add <c>.gz</c> to their names.</param>
    /// <exception cref="ArgumentException">The data are not images, or have more than 256 classes.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static void SaveFolder(string folder, Dataset train, Dataset test, bool gzip = true)
    {
        ArgumentNullException.ThrowIfNull(folder);
        string ending = gzip ? ".gz" : "";
        var trainPair = IdxPair.FilesOf(train);
        var testPair = IdxPair.FilesOf(test);
        Directory.CreateDirectory(folder);
        AtomicFile.WriteTogether(
            trainPair.Images.To(Path.Combine(folder, IdxNames.TrainImages + ending)),
            trainPair.Labels.To(Path.Combine(folder, IdxNames.TrainLabels + ending)),
            testPair.Images.To(Path.Combine(folder, IdxNames.TestImages + ending)),
            testPair.Labels.To(Path.Combine(folder, IdxNames.TestLabels + ending)));
    }
}
