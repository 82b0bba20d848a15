namespace Nabla;

/// <summary>The names that the four files of a set go by.</summary>
internal static class IdxNames
{
    public const string TrainImages = "train-images-idx3-ubyte";
    public const string TrainLabels = "train-labels-idx1-ubyte";
    public const string TestImages = "t10k-images-idx3-ubyte";
    public const string TestLabels = "t10k-labels-idx1-ubyte";

    public static ReadOnlySpan<string> All => new[] { TrainImages, TrainLabels, TestImages, TestLabels };

    /// <summary>The path of a file in a folder under whichever of its spellings is there; null where none is.</summary>
    public static string? Find(string folder, string name)
    {
        // Some unpackers write the last dash as a dot.
        string dotted = name.Replace("-idx", ".idx", StringComparison.Ordinal);
        foreach (string spelling in new[] { name, name + ".gz", dotted, dotted + ".gz" })
        {
            string path = Path.Combine(folder, spelling);
            if (File.Exists(path)) return path;
        }

        return null;
    }

    /// <summary>The path of a file in a folder.</summary>
    /// <exception cref="FileNotFoundException">No spelling of it is there.</exception>
    public static string Require(string folder, string name) => Find(folder, name)
        ?? throw new FileNotFoundException(
            $"The folder '{folder}' has no file '{name}' or '{name}.gz'; it needs the four files {string.Join(", ", All.ToArray())}.", name);
}
