using System.Collections.ObjectModel;
using System.Text.Json;

namespace Nabla;

/// <summary>
/// The sentences in a language, by their English ones. English needs none. A file a language, <c>Text/zh.json</c>; a test holds that it has every
/// sentence of the engine, and in each the same places.
/// </summary>
internal static class Catalogue
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Chinese = new(() => Read("zh"));

    public static IReadOnlyDictionary<string, string> Of(string language) =>
        language == "zh" ? Chinese.Value : ReadOnlyDictionary<string, string>.Empty;

    // Where a page has the file itself, the engine there is made without it.
    private static IReadOnlyDictionary<string, string> Read(string language)
    {
        using var file = typeof(Catalogue).Assembly.GetManifestResourceStream($"Nabla.Text.{language}.json");
        if (file is null) return ReadOnlyDictionary<string, string>.Empty;
        using var json = JsonDocument.Parse(file);
        return json.RootElement.EnumerateObject().ToDictionary(sentence => sentence.Name, sentence => sentence.Value.GetString()!);
    }
}
