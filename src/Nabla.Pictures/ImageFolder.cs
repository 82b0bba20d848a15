namespace Nabla;

/// <summary>
/// Images kept as <c>class/name.png</c>: a folder for each class, named as the class. Files that end as <see cref="ImageFile.Endings"/> say, as grey; their
/// pixels are taken as they are.
/// </summary>
public static class ImageFolder
{
    /// <summary>Whether a folder has folders with images in it.</summary>
    /// <param name="folder">The folder; it need not exist.</param>
    public static bool IsFolder(string folder) =>
        Directory.Exists(folder) && Directory.EnumerateDirectories(folder).Any(inner => Images(inner).Any());

    /// <summary>The classes that a folder has images of, sorted.</summary>
    /// <param name="folder">The folder.</param>
    public static IReadOnlyList<string> Classes(string folder) =>
        [.. Directory.EnumerateDirectories(folder).Where(inner => Images(inner).Any()).Select(inner => Path.GetFileName(inner)).Order(StringComparer.Ordinal)];

    /// <summary>Loads the images, class by class, each by name.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="size">The size that all are scaled to; where null they must be of one size already.</param>
    /// <param name="classes">The classes, should they be those of another folder; the folder's own where null.</param>
    /// <exception cref="InvalidDataException">There are fewer than two classes, or an image cannot be read or is of another size.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static Dataset Load(string folder, (int Width, int Height)? size = null, IReadOnlyList<string>? classes = null)
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
            if (common is null) (common, first) = ((image.Width, image.Height), path);
            long inAll = (long)paths.Count * common.Value.Width * common.Value.Height;
            if (inAll > Array.MaxLength)
                throw Refusal.Data($"'{Printable.Path(folder)}' has {inAll:N0} pixels in all; {Array.MaxLength:N0} are the most. Have the images resized, or take fewer.");
            if (size is { } wanted) image = image.Scaled(wanted.Width, wanted.Height);
            if (common != (image.Width, image.Height))
                throw Refusal.Data($"'{Printable.Path(path)}' has {image.Width}×{image.Height} pixels, "
                    + $"but '{Printable.Path(first)}' has {common.Value.Width}×{common.Value.Height}; make them one size, or have them resized.");
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

    private static IEnumerable<string> Images(string folder) => Directory.EnumerateFiles(folder).Where(ImageFile.Endings.Include);
}
