using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Nabla.Tests.Text;

/// <summary>The Chinese catalogue has every sentence of the engine, of tables and of the page's part of the engine, and no other.</summary>
public partial class CatalogueTests
{
    private static readonly string File = Path.Combine(Repository.Root, "src", "Nabla", "Text", "zh.json");

    [Fact]
    public void It_is_complete()
    {
        var known = Known();
        string[] sentences =
        [
            .. new[] { typeof(Said), typeof(Csv), typeof(Nabla.Browser.Laboratory) }.SelectMany(type => Text.Sentences.Of(type.Assembly)).Distinct(),
        ];
        if (Environment.GetEnvironmentVariable("NABLA_WRITE_WORDS") == "1")
        {
            var options = new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
            known = sentences.Where(key => HasWords(key) || known.ContainsKey(key)).ToDictionary(key => key, key => known.GetValueOrDefault(key, ""));
            System.IO.File.WriteAllText(File, JsonSerializer.Serialize(known, options) + "\n");
        }

        Assert.Empty(sentences.Where(key => HasWords(key) && known.GetValueOrDefault(key, "").Length == 0));
        Assert.Empty(known.Keys.Except(sentences));
    }

    [Fact]
    public void Its_sentences_have_the_places_of_the_English_ones() =>
        Assert.All(Known(), sentence => Assert.Equal(Places(sentence.Key), Places(sentence.Value)));

    private static Dictionary<string, string> Known() => JsonSerializer.Deserialize<Dictionary<string, string>>(System.IO.File.ReadAllText(File))!;

    // What is only places and punctuation may have another in Chinese.
    private static bool HasWords(string key) => Letter().IsMatch(Place().Replace(key, ""));

    private static string[] Places(string words) => [.. Place().Matches(words).Select(place => place.Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\p{L}")]
    private static partial Regex Letter();
}
