using System.IO.Compression;

namespace Nabla;

/// <summary>
/// Pictures kept as NumPy keeps arrays together, a ZIP archive of <c>.npy</c> files: <c>x_train</c>, <c>y_train</c>, <c>x_test</c> and <c>y_test</c>
/// as in Keras's <c>mnist.npz</c>, or <c>train_images</c>, <c>train_labels</c>, <c>test_images</c> and <c>test_labels</c>. Pickles are never run.
/// </summary>
public static class Npz
{
    private const string PickleInPython = "g, p, n = map(__import__, ['gzip', 'pickle', 'numpy']); "
        + "(x, y), (v, w), (t, u) = p.load(g.open('mnist.pkl.gz'), encoding='latin1'); n.savez('mnist.npz', x_train=(n.r_[x, v]*256).astype('uint8'), y_train=n.r_[y, w], "
        + "x_test=(t*256).astype('uint8'), y_test=u)";

    private static readonly string[] PickleEndings = [".pkl", ".pickle"];

    private static readonly string[][] Names =
        [["x_train", "train_images", "train_x"], ["y_train", "train_labels", "train_y"], ["x_test", "test_images", "test_x"], ["y_test", "test_labels", "test_y"]];

    /// <summary>What the names of such files end in, and of those that hold the same and are refused with their mend.</summary>
    public static FileEndings Endings { get; } = new(".npz", ".npy", ".pkl", ".pickle");

    /// <summary>Loads the pictures to learn from and those to be tested on. The classes are 0 to the largest label.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">It is no such file, or it is damaged; the message says how, in one line.</exception>
    /// <exception cref="IOException">It cannot be read, or is not there.</exception>
    public static (Dataset Train, Dataset Test) Load(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        CheckKind(file, path);
        NpyArray[] arrays;
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read);
            arrays = [.. Names.Select(names => NpyArray.Read(Find(archive, names, path), file.Length, path))];
        }
        catch (Exception error) when (error is InvalidDataException or NotSupportedException or EndOfStreamException or OverflowException && Said.Own(error) is null)
        {
            throw Refusal.Data($"'{Printable.Path(path)}' is damaged: it cannot be unpacked. Get the file again.", error);
        }

        int classes = 1 + Math.Max(arrays[1].Values.Max(), arrays[3].Values.Max());
        string name = Path.GetFileNameWithoutExtension(path);
        var train = ToDataset(arrays[0], arrays[1], classes, name);
        var test = ToDataset(arrays[2], arrays[3], classes, name);
        return (train.Width, train.Height) == (test.Width, test.Height) ? (train, test) : throw Refusal.Data(
            $"'{arrays[2].Name}' holds images of {test.Width}×{test.Height} pixels, and '{arrays[0].Name}' of {train.Width}×{train.Height}; they are not of one set.");
    }

    private static ZipArchiveEntry Find(ZipArchive archive, string[] names, string path)
    {
        foreach (string name in names)
        {
            if (archive.Entries.FirstOrDefault(entry => entry.FullName.Equals(name + ".npy", StringComparison.OrdinalIgnoreCase)) is { } found) return found;
        }

        const int MostShown = 10;
        string there = string.Join(", ", archive.Entries.Take(MostShown).Select(entry => Printable.Name(entry.FullName)));
        throw Refusal.Data($"'{Printable.Path(path)}' has no array '{names[0]}' or '{names[1]}'; it needs {string.Join(", ", Names.Select(all => all[0]))}. "
            + $"It has {archive.Entries.Count} files: {there}{(archive.Entries.Count > MostShown ? ", …" : "")}.");
    }

    private static void CheckKind(FileStream file, string path)
    {
        Span<byte> start = stackalloc byte[2];
        int count = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        if (start[..count] is [(byte)'P', (byte)'K']) return;
        if (start[..count] is [0x1F, 0x8B])
        {
            try
            {
                using var unpacked = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
                count = unpacked.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            }
            catch (InvalidDataException)
            {
                // Then it is told by its name.
            }
        }

        // Since its second version a pickle begins with its version; before, with any of several letters.
        string name = Path.GetFileName(path);
        if (start[..count] is [0x80, < 6] || PickleEndings.Any(ending => name.Contains(ending, StringComparison.OrdinalIgnoreCase)))
            throw Refusal.Data($"'{Printable.Path(path)}' is a pickle, a program for Python, which is never run here. "
                + $"In Python this makes an .npz file of MNIST's: {PickleInPython}");
        throw Refusal.Data($"'{Printable.Path(path)}' is not an .npz file: it is no ZIP archive. "
            + $"Save the arrays {string.Join(", ", Names.Select(all => all[0]))} with numpy.savez.");
    }

    private static Dataset ToDataset(NpyArray images, NpyArray labels, int classes, string name)
    {
        // Dimensions of 1 beyond the first say nothing: a channel of grey, a column of labels.
        int[] shape = [images.Shape[0], .. images.Shape.Skip(1).Where(size => size != 1)];
        if (labels.Shape.Skip(1).Any(size => size != 1))
            throw Refusal.Data($"'{labels.Name}' has the shape {string.Join('×', labels.Shape)}; labels have one dimension, one number an image.");
        if (shape.Length is not (2 or 3)) throw Refusal.Data(
            $"'{images.Name}' has the shape {string.Join('×', images.Shape)}; grey images have three dimensions: count, height and width.");
        if (shape[0] != labels.Shape[0])
            throw Refusal.Data($"'{images.Name}' holds {shape[0]} images, and '{labels.Name}' holds {labels.Shape[0]} labels; they do not belong together.");
        int side = (int)Math.Sqrt(shape[1]);
        var (height, width) = shape.Length == 3 ? (shape[1], shape[2]) : side * side == shape[1] ? (side, side) : (1, shape[1]);
        return Dataset.TakeImages(images.Values, Array.ConvertAll(labels.Values, label => (int)label), width, height, classes).Named(name);
    }
}
