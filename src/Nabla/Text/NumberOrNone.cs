using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nabla;

/// <summary>A number in JSON: null where it is NaN or infinite, for which JSON has no digits. Names such as <c>"NaN"</c> are read as well.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NumberOrNone : JsonConverter<double>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => double.NaN,
        JsonTokenType.String => double.TryParse(reader.GetString(), CultureInfo.InvariantCulture, out double named) ? named : throw new JsonException("it is no number."),
        _ => reader.GetDouble(),
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (double.IsFinite(value)) writer.WriteNumberValue(value);
        else writer.WriteNullValue();
    }
}
