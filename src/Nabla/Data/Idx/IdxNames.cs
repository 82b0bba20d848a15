namespace Nabla;

/// <summary>The names that the four files of a set go by.</summary>
internal static class IdxNames
{
    public const string TrainImages = "train-images-idx3-ubyte";
    public const string TrainLabels = "train-labels-idx1-ubyte";
    public const string TestImages = "t10k-images-idx3-ubyte";
    public const string TestLabels = "t10k-labels-idx1-ubyte";

    public static IReadOnlyList<string> All { get; } = [TrainImages, TrainLabels, TestImages, TestLabels];

    /// <summary>The path of a file in a folder under whichever of its spellings is there; null where none is.</summary>
    public static string? Find(string folder, string name)
    {
        // Some unpackers write the last dash as a dot; and images may have other dimensions than three.
        foreach (string shape in name.Contains("idx3", StringComparison.Ordinal) ? new[] { "idx3", "idx2", "idx4" } : ["idx1"])
        {
            string shaped = name.Replace("idx3", shape, StringComparison.Ordinal);
            string dotted = shaped.Replace("-idx", ".idx", StringComparison.Ordinal);
            foreach (string spelling in new[] { shaped, shaped + ".gz", dotted, dotted + ".gz" })
            {
                string path = Path.Combine(folder, spelling);
                if (File.Exists(path)) return path;
            }
        }

        return null;
    }

    /// <summary>The path of a file in a folder.</summary>
    /// <exception cref="FileNotFoundException">No spelling of it is there.</exception>
    public static string Require(string folder, string name) => Find(folder, name)
        ?? throw Refusal.Missing(
            $"The folder '{Printable.Path(folder)}' has no file '{name}' or '{name}.gz'; it needs the four files {string.Join(", ", All)}.", name);
}
