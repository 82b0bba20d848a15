using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Serialization;

namespace Nabla;

/// <summary>
/// A sentence as a value: its English words with places for values, and the values. So it can be shown in every language of which there is a
/// catalogue, and by a page that the engine knows nothing of. It is written as an interpolated string, <c>Said said = $"Layer {l} has …"</c>;
/// <see cref="Key"/> is then "Layer {0} has …", what gettext calls a msgid.
/// </summary>
[InterpolatedStringHandler]
[JsonConverter(typeof(SaidConverter))]
public sealed class Said : IEquatable<Said>
{
    private const string OfAnException = "Nabla.Said";
    private readonly StringBuilder _key;
    private readonly List<object> _values;

    /// <summary>For the compiler, which makes one of an interpolated string.</summary>
    /// <param name="literalLength">The characters between the places.</param>
    /// <param name="formattedCount">The number of places.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Said(int literalLength, int formattedCount)
    {
        _key = new StringBuilder(Math.Clamp(literalLength, 16, 256));
        _values = new List<object>(Math.Clamp(formattedCount, 0, 16));
    }

    /// <summary>The English words, with {0}, {1} … where <see cref="Values"/> stand: by it a catalogue finds the sentence.</summary>
    public string Key => _key.ToString();

    /// <summary>The values, in the order of the English sentence: text as it is to be shown, or another <see cref="Said"/>.</summary>
    public IReadOnlyList<object> Values => _values;

    /// <summary>The sentence of an exception that this library threw, and of any other its message, as it is.</summary>
    /// <param name="exception">The exception.</param>
    public static Said Of(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return Own(exception) ?? $"{Printable.Lines(exception.Message)}";
    }

    /// <summary>The sentence of an exception that this library threw; null of any other.</summary>
    internal static Said? Own(Exception exception) => exception.Data[OfAnException] as Said;

    /// <summary>One after another, as a list in a sentence: a, b and c.</summary>
    /// <param name="items">What is listed.</param>
    public static Said List(params IReadOnlyList<Said> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var first = Join([.. items.Take(Math.Max(1, items.Count - 1))], (a, b) => $"{a}, {b}");
        return items.Count < 2 ? first : $"{first} and {items[^1]}";
    }

    /// <summary>Names one after another, with what stands between names in the language: a, b, c.</summary>
    /// <param name="names">The names.</param>
    internal static Said Names(params IReadOnlyList<string> names)
    {
        // In halves, so that a long list is not a deep one.
        int half = names.Count / 2;
        return names.Count < 2 ? (Said)$"{string.Concat(names)}" : $"{Names([.. names.Take(half)])}, {Names([.. names.Skip(half)])}";
    }

    /// <summary>One after another, a line each.</summary>
    internal static Said Lines(IReadOnlyList<Said> items) => Join(items, (a, b) => $"{a}\n{b}");

    /// <summary>One after another, with something between each two.</summary>
    internal static Said Join(IReadOnlyList<Said> items, Func<Said, Said, Said> both) => items.Count == 0 ? $"" : items.Aggregate(both);

    /// <summary>In English.</summary>
    public override string ToString() => In("en");

    /// <summary>In a language; what its catalogue lacks is in English. A sentence within another leaves its full stop to that.</summary>
    /// <param name="language">Its code after ISO 639: <c>en</c> or <c>zh</c>.</param>
    public string In(string language) => In(Catalogue.Of(language));

    /// <summary>By a catalogue. The page does the same (<c>said.ts</c>), and both are held to the same examples.</summary>
    internal string In(IReadOnlyDictionary<string, string> catalogue)
    {
        string words = catalogue.GetValueOrDefault(Key) ?? Key;
        var text = new StringBuilder();
        for (int at = 0; at < words.Length; at++)
        {
            int end = words[at] == '{' ? words.IndexOf('}', at) : -1;
            if (end > 0 && int.TryParse(words.AsSpan(at + 1, end - at - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int place))
            {
                at = end;
                string value = _values[place] is Said said ? said.In(catalogue) : (string)_values[place];
                bool isInside = end + 1 < words.Length && !char.IsWhiteSpace(words[end + 1]);
                text.Append(isInside && _values[place] is Said ? value.TrimEnd('.', '。') : value);
            }
            else
            {
                text.Append(words[at]);
            }
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public bool Equals(Said? other) => other is not null && Key == other.Key && _values.SequenceEqual(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Said);

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <summary>For the compiler.</summary>
    /// <param name="words">Words between places.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendLiteral(string words) => _key.Append(words);

    /// <summary>For the compiler. A number is written as in English, without groups unless the format says so.</summary>
    /// <param name="value">The value of a place.</param>
    /// <param name="format">Its format.</param>
    /// <typeparam name="T">Its type.</typeparam>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted<T>(T value, string? format = null)
    {
        _key.Append(CultureInfo.InvariantCulture, $"{{{_values.Count}}}");
        _values.Add(value switch
        {
            Said said => said,
            IFormattable number => number.ToString(format, CultureInfo.InvariantCulture),
            _ => value?.ToString() ?? "",
        });
    }

    /// <summary>Gives an exception its sentence.</summary>
    internal T On<T>(T exception)
        where T : Exception
    {
        exception.Data[OfAnException] = this;
        return exception;
    }
}
