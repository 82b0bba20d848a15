namespace Nabla;

/// <summary>Images and their labels, as two IDX files that belong together.</summary>
internal sealed record IdxPair(IdxFile Images, IdxFile Labels, string LabelsName)
{
    public int Width => Images.Dimensions[2];

    public int Height => Images.Dimensions[1];

    public int LargestLabel
    {
        get
        {
            byte largest = 0;
            foreach (byte label in Labels.Values) largest = Math.Max(largest, label);
            return largest;
        }
    }

    public static IdxPair Read(string imagesPath, string labelsPath)
    {
        // The labels first: they are small, so a mix-up shows before the large file is read.
        var labels = IdxFile.Read(labelsPath);
        if (labels.Dimensions.Length != 1) throw WrongKind(labelsPath, labels, "labels (1 dimension)");
        var images = IdxFile.Read(imagesPath);
        if (images.Dimensions.Length != 3) throw WrongKind(imagesPath, images, "images (3 dimensions)");
        if (images.Dimensions[0] != labels.Dimensions[0])
        {
            throw new InvalidDataException($"'{imagesPath}' holds {images.Dimensions[0]} images, and '{labelsPath}' holds " +
                $"{labels.Dimensions[0]} labels; they do not belong together.");
        }

        return new IdxPair(images, labels, labelsPath);
    }

    public static IdxPair Of(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (!data.IsImages) throw new ArgumentException($"'{data.Name}' holds numbers, not images; only images can be written as IDX files.");
        if (data.Classes > 256) throw new ArgumentException($"'{data.Name}' has {data.Classes} classes; an IDX file of labels has room for 256.");
        byte[] labels = new byte[data.Count];
        for (int i = 0; i < labels.Length; i++) labels[i] = (byte)data.Labels[i];
        return new IdxPair(
            new IdxFile([data.Count, data.Height, data.Width], data.Pixels.ToArray()), new IdxFile([data.Count], labels), data.Name);
    }

    public Dataset ToDataset(int classes, string name)
    {
        int[] labels = new int[Labels.Values.Length];
        for (int i = 0; i < labels.Length; i++)
        {
            labels[i] = Labels.Values[i];
            if (labels[i] >= classes)
                throw new InvalidDataException($"'{LabelsName}' has label {labels[i]} at example {i}; with {classes} classes, labels are 0 to {classes - 1}.");
        }

        return Dataset.FromImages(Images.Values, labels, Width, Height, classes).Named(name);
    }

    private static InvalidDataException WrongKind(string path, IdxFile file, string expected)
    {
        string found = file.Dimensions.Length switch
        {
            1 => $"{file.Dimensions[0]} labels",
            3 => $"{file.Dimensions[0]} images of {file.Dimensions[2]}×{file.Dimensions[1]} pixels",
            _ => $"data of {file.Dimensions.Length} dimensions",
        };
        string advice = file.Dimensions.Length is 1 or 3 ? " Were the files of images and labels mixed up?" : "";
        return new InvalidDataException($"'{path}' holds {found}, where {expected} were expected.{advice}");
    }
}
