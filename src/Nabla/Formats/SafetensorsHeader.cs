using System.Text.Json;

namespace Nabla;

/// <summary>The tensors that a safetensors file holds, and its metadata (https://github.com/huggingface/safetensors).</summary>
internal sealed class SafetensorsHeader
{
    /// <summary>The format's own limit on the size of a header.</summary>
    public const int MaxLength = 100_000_000;

    public Dictionary<string, TensorEntry> Tensors { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Metadata { get; } = new(StringComparer.Ordinal);

    /// <summary>One tensor: its type, its shape, and its first byte and the byte after its last, counted from the header's end.</summary>
    internal sealed record TensorEntry(string Type, long[] Shape, long Start, long End);

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
        return buffer.ToArray();
    }

    /// <exception cref="JsonException">It is not JSON, or not of this shape.</exception>
    public static SafetensorsHeader Parse(ReadOnlyMemory<byte> bytes)
    {
        var header = new SafetensorsHeader();
        using var document = JsonDocument.Parse(bytes);
        if (document.RootElement.ValueKind != JsonValueKind.Object) throw new JsonException("it is no JSON object");
        foreach (var property in document.RootElement.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.Object) throw new JsonException($"'{Printable.Name(property.Name)}' is no object");
            if (property.NameEquals("__metadata__"))
            {
                foreach (var entry in property.Value.EnumerateObject()) header.Metadata[entry.Name] = entry.Value.ToString();
            }
            else
            {
                header.Tensors[property.Name] = ParseTensor(property);
            }
        }

        return header;
    }

    private static TensorEntry ParseTensor(JsonProperty property)
    {
        if (property.Value.TryGetProperty("dtype", out var type)
            && property.Value.TryGetProperty("shape", out var shape) && TryNumbers(shape, out long[] sizes)
            && property.Value.TryGetProperty("data_offsets", out var offsets) && TryNumbers(offsets, out long[] range)
            && range.Length == 2)
            return new TensorEntry(type.ToString(), sizes, range[0], range[1]);
        throw new JsonException($"'{Printable.Name(property.Name)}' has no dtype, shape and data_offsets");
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
