namespace Nabla;

/// <summary>The names that the four files of a set go by; what they begin with beyond MNIST's own, such as <c>emnist-digits-</c>, names the set.</summary>
internal static class IdxNames
{
    public const string TrainImages = "train-images-idx3-ubyte";
    public const string TrainLabels = "train-labels-idx1-ubyte";
    public const string TestImages = "t10k-images-idx3-ubyte";
    public const string TestLabels = "t10k-labels-idx1-ubyte";

    public static IReadOnlyList<string> All { get; } = [TrainImages, TrainLabels, TestImages, TestLabels];

    /// <summary>Whether a folder has the four files under MNIST's own names.</summary>
    public static bool IsPlain(string folder) => IsSet(folder, "");

    /// <summary>The path of a file in a folder under whichever of its spellings is there; null where none is.</summary>
    public static string? Find(string folder, string name, string set = "")
    {
        // Images may have other dimensions than three, QMNIST has integers for labels, EMNIST calls the test a test, and some unpackers write the last dash as a dot.
        string start = name[..name.IndexOf("-idx", StringComparison.Ordinal)];
        string[] shapes = name.Contains("idx3", StringComparison.Ordinal) ? ["idx3-ubyte", "idx2-ubyte", "idx4-ubyte"] : ["idx1-ubyte", "idx2-int"];
        var spellings =
            from shape in shapes
            from part in new[] { start, start.Replace("t10k", "test", StringComparison.Ordinal) }
            from spelling in new[] { $"{part}-{shape}", $"{part}-{shape}.gz", $"{part}.{shape}", $"{part}.{shape}.gz" }
            select Path.Combine(folder, set + spelling);
        return spellings.FirstOrDefault(File.Exists);
    }

    /// <summary>The path of a file in a folder.</summary>
    /// <exception cref="FileNotFoundException">No spelling of it is there.</exception>
    public static string Require(string folder, string name, string set = "") => Find(folder, name, set)
        ?? throw Refusal.Missing(
            $"The folder '{Printable.Path(folder)}' has no file '{name}' or '{name}.gz'; it needs the four files {string.Join(", ", All)}.", name);

    /// <summary>The sets that a path leads to: those of a folder, or the one that it names in a folder.</summary>
    /// <returns>The folder, and what the names of the sets' files begin with.</returns>
    public static (string Folder, IReadOnlyList<string> Sets) Locate(string path)
    {
        if (Directory.Exists(path)) return (path, SetsIn(path));
        string folder = Path.GetDirectoryName(path) is { Length: > 0 } parent ? parent : ".", name = Path.GetFileName(path);
        return (folder, [.. SetsIn(folder).Where(set => set.Length > 0 && name == Title(set))]);
    }

    /// <summary>What a set is called: what its files begin with, without the dash.</summary>
    public static string Title(string set) => set.TrimEnd('-', '_', '.');

    private static string[] SetsIn(string folder)
    {
        const string Start = "train-images";
        if (!Directory.Exists(folder)) return [];
        var names = Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path));
        return
        [
            .. names.Where(name => name.Contains(Start, StringComparison.Ordinal)).Select(name => name[..name.IndexOf(Start, StringComparison.Ordinal)])
                .Distinct(StringComparer.Ordinal).Where(set => IsSet(folder, set)).Order(StringComparer.Ordinal),
        ];
    }

    private static bool IsSet(string folder, string set) => All.All(name => Find(folder, name, set) is not null);
}
