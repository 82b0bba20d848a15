using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nabla;

/// <summary>A sentence in JSON: <c>{ "key": …, "values": […] }</c>, a value being text or another sentence.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SaidConverter : JsonConverter<Said>
{
    /// <inheritdoc/>
    public override Said Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Sentences are written and not read.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Said value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        writer.WriteString("key", value.Key);
        writer.WriteStartArray("values");
        foreach (object one in value.Values)
        {
            if (one is Said said) Write(writer, said, options);
            else writer.WriteStringValue((string)one);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
