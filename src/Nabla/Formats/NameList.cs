using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nabla;

/// <summary>Names as a line of JSON, for metadata whose values are text.</summary>
internal static class NameList
{
    public static string Write(IReadOnlyList<string> names) => JsonSerializer.Serialize([.. names], NameListJson.Default.StringArray);

    /// <param name="json">The line.</param>
    /// <param name="count">How many names there must be: looked at before any is made.</param>
    /// <exception cref="InvalidDataException">It is no list of so many names.</exception>
    public static IReadOnlyList<string> Read(string json, int count)
    {
        if (json.AsSpan().Count('"') > 2L * count) throw Refusal.Data($"it names more than {count} classes, and has as many outputs");
        try
        {
            if (JsonSerializer.Deserialize(json, NameListJson.Default.StringArray) is { } names && !names.Contains(null)) return names;
        }
        catch (JsonException)
        {
        }

        throw Refusal.Data($"the names of its classes cannot be read");
    }
}

[JsonSerializable(typeof(string[]))]
internal sealed partial class NameListJson : JsonSerializerContext;
