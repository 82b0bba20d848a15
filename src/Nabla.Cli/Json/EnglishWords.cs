using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nabla.Cli;

/// <summary>A sentence in JSON as its English text: what programs read does not change with the language.</summary>
internal sealed class EnglishWords : JsonConverter<Said>
{
    public override Said Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Sentences are written and not read.");

    public override void Write(Utf8JsonWriter writer, Said value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
