using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nabla.Runs;

/// <summary>A <see cref="RunConfiguration"/> as a flat JSON object whose names are those of the options of <c>nabla train</c>.</summary>
public sealed class RunConfigurationConverter : JsonConverter<RunConfiguration>
{
    /// <inheritdoc/>
    public override RunConfiguration Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        try
        {
            return Read(document.RootElement, $"the configuration");
        }
        catch (FormatException error)
        {
            throw Refusal.Json(Said.Of(error), error);
        }
    }

    /// <exception cref="FormatException">It is no configuration.</exception>
    internal static RunConfiguration Read(JsonElement json, Said where)
    {
        if (json.ValueKind != JsonValueKind.Object) throw Refusal.Format($"There is no JSON object with settings in {where}.");
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            string text = property.Value.ValueKind switch
            {
                JsonValueKind.Array => property.Value.GetArrayLength() == 0 ? "none" : string.Join('-', property.Value.EnumerateArray()),
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                _ => property.Value.ToString(),
            };
            if (!values.TryAdd(property.Name, text)) throw Refusal.Format($"'{Printable.Name(property.Name)}' stands in {where} twice; say it once.");
        }

        return new RunConfiguration().With(values, where);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RunConfiguration value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var setting in RunSettings.All)
        {
            if (setting.ValueOf(value) is not { } text) continue;
            writer.WritePropertyName(setting.Name);
            switch (setting.Form)
            {
                case SettingForm.Text:
                    writer.WriteStringValue(text);
                    break;
                case SettingForm.Numbers:
                    writer.WriteRawValue(text == "none" ? "[]" : $"[{text.Replace("E-", "E~", StringComparison.Ordinal).Replace('-', ',').Replace('~', '-')}]");
                    break;
                default:
                    writer.WriteRawValue(text);
                    break;
            }
        }

        writer.WriteEndObject();
    }
}
