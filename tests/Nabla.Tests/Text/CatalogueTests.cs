using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Nabla.Tests.Text;

/// <summary>The Chinese catalogue has every sentence of the engine, of tables, of pictures and of the page's part of it, and no other.</summary>
public partial class CatalogueTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string File = Path.Combine(Repository.Root, "src", "Nabla", "Text", "zh.json");

    [Fact]
    public void It_is_complete()
    {
        var known = Known();
        var keys = Keys();
        if (Environment.GetEnvironmentVariable("NABLA_WRITE_WORDS") == "1")
        {
            known = keys.Where(key => Chinese.HasWords(key) || known.ContainsKey(key)).ToDictionary(key => key, key => known.GetValueOrDefault(key, ""));
            System.IO.File.WriteAllText(File, JsonSerializer.Serialize(known, Readable) + "\n");
        }

        Assert.DoesNotContain(keys, key => Chinese.HasWords(key) && known.GetValueOrDefault(key, "").Length == 0);
        Assert.Empty(known.Keys.Except(keys));
    }

    [Fact]
    public void Its_sentences_have_the_places_of_the_English_ones() =>
        Assert.All(Known(), sentence => Assert.Equal(Places(sentence.Key), Places(sentence.Value)));

    private static string[] Keys() =>
        [.. Libraries.All.Concat([typeof(Csv).Assembly, typeof(Nabla.Browser.Laboratory).Assembly]).SelectMany(Sentences.Of).Distinct()];

    private static Dictionary<string, string> Known() => JsonSerializer.Deserialize<Dictionary<string, string>>(System.IO.File.ReadAllText(File))!;

    private static string[] Places(string words) => [.. Place().Matches(words).Select(place => place.Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Place();
}
