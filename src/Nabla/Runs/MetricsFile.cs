using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nabla;

/// <summary>Reads <c>metrics.jsonl</c> as far as it is whole: a kill may have torn its last line.</summary>
internal static class MetricsFile
{
    /// <summary>The lines, each with the byte after its end.</summary>
    public static List<(MetricsLine Line, long End)> Read(string path)
    {
        var lines = new List<(MetricsLine, long)>();
        byte[] bytes = File.Exists(path) ? ReadShared(path) : [];
        int start = 0;
        for (int end; (end = Array.IndexOf(bytes, (byte)'\n', start)) >= 0; start = end + 1)
        {
            try
            {
                lines.Add((JsonSerializer.Deserialize(bytes.AsSpan(start, end - start), MetricsJson.Default.MetricsLine)!, end + 1));
            }
            catch (JsonException)
            {
                break;
            }
        }

        return lines;
    }

    private static byte[] ReadShared(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        byte[] bytes = new byte[stream.Length];
        return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }
}

/// <summary>A line of metrics, in which null or a name such as <c>"NaN"</c> stands for what is no finite number.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(NumberOrNone)])]
[JsonSerializable(typeof(MetricsLine))]
internal sealed partial class MetricsJson : JsonSerializerContext;

internal sealed class NumberOrNone : JsonConverter<double>
{
    public override bool HandleNull => true;

    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => double.NaN,
        JsonTokenType.String => double.TryParse(reader.GetString(), CultureInfo.InvariantCulture, out double named) ? named : throw new JsonException("it is no number."),
        _ => reader.GetDouble(),
    };

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => throw new NotSupportedException();
}
