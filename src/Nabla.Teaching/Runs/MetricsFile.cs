using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nabla.Runs;

/// <summary>Reads <c>metrics.jsonl</c> as far as it is whole: a kill may have torn its last line.</summary>
internal static class MetricsFile
{
    private const int LongestLine = 1 << 16;

    /// <summary>The lines, each with the byte after its end; none where there is no plain file.</summary>
    public static List<(MetricsLine Line, long End)> Read(string path)
    {
        var lines = new List<(MetricsLine, long)>();
        if (!PlainFile.Exists(path)) return lines;
        using var stream = PlainFile.OpenRead(path);
        byte[] buffer = new byte[LongestLine];
        long end = 0;
        for (int filled = 0, read; (read = stream.Read(buffer, filled, buffer.Length - filled)) > 0;)
        {
            int start = 0;
            filled += read;
            for (int length; (length = buffer.AsSpan(start, filled - start).IndexOf((byte)'\n')) >= 0; start += length + 1)
            {
                end += length + 1;
                if (TryParse(buffer.AsSpan(start, length)) is not { } line) return lines;
                lines.Add((line, end));
            }

            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            filled -= start;
        }

        return lines;
    }

    private static MetricsLine? TryParse(ReadOnlySpan<byte> json)
    {
        try
        {
            return RunJson.Read(json, RunLineJson.Default.MetricsLine);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What takes a line: metrics and a result. Null, in older files a name such as <c>"NaN"</c>, stands for what is no finite number.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true, Converters = [typeof(NumberOrNone)])]
[JsonSerializable(typeof(MetricsLine))]
[JsonSerializable(typeof(RunResult))]
internal sealed partial class RunLineJson : JsonSerializerContext;
