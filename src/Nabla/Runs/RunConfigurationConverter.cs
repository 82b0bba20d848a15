using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nabla;

/// <summary>A <see cref="RunConfiguration"/> as a flat JSON object whose names are those of the options of <c>nabla train</c>.</summary>
public sealed class RunConfigurationConverter : JsonConverter<RunConfiguration>
{
    /// <summary>A configuration from its settings as text.</summary>
    /// <param name="values">The settings that are said.</param>
    /// <param name="where">Where they stand, for the message.</param>
    /// <exception cref="FormatException">There is no such setting, its value is wrong, or they do not fit together.</exception>
    internal static RunConfiguration Make(IReadOnlyDictionary<string, string> values, Said where)
    {
        var configuration = new RunConfiguration();
        foreach (string key in values.Keys)
        {
            if (RunField.All.All(field => field.Name != key))
                throw Refusal.Format($"There is no setting '{Printable.Name(key)}', which stands in {where}; known: {string.Join(", ", RunField.All.Select(field => field.Name))}.");
        }

        // In the order of the table: an optimizer before its settings.
        foreach (var field in RunField.All)
        {
            if (!values.TryGetValue(field.Name, out string? value)) continue;
            try
            {
                configuration = field.Set(configuration, value);
            }
            catch (Exception error) when (error is FormatException or ArgumentException)
            {
                throw Refusal.Format($"'{field.Name}' is '{Printable.Name(value)}' in {where}: {Said.Of(error)}.", error);
            }
        }

        var training = configuration.Training;
        var problems = training.Optimizer.Problems().Concat(training.Schedule.Problems());
        if (training.Cost.Misfit(configuration.OutputActivation) is { } misfit) problems = problems.Append(misfit);
        return problems.FirstOrDefault() is { } problem ? throw Refusal.Format($"In {where}: {problem}") : configuration;
    }

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

        return Make(values, where);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RunConfiguration value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var field in RunField.All)
        {
            if (field.Get(value) is not { } text) continue;
            writer.WritePropertyName(field.Name);
            switch (field.Kind)
            {
                case FieldKind.Text:
                    writer.WriteStringValue(text);
                    break;
                case FieldKind.Numbers:
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
