using System.Globalization;
using System.Text.Json;

namespace Nabla;

/// <summary>
/// Networks in JSON files that people can read: each layer with its activation, its biases and its weights, a line a neuron. Every
/// number has as many digits as it takes to read it back bit for bit. The files of Nielsen's <c>network2.py</c> are read too.
/// </summary>
internal static class NetworkJson
{
    private const string FormatName = "nabla";

    /// <summary>The format of these files.</summary>
    public static ModelFormat Format { get; } = new("JSON", ".json", "to read, a line a neuron",
        start => !start.Contains((byte)0) && start.TrimStart("\uFEFF \t\r\n"u8) is [(byte)'{', ..],
        (stream, name, _) => Load(stream, name), (network, path, info, _) => Save(network, path, info));

    // "NaN:" and eight hexadecimal digits is one whose bits are not those of the usual NaN.
    private const string OddNaN = "NaN:";

    private const long MostBytes = 1 << 30;

    public static void Save(Network network, string path, ModelInfo? info)
    {
        info = ModelMetadata.ToBeSaved(network, info);
        AtomicFile.Write(path, stream =>
        {
            using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
            Write(network, info, json);
        });
    }

    /// <summary>Reads a network.</summary>
    public static Model Load(Stream stream, string path)
    {
        try
        {
            var text = ReadText(stream);
            CheckRoom(text.Span);
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object)
            {
                if (root.TryGetProperty("layers", out var layers)) return Read(root, layers);
                if (root.TryGetProperty("sizes", out var sizes)) return NielsenJson.Read(root, sizes);
            }

            throw Refusal.Data($"it has neither layers nor, as Nielsen's files have, sizes");
        }
        catch (Exception error) when (error is InvalidDataException or ArgumentException or JsonException or InvalidOperationException)
        {
            var reason = error is JsonException ? $"it is no JSON ({JsonText.Reason(error)})"
                : Said.Own(error) ?? $"one of its values is of another kind than it should be";
            throw Refusal.Data($"'{Printable.Path(path)}' is not a network that can be read: {reason}.", error);
        }
    }

    private static ReadOnlyMemory<byte> ReadText(Stream stream)
    {
        var text = RestOfStream.Read(stream, MostBytes) ?? throw Refusal.Data($"it is longer than 1 GiB; save the model as safetensors");
        return text.Span.StartsWith("\uFEFF"u8) ? text[3..] : text;
    }

    // Every number and every bracket takes as much room, however short it is.
    private static void CheckRoom(ReadOnlySpan<byte> text)
    {
        // What JsonDocument keeps of each, four times: its tables grow by doubling, and the outgrown ones are not given back at once.
        const int BytesOfToken = 4 * 12;
        var reader = new Utf8JsonReader(text);
        long tokens = 0;
        while (reader.Read()) tokens++;
        MemoryAllowance.Check($"it has {tokens} numbers and brackets", BytesOfToken * tokens, text.Length, 9, $"Save the model as safetensors");
    }

    /// <summary>The member of that name, or an error that says where it is missing.</summary>
    internal static JsonElement Member(JsonElement of, string name, Said where) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var member) ? member
            : throw Refusal.Data($"{where} has no '{name}'");

    /// <summary>The elements of a list.</summary>
    internal static JsonElement[] List(JsonElement list, Said where) =>
        list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : throw Refusal.Data($"{where} is no list");

    /// <summary>Looks at the length of every row: before anything of their size is made.</summary>
    internal static void CheckRows(JsonElement[] rows, int inputs, Said where)
    {
        if (rows.Length == 0 || rows.Any(row => row.ValueKind != JsonValueKind.Array || row.GetArrayLength() != inputs))
            throw Refusal.Data($"{where} are no rows of {inputs} numbers");
    }

    /// <summary>Reads a list of numbers of a length that is known.</summary>
    internal static void Numbers(JsonElement list, Span<float> numbers, Said where)
    {
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() != numbers.Length)
            throw Refusal.Data($"{where} is no list of {numbers.Length} numbers");
        int i = 0;
        foreach (var element in list.EnumerateArray()) numbers[i++] = Number(element, where);
    }

    /// <summary>A number; those that JSON has no digits for are texts.</summary>
    internal static float Number(JsonElement element, Said where) => element.ValueKind switch
    {
        JsonValueKind.Number when element.TryGetSingle(out float number) && float.IsFinite(number) => number,
        JsonValueKind.String when element.GetString() is "NaN" or "Infinity" or "-Infinity" =>
            float.Parse(element.GetString()!, CultureInfo.InvariantCulture),
        JsonValueKind.String when element.GetString() is { Length: 12 } text && text.StartsWith(OddNaN, StringComparison.Ordinal)
            && uint.TryParse(text.AsSpan(OddNaN.Length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint bits)
            && float.IsNaN(BitConverter.UInt32BitsToSingle(bits)) => BitConverter.UInt32BitsToSingle(bits),
        _ => throw Refusal.Data($"{where} holds what is no 32-bit number"),
    };

    private static void Write(Network network, ModelInfo info, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("format", FormatName);
        json.WriteNumber("inputs", network.Inputs);
        if (info.Cost is not null) json.WriteString("cost", info.Cost.Name);
        if (info.ClassNames is not null)
        {
            json.WriteStartArray("classes");
            foreach (string name in info.ClassNames) json.WriteStringValue(name);
            json.WriteEndArray();
        }

        if (info.Table is not null)
        {
            json.WritePropertyName("table");
            json.WriteRawValue(info.Table.ToJson());
        }

        json.WriteStartObject("provenance");
        foreach (var (key, value) in info.Provenance) json.WriteString(key, value);
        json.WriteEndObject();
        json.WriteStartArray("layers");
        foreach (var layer in network.Layers)
        {
            json.WriteStartObject();
            json.WriteString("activation", layer.Activation.Name);
            json.WritePropertyName("biases");
            json.WriteRawValue(Row(layer.Biases));
            json.WriteStartArray("weights");
            for (int j = 0; j < layer.Outputs; j++)
            {
                json.WriteRawValue($"\n        {Row(layer.Row(j))}");
                json.Flush();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Row(Span<float> numbers) => $"[{string.Join(", ", numbers.ToArray().Select(Text))}]";

    private static string Text(float number) =>
        float.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture)
        : float.IsNaN(number) && BitConverter.SingleToUInt32Bits(number) != BitConverter.SingleToUInt32Bits(float.NaN)
            ? $"\"{OddNaN}{BitConverter.SingleToUInt32Bits(number):x8}\""
        : $"\"{number.ToString(CultureInfo.InvariantCulture)}\"";

    private static Model Read(JsonElement root, JsonElement list)
    {
        int inputs = Member(root, "inputs", $"it").TryGetInt32(out int given) && given > 0 ? given
            : throw Refusal.Data($"its 'inputs' is no number of inputs");
        var layers = new List<DenseLayer>();
        foreach (var element in List(list, $"its 'layers'"))
        {
            Said where = $"layer {layers.Count}";
            var rows = List(Member(element, "weights", where), $"{where}'s 'weights'");
            CheckRows(rows, inputs, $"{where}'s 'weights'");
            var layer = new DenseLayer(inputs, rows.Length, Activation.Parse(Member(element, "activation", where).GetString() ?? ""));
            for (int j = 0; j < rows.Length; j++) Numbers(rows[j], layer.Row(j), $"row {j} of {where}'s 'weights'");
            Numbers(Member(element, "biases", where), layer.Biases, $"{where}'s 'biases'");
            layers.Add(layer);
            inputs = layer.Outputs;
        }

        var provenance = new Dictionary<string, string>(StringComparer.Ordinal);
        if (root.TryGetProperty("provenance", out var entries))
        {
            foreach (var entry in entries.EnumerateObject()) provenance[entry.Name] = entry.Value.ToString();
        }

        var cost = root.TryGetProperty("cost", out var name) ? Cost.Parse(name.GetString() ?? "") : null;
        var table = root.TryGetProperty("table", out var encoding) ? TableEncoding.Parse(encoding.GetRawText()) : null;
        string[]? classes = root.TryGetProperty("classes", out var names)
            ? [.. List(names, $"its 'classes'").Select(each => each.GetString() ?? throw Refusal.Data($"its 'classes' are no names"))] : null;
        var network = new Network(layers);
        return new Model(network, ModelMetadata.Checked(network, new ModelInfo { Cost = cost, Table = table, ClassNames = classes, Provenance = provenance }));
    }
}
