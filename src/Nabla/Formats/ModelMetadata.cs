namespace Nabla;

/// <summary>What a model says about itself, as texts by key; safetensors and ONNX files keep such.</summary>
internal static class ModelMetadata
{
    private const string CostKey = "nabla.cost";
    private const string TableKey = "nabla.table";
    private const string ClassesKey = "nabla.classes";
    private const string ProvenancePrefix = "nabla.provenance.";

    public static void Write(ModelInfo info, Dictionary<string, string> metadata)
    {
        if (info.Cost is not null) metadata[CostKey] = info.Cost.Name;
        if (info.Table is not null) metadata[TableKey] = info.Table.ToJson();
        if (info.ClassNames is not null) metadata[ClassesKey] = NameList.Write(info.ClassNames);
        foreach (var (key, value) in info.Provenance) metadata[ProvenancePrefix + key] = value;
    }

    /// <exception cref="InvalidDataException">It is no such description.</exception>
    public static TableEncoding? TableOf(IReadOnlyDictionary<string, string> metadata) =>
        metadata.TryGetValue(TableKey, out string? json) ? TableEncoding.Parse(json) : null;

    /// <exception cref="ArgumentException">It names a cost that there is not.</exception>
    /// <exception cref="InvalidDataException">It does not fit the network.</exception>
    public static ModelInfo Read(Dictionary<string, string> metadata, Network network)
    {
        return Checked(network, new ModelInfo
        {
            Table = TableOf(metadata),
            ClassNames = metadata.TryGetValue(ClassesKey, out string? list) ? NameList.Read(list, network.Outputs) : null,
            Cost = metadata.TryGetValue(CostKey, out string? cost) ? Cost.Parse(cost) : null,
            Provenance = metadata
                .Where(entry => entry.Key.StartsWith(ProvenancePrefix, StringComparison.Ordinal))
                .ToDictionary(entry => entry.Key[ProvenancePrefix.Length..], entry => entry.Value, StringComparer.Ordinal),
        });
    }

    /// <exception cref="InvalidDataException">It does not fit the network.</exception>
    public static ModelInfo Checked(Network network, ModelInfo info)
    {
        if (info.Table is { } table && (table.Inputs != network.Inputs || table.Outputs != network.Outputs))
            throw new InvalidDataException("the table that it was trained on does not fit its layers");
        if (info.ClassNames is { } names && names.Count != network.Outputs) throw new InvalidDataException("it does not name as many classes as it has outputs");
        return info;
    }
}
