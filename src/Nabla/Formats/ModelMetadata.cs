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
    public static ModelInfo Checked(Network network, ModelInfo info) =>
        Problem(network, info) is { } problem ? throw Refusal.Data(problem) : info;

    /// <summary>What a file shall say, where <see cref="Checked"/> and the readers will take it.</summary>
    /// <exception cref="ArgumentException">They will not.</exception>
    public static ModelInfo ToBeSaved(Network network, ModelInfo? info)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (info is null) return new ModelInfo();
        Said? problem = TableProblem(info.Table) ?? Problem(network, info);
        if (info.ClassNames?.All(IsText) == false) problem ??= $"the name of a class is null, or no text";
        if (!info.Provenance.All(entry => IsText(entry.Key) && IsText(entry.Value))) problem ??= $"its provenance has a key or a value that is null, or no text";
        return problem is null ? info : throw Refusal.Argument($"The model cannot be saved so that it can be read again: {problem}.", nameof(info));
    }

    // As the readers see it: it must come out of its own JSON.
    private static Said? TableProblem(TableEncoding? table)
    {
        try
        {
            if (table is not null) TableEncoding.Parse(table.ToJson());
            return null;
        }
        catch (Exception error) when (error is InvalidDataException or ArgumentException)
        {
            return $"what it says of the table that it was trained on is no encoding of a table";
        }
    }

    // A half of a character is none, and becomes another one in a file.
    private static bool IsText(string? text)
    {
        for (int i = 0; i < text?.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i])) return false;
        }

        return text is not null;
    }

    private static Said? Problem(Network network, ModelInfo info)
    {
        if (info.Table is { } table && (table.Inputs != network.Inputs || table.Outputs != network.Outputs))
            return $"the table that it was trained on does not fit its layers";
        return info.ClassNames is { } names && names.Count != network.Outputs ? (Said)$"it does not name as many classes as it has outputs" : null;
    }
}
