using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nabla;

/// <summary>Names as a line of JSON, for metadata whose values are text.</summary>
internal static class NameList
{
    public static string Write(IReadOnlyList<string> names) => JsonSerializer.Serialize([.. names], NameListJson.Default.StringArray);

    /// <exception cref="InvalidDataException">It is no list of names.</exception>
    public static IReadOnlyList<string> Read(string json)
    {
        try
        {
            if (JsonSerializer.Deserialize(json, NameListJson.Default.StringArray) is { } names && !names.Contains(null)) return names;
        }
        catch (JsonException)
        {
        }

        throw new InvalidDataException("the names of its classes cannot be read");
    }
}

[JsonSerializable(typeof(string[]))]
internal sealed partial class NameListJson : JsonSerializerContext;
