using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Spectre.Console;

namespace Nabla.Cli;

/// <summary>
/// A line with the console library's markup. What stands in the program's text is markup, <c>[bold]</c>; what is put into its holes is data and can
/// neither style nor break anything. A <see cref="Styled"/> in a hole stays what it is.
/// </summary>
[InterpolatedStringHandler]
internal readonly struct Styled
{
    private readonly StringBuilder _markup;

    public Styled(int literalLength, int formattedCount) => _markup = new StringBuilder(literalLength + 16 * formattedCount);

    /// <summary>Text without any style.</summary>
    public static Styled Plain(string text) => $"{text}";

    /// <summary>Several, one after the other.</summary>
    public static Styled Join(string separator, IEnumerable<Styled> parts)
    {
        var all = new Styled(0, 0);
        foreach (var part in parts)
        {
            if (all._markup.Length > 0) all.AppendFormatted(separator);
            all.AppendFormatted(part);
        }

        return all;
    }

    /// <summary>The markup, of which every hole is escaped.</summary>
    public string Markup => _markup.ToString();

    /// <summary>To be put into a table of the library.</summary>
    public Markup ToMarkup() => new(Markup);

    public void AppendLiteral(string markup) => _markup.Append(markup);

    public void AppendFormatted(Styled part) => _markup.Append(part._markup);

    public void AppendFormatted<T>(T value, int alignment = 0, string? format = null)
    {
        string text = value is IFormattable number ? number.ToString(format, CultureInfo.InvariantCulture) : value?.ToString() ?? "";
        text = Printable.Line(text);
        _markup.Append(Spectre.Console.Markup.Escape(alignment >= 0 ? text.PadLeft(alignment) : text.PadRight(-alignment)));
    }

    public override string ToString() => Spectre.Console.Markup.Remove(Markup);
}

/// <summary>Writes it.</summary>
internal static class StyledWriting
{
    public static void Line(this IAnsiConsole console, Styled line) => console.MarkupLine(line.Markup);
}
