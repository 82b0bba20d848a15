using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nabla.Cli;

/// <summary><see cref="NumberOrNone"/> of single precision, which is only printed.</summary>
internal sealed class FiniteSingle : JsonConverter<float>
{
    public override float Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, float value, JsonSerializerOptions options)
    {
        if (float.IsFinite(value)) writer.WriteNumberValue(value);
        else writer.WriteNullValue();
    }
}
