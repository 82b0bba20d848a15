using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Nabla.Cli;

/// <summary>Prints an object as one line of JSON.</summary>
internal static class JsonOut
{
    public static void WriteJson<T>(this Host host, T value, JsonTypeInfo<T> type)
    {
        host.Out.WriteLine(JsonSerializer.Serialize(value, type));

        // Whoever reads a stream wants each line when it is there.
        host.Out.Flush();
    }
}
