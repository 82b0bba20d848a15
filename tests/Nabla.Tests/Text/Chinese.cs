using System.Text.RegularExpressions;

namespace Nabla.Tests.Text;

/// <summary>What makes a sentence Chinese throughout, as it is shown.</summary>
internal static partial class Chinese
{
    /// <summary>It has no place that is not filled, no two English words in a row, and no part that the catalogue lacks.</summary>
    public static void Check(Said said)
    {
        string shown = said.In("zh");
        Assert.DoesNotMatch(Place(), shown);
        Assert.DoesNotMatch(TwoWords(), shown);
        Assert.All(Parts(said), part => Assert.True(!HasWords(part.Key) || Catalogue.Of("zh").ContainsKey(part.Key), part.Key));
        Provoked.Note(said);
    }

    /// <summary>What is refused, and by which words: it is said in Chinese.</summary>
    public static void Refused(string words, Func<object?> call) => Refused(words, Assert.ThrowsAny<Exception>(call));

    /// <summary>The same, where it was caught.</summary>
    public static void Refused(string words, Exception error)
    {
        Check(Said.Of(error));
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.NotEqual("{0}", Said.Of(error).Key);
    }

    /// <summary>Whether there is something to translate between the places; signs need none, but may have one: "{0}, {1}".</summary>
    public static bool HasWords(string key) => Letter().IsMatch(Place().Replace(key, ""));

    private static IEnumerable<Said> Parts(Said said) => said.Values.OfType<Said>().SelectMany(Parts).Prepend(said);

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\p{L}")]
    private static partial Regex Letter();

    // Neither --schedule plateau nor ln a is English.
    [GeneratedRegex(@"(?<!--[a-z]*)(?!ln )[A-Za-z][a-z]+ [A-Za-z]?[a-z]+")]
    private static partial Regex TwoWords();
}
