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

    /// <summary>The part that was asked for.</summary>
    public Dataset Part(bool train) => train ? Train : Test;
}
