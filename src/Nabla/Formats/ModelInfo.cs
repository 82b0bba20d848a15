namespace Nabla;

/// <summary>What a model file says about itself besides its layers and parameters.</summary>
public sealed record ModelInfo
{
    /// <summary>The cost it was trained on; null where the file does not say.</summary>
    public Cost? Cost { get; init; }

    /// <summary>How the rows of a table become its inputs; null where it was not trained on a table.</summary>
    public TableEncoding? Table { get; init; }

    /// <summary>What the classes are called, one name an output; null where they have no names but their numbers.</summary>
    public IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>
    /// Where it comes from: data, seed, options, versions. Free text by free key; keys are letters, digits and dots.
    /// </summary>
    public IReadOnlyDictionary<string, string> Provenance { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
