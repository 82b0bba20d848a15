namespace Nabla;

/// <summary>Images and their labels, as two IDX files that belong together; the images in memory or mapped.</summary>
internal sealed record IdxPair(int[] Shape, byte[]? Values, MappedPixels? Mapped, IdxFile Labels, string LabelsName)
{
    /// <summary>Columns: with two dimensions all inputs, with more than three what the others leave.</summary>
    public int Width => checked(Shape.Skip(Shape.Length == 2 ? 1 : 2).Aggregate(1, (product, size) => product * size));

    public int Height => Shape.Length == 2 ? 1 : Shape[1];

    public int LargestLabel
    {
        get
        {
            byte largest = 0;
            foreach (byte label in Labels.Values) largest = Math.Max(largest, label);
            return largest;
        }
    }

    public static IdxPair Read(string imagesPath, string labelsPath, bool? map = null)
    {
        // The labels first: they are small, so a mix-up shows before the large file is read.
        using var file = new FileStream(labelsPath, FileMode.Open, FileAccess.Read, FileShare.Read);
        var labels = IdxReader.Read(file, labelsPath, areLabels: true);
        if (labels.Dimensions.Length != 1) throw WrongKind(labelsPath, labels.Dimensions, $"labels (1 dimension)");
        var (shape, values, mapped) = ReadImages(imagesPath, map);
        return Join(shape, values, mapped, imagesPath, labels, labelsPath);
    }

    /// <summary>A pair of files that are in memory, plain or gzipped.</summary>
    public static IdxPair Read(byte[] imagesFile, string imagesName, byte[] labelsFile, string labelsName)
    {
        var labels = IdxReader.Read(new MemoryStream(labelsFile), labelsName, areLabels: true);
        if (labels.Dimensions.Length != 1) throw WrongKind(labelsName, labels.Dimensions, $"labels (1 dimension)");
        var images = IdxFile.Read(new MemoryStream(imagesFile), imagesName);
        return Join(images.Dimensions.ToArray(), images.Values, null, imagesName, labels, labelsName);
    }

    private static IdxPair Join(int[] shape, byte[]? values, MappedPixels? mapped, string imagesName, IdxFile labels, string labelsName)
    {
        if (shape.Length < 2) throw WrongKind(imagesName, shape, $"images (2 dimensions or more)");
        if (shape[0] != labels.Dimensions[0])
        {
            throw Refusal.Data($"'{Printable.Path(imagesName)}' holds {shape[0]} images, and '{Printable.Path(labelsName)}' holds " +
                $"{labels.Dimensions[0]} labels; they do not belong together.");
        }

        return new IdxPair(shape, values, mapped, labels, labelsName);
    }

    /// <summary>The files that a data set makes: the images, and their labels.</summary>
    public static (IdxFile Images, IdxFile Labels) FilesOf(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (!data.IsImages) throw Refusal.Argument($"'{Printable.Path(data.Name)}' holds numbers, not images; only images can be written as IDX files.");
        if (data.Classes > 256) throw Refusal.Argument($"'{Printable.Path(data.Name)}' has {data.Classes} classes; an IDX file of labels has room for 256.");
        byte[] labels = new byte[data.Count];
        for (int i = 0; i < labels.Length; i++) labels[i] = (byte)data.Labels[i];
        return (new IdxFile([data.Count, data.Height, data.Width], data.Pixels.ToArray()), new IdxFile([data.Count], labels));
    }

    public Dataset ToDataset(int classes, string name)
    {
        int[] labels = new int[Labels.Values.Length];
        for (int i = 0; i < labels.Length; i++)
        {
            labels[i] = Labels.Values[i];
            if (labels[i] >= classes)
                throw Refusal.Data($"'{Printable.Path(LabelsName)}' has label {labels[i]} at example {i}; with {classes} classes, labels are 0 to {classes - 1}.");
        }

        var data = Values is null
            ? Dataset.FromMapped(Mapped!, labels, Width, Height, classes)
            : Dataset.TakeImages(Values, labels, Width, Height, classes);
        return data.Named(name);
    }

    private static (int[] Shape, byte[]? Values, MappedPixels? Mapped) ReadImages(string path, bool? map)
    {
        if (map ?? new FileInfo(path).Length > Math.Min(Array.MaxLength, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2))
        {
            if (IdxReader.TryReadShape(path) is { } header)
                return (Array.ConvertAll(header.Dimensions, size => checked((int)size)), null, new MappedPixels(path, header.Length, header.BodyLength));
            if (map == true) throw Refusal.Data($"'{Printable.Path(path)}' is gzipped, and cannot be mapped into memory; unpack it first.");
        }

        var file = IdxFile.Read(path);
        return (file.Dimensions.ToArray(), file.Values, null);
    }

    private static InvalidDataException WrongKind(string path, ReadOnlySpan<int> shape, Said expected)
    {
        Said found = shape.Length switch
        {
            1 => $"{shape[0]} labels",
            3 => $"{shape[0]} images of {shape[2]}×{shape[1]} pixels",
            _ => $"data of {shape.Length} dimensions",
        };
        var advice = shape.Length is 1 or 3 ? (Said)$" Were the files of images and labels mixed up?" : $"";
        return Refusal.Data($"'{Printable.Path(path)}' holds {found}, where {expected} were expected.{advice}");
    }
}
