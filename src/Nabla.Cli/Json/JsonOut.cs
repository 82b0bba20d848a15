using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Nabla.Cli;

/// <summary>Prints an object as one line of JSON.</summary>
internal static class JsonOut
{
    public static void WriteJson<T>(this Host host, T value, JsonTypeInfo<T> type)
    {
        // Not as a line, which would be cut where it is long.
        host.Out.Write(JsonSerializer.Serialize(value, type) + host.Out.NewLine);

        // Whoever reads a stream wants each line when it is there.
        host.Out.Flush();
    }
}
