namespace Nabla;

/// <summary>
/// Images kept as <c>class/name.png</c>: a folder for each class, named as the class; perhaps once to learn from and once to be tested on, as
/// <c>train/class/name.png</c> and <c>test/class/name.png</c>. Files that end as <see cref="ImageFile.Endings"/> say, as grey; their pixels are taken as they
/// are, or each is prepared as MNIST was.
/// </summary>
public static class ImageFolder
{
    private static readonly string[] TrainNames = ["train", "training"];
    private static readonly string[] TestNames = ["test", "testing", "val", "valid", "validation"];

    /// <summary>Whether a folder has folders with images in it.</summary>
    /// <param name="folder">The folder; it need not exist.</param>
    public static bool IsFolder(string folder) =>
        Directory.Exists(folder) && Directory.EnumerateDirectories(folder).Any(inner => Images(inner).Any());

    /// <summary>The classes that a folder has images of, sorted.</summary>
    /// <param name="folder">The folder.</param>
    public static IReadOnlyList<string> Classes(string folder) =>
        [.. Directory.EnumerateDirectories(folder).Where(inner => Images(inner).Any()).Select(inner => Path.GetFileName(inner)).Order(StringComparer.Ordinal)];

    /// <summary>
    /// Where a folder has its images: classes in <c>train</c> or <c>training</c>, or right in it, and those for testing in <c>test</c>, <c>testing</c>, or
    /// otherwise <c>val</c>, <c>valid</c> or <c>validation</c>, in small letters or large ones.
    /// </summary>
    /// <param name="folder">The folder; it need not exist.</param>
    /// <returns>The folder with the classes to learn from, the one with those to be tested on where there is one, and such as are neither.</returns>
    /// <exception cref="InvalidDataException">It can be taken in two ways; the message says which.</exception>
    public static (string Train, string? Test, IReadOnlyList<string> Unused) Parts(string folder)
    {
        if (!Directory.Exists(folder)) return (folder, null, []);
        string[] train = Named(folder, TrainNames), test = Named(folder, TestNames);
        var classes = Classes(folder).Except([.. train.Concat(test).Select(part => Path.GetFileName(part))], StringComparer.Ordinal).ToList();
        if (train.Length > 1 || (train.Length == 1 && classes.Count > 0))
        {
            string other = train.Length > 1 ? Path.GetFileName(train[1]) : classes[0];
            throw Refusal.Data($"'{Printable.Path(folder)}' has images to learn from in '{Path.GetFileName(train[0])}' and in '{Printable.Name(other)}'; "
                + $"name the folder of the classes, such as '{Printable.Path(train[0])}'.");
        }

        if (train.Length == 0 && classes.Count > 0 && classes.All(IsPart))
        {
            var named = Said.List([.. classes.Select(name => (Said)$"'{Printable.Name(name)}'")]);
            throw Refusal.Data($"'{Printable.Path(folder)}' has images right in {named}, which are names of parts; "
                + $"make a folder for each class in them, or name the classes otherwise.");
        }

        return (train.Length > 0 ? train[0] : folder, test.FirstOrDefault(), [.. test.Skip(1)]);
    }

    /// <summary>Whether a class is called as a part is: train, test and the like.</summary>
    /// <param name="name">Its name.</param>
    public static bool IsPart(string name) => TrainNames.Concat(TestNames).Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Loads the images, class by class, each by name.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="size">The size that all are scaled to; where null they must be of one size already, unless they are normalised.</param>
    /// <param name="classes">The classes, should they be those of another folder; the folder's own where null.</param>
    /// <param name="normalize">Whether each is prepared as MNIST was, by <see cref="ImageNormalizer.FindLargestDigit"/>, before it is scaled.</param>
    /// <exception cref="InvalidDataException">There are fewer than two classes, or an image cannot be read, is of another size, or shows nothing to normalise.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static Dataset Load(string folder, (int Width, int Height)? size = null, IReadOnlyList<string>? classes = null, bool normalize = false)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var found = Classes(folder);
        classes ??= found;
        if (found.FirstOrDefault(name => !classes.Contains(name, StringComparer.Ordinal)) is { } strange)
            throw Refusal.Data($"'{Printable.Path(Path.Combine(folder, strange))}' is not a class learned: {ColumnEncoding.Shown(classes)}.");
        if (classes.Count < 2)
            throw Refusal.Data($"'{Printable.Path(folder)}' has {classes.Count} folders with images ({ImageFile.Endings.Listed}); there must be at least two, one a class.");

        var paths = classes.Select((name, label) => (Folder: Path.Combine(folder, name), label)).Where(inner => Directory.Exists(inner.Folder))
            .SelectMany(inner => Images(inner.Folder).Order(StringComparer.Ordinal).Select(path => (path, inner.label))).ToList();
        var pixels = new List<byte[]>();
        var labels = new List<int>();
        long bytes = 0, count = 0;
        (int Width, int Height)? common = size;
        string first = "";
        foreach (var (path, label) in paths)
        {
            var image = ImageFile.Read(path);
            if (normalize)
            {
                image = ImageNormalizer.FindLargestDigit(image)?.Image ?? throw Refusal.Data(
                    $"'{Printable.Path(path)}' shows nothing: it has no ink that stands out from its ground. Take it out of its folder.");
            }

            if (common is null) (common, first) = ((image.Width, image.Height), path);
            long inAll = (long)paths.Count * common.Value.Width * common.Value.Height;
            if (inAll > Array.MaxLength)
                throw Refusal.Data($"'{Printable.Path(folder)}' has {inAll:N0} pixels in all; {Array.MaxLength:N0} are the most. Have the images resized, or take fewer.");
            if (size is { } wanted) image = image.Scaled(wanted.Width, wanted.Height);
            if (common != (image.Width, image.Height))
                throw Refusal.Data($"'{Printable.Path(path)}' has {image.Width}×{image.Height} pixels, "
                    + $"but '{Printable.Path(first)}' has {common.Value.Width}×{common.Value.Height}; make them one size, or have them resized or normalised.");
            bytes += new FileInfo(path).Length;
            count += image.Pixels.Length;
            CheckRoom(folder, pixels.Count + 1, count, bytes);
            pixels.Add(image.Pixels);
            labels.Add(label);
        }

        var (width, height) = common!.Value;
        byte[] all = GC.AllocateUninitializedArray<byte>((int)count);
        for (int i = 0; i < pixels.Count; i++) pixels[i].CopyTo(all, i * width * height);
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        return Dataset.TakeImages(all, [.. labels], width, height, classes.Count).Named(name, classes);
    }

    private static void CheckRoom(string folder, int pictures, long pixels, long bytes)
    {
        // A pixel is there as it was read, in the part that is learned from or tested on, and, where it is lit, in a list of three bytes.
        const int BytesOfPixel = 6;
        MemoryAllowance.Check(
            $"The first {pictures} pictures of '{Printable.Path(folder)}' have {pixels} pixels", BytesOfPixel * pixels, bytes, 20, $"Have them resized to something smaller");
    }

    private static string[] Named(string folder, string[] names) =>
    [
        .. from name in names
           from inner in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)
           where name.Equals(Path.GetFileName(inner), StringComparison.OrdinalIgnoreCase) && IsFolder(inner)
           select inner,
    ];

    private static IEnumerable<string> Images(string folder) => Directory.EnumerateFiles(folder).Where(ImageFile.Endings.Include);
}
