using System.Text.Json;

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
                lines.Add((JsonSerializer.Deserialize(bytes.AsSpan(start, end - start), RunJson.Default.MetricsLine)!, end + 1));
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
