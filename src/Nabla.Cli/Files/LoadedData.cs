namespace Nabla.Cli;

/// <summary>Data, ready to use.</summary>
/// <param name="Name">What to give to <c>--data</c> to get it again.</param>
/// <param name="Train">Examples to learn from.</param>
/// <param name="Test">Examples to be tested on.</param>
/// <param name="Where">Where it comes from, to show.</param>
internal sealed record LoadedData(string Name, Dataset Train, Dataset Test, string Where)
{
    /// <summary>How the rows of a table became examples; null where they are none.</summary>
    public TableEncoding? Encoding { get; init; }

    /// <summary>What a model must remember to find the same part for testing again; empty where the data themselves are in two parts.</summary>
    public IReadOnlyDictionary<string, string> Split { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether the images of a folder were prepared as MNIST was.</summary>
    public bool IsNormalized { get; init; }

    /// <summary>How the data were taken, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>All that a run must remember to have the same examples again: what was asked for, and the part that was set aside where nobody said.</summary>
    public IReadOnlyDictionary<string, string> Settings(DataRequest request)
    {
        var settings = new Dictionary<string, string>(request.Settings, StringComparer.Ordinal);
        if (Encoding is null) settings.Remove("target");
        if (IsNormalized) settings["normalize"] = "true";
        if (request.TestData is { } path) settings["test-data"] = Path.GetFullPath(path);
        if (Split.TryGetValue(OwnData.PartKey, out string? part)) settings["test-split"] = part;
        return settings;
    }

    /// <summary>In words.</summary>
    public override string ToString() => $"{Train.Name}, {Format.Count(Train.Count)} to learn from, {Format.Count(Test.Count)} to be tested on; {Where}";

    /// <summary>The part that was asked for.</summary>
    public Dataset Part(bool train) => train ? Train : Test;
}
