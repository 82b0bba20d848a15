namespace Nabla;

/// <summary>What a model says about itself, as texts by key; safetensors and ONNX files keep such.</summary>
internal static class ModelMetadata
{
    private const string CostKey = "nabla.cost";
    private const string ProvenancePrefix = "nabla.provenance.";

    public static void Write(ModelInfo info, Dictionary<string, string> metadata)
    {
        if (info.Cost is not null) metadata[CostKey] = info.Cost.Name;
        foreach (var (key, value) in info.Provenance) metadata[ProvenancePrefix + key] = value;
    }

    /// <exception cref="ArgumentException">It names a cost that there is not.</exception>
    public static ModelInfo Read(Dictionary<string, string> metadata) => new()
    {
        Cost = metadata.TryGetValue(CostKey, out string? cost) ? Cost.Parse(cost) : null,
        Provenance = metadata
            .Where(entry => entry.Key.StartsWith(ProvenancePrefix, StringComparison.Ordinal))
            .ToDictionary(entry => entry.Key[ProvenancePrefix.Length..], entry => entry.Value, StringComparer.Ordinal),
    };
}
