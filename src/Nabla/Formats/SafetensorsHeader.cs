using System.Text.Json;

namespace Nabla;

/// <summary>The tensors that a safetensors file holds, and its metadata (https://github.com/huggingface/safetensors).</summary>
internal sealed class SafetensorsHeader
{
    /// <summary>
    /// The longest header that is read or written, in bytes. The format allows six times as much; a header is names and places, and what it
    /// becomes in memory is many times its size.
    /// </summary>
    public const int MaxLength = 1 << 24;

    /// <summary>Tensors, or entries of metadata, that are read; a network of ten thousand layers has a fifth of it.</summary>
    private const int MostEntries = 100_000;

    private long _end;

    public Dictionary<string, TensorEntry> Tensors { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Metadata { get; } = new(StringComparer.Ordinal);

    /// <summary>One tensor: its type, its shape, and its first byte and the byte after its last, counted from the header's end.</summary>
    internal sealed record TensorEntry(string Type, long[] Shape, long Start, long End);

    /// <summary>Adds a tensor of 32-bit floats behind those that were added before.</summary>
    public void Add(string name, params long[] shape) =>
        Tensors[name] = new TensorEntry("F32", shape, _end, _end += sizeof(float) * shape.Aggregate((x, y) => x * y));

    /// <exception cref="IOException">It is longer than <see cref="MaxLength"/>.</exception>
    public byte[] ToBytes()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject("__metadata__");
            foreach (var (key, value) in Metadata) json.WriteString(key, value);
            json.WriteEndObject();
            foreach (var (name, tensor) in Tensors)
            {
                json.WriteStartObject(name);
                json.WriteString("dtype", tensor.Type);
                json.WriteStartArray("shape");
                foreach (long size in tensor.Shape) json.WriteNumberValue(size);
                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(tensor.Start);
                json.WriteNumberValue(tensor.End);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        // Filled up with spaces so that the numbers after it are aligned, as the format advises.
        while (buffer.Length % 8 != 0) buffer.WriteByte((byte)' ');
        return buffer.Length <= MaxLength ? buffer.ToArray()
            : throw Refusal.File($"What the file must say of the model takes {buffer.Length} bytes, more than {MaxLength}; give it fewer names, or shorter ones.");
    }

    /// <summary>
    /// Looks whether the tensors lie one after the other and fill the file, as the format demands: no byte belongs to two of them, and none
    /// to none.
    /// </summary>
    /// <param name="length">Bytes after the header.</param>
    /// <exception cref="InvalidDataException">They do not; the message is a reason without the file's name.</exception>
    public void CheckLayout(long length)
    {
        long end = 0;
        foreach (var (name, tensor) in Tensors.OrderBy(entry => entry.Value.Start).ThenBy(entry => entry.Value.End))
        {
            Said shown = $"its tensor '{Printable.Name(name)}'";
            if (tensor.End < tensor.Start) throw Refusal.Data($"{shown} ends before it begins");
            if (tensor.Start < end) throw Refusal.Data($"{shown} overlaps another: it begins at byte {tensor.Start}, before byte {end}");
            if (tensor.Start > end) throw Refusal.Data($"{tensor.Start - end} bytes before {shown} belong to no tensor");
            end = tensor.End;
        }

        if (end > length) throw Refusal.Data($"it is cut short");
        if (end < length) throw Refusal.Data($"{length - end} bytes after its last tensor belong to none");
    }

    /// <exception cref="JsonException">It is not JSON, or not of this shape.</exception>
    public static SafetensorsHeader Parse(ReadOnlyMemory<byte> bytes)
    {
        var header = new SafetensorsHeader();
        using var document = JsonDocument.Parse(bytes);
        if (document.RootElement.ValueKind != JsonValueKind.Object) throw Refusal.Json($"it is no JSON object");
        bool hasMetadata = false;
        foreach (var property in document.RootElement.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.Object) throw Refusal.Json($"'{Printable.Name(property.Name)}' is no object");
            if (property.NameEquals("__metadata__"))
            {
                if (hasMetadata) throw Twice(property);
                hasMetadata = true;
                foreach (var entry in property.Value.EnumerateObject()) AddText(header.Metadata, entry);
            }
            else
            {
                if (!header.Tensors.TryAdd(property.Name, ParseTensor(property))) throw Twice(property);
                if (header.Tensors.Count > MostEntries) throw Refusal.Json($"it names more than {MostEntries} tensors");
            }
        }

        return header;
    }

    private static void AddText(Dictionary<string, string> metadata, JsonProperty entry)
    {
        if (entry.Value.ValueKind != JsonValueKind.String) throw Refusal.Json($"its metadata '{Printable.Name(entry.Name)}' are no text");
        if (!metadata.TryAdd(entry.Name, entry.Value.GetString()!)) throw Twice(entry);
        if (metadata.Count > MostEntries) throw Refusal.Json($"it has more than {MostEntries} entries of metadata");
    }

    private static JsonException Twice(JsonProperty property) => Refusal.Json($"'{Printable.Name(property.Name)}' is there twice");

    private static TensorEntry ParseTensor(JsonProperty property)
    {
        if (property.Value.TryGetProperty("dtype", out var type)
            && type.ValueKind == JsonValueKind.String
            && property.Value.TryGetProperty("shape", out var shape) && TryNumbers(shape, out long[] sizes)
            && property.Value.TryGetProperty("data_offsets", out var offsets) && TryNumbers(offsets, out long[] range)
            && range.Length == 2)
            return new TensorEntry(type.GetString()!, sizes, range[0], range[1]);
        throw Refusal.Json($"'{Printable.Name(property.Name)}' has no dtype, shape and data_offsets");
    }

    private static bool TryNumbers(JsonElement element, out long[] numbers)
    {
        numbers = [];
        if (element.ValueKind != JsonValueKind.Array) return false;
        numbers = new long[element.GetArrayLength()];
        for (int i = 0; i < numbers.Length; i++)
        {
            if (element[i].ValueKind != JsonValueKind.Number || !element[i].TryGetInt64(out numbers[i]) || numbers[i] < 0) return false;
        }

        return true;
    }
}
