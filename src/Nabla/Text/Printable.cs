using System.Text;

namespace Nabla;

/// <summary>
/// The one place that makes text fit to be shown in a message, on a terminal or in a log, whoever wrote it: a file, an argument, another program.
/// Words of every language stay as they are. What would act on a terminal rather than be seen becomes '�': control characters (escape sequences
/// begin with one), marks that turn the direction of what follows, halves of surrogate pairs. (Trojan Source, CVE-2021-42574; CWE-150.)
/// </summary>
internal static class Printable
{
    private const char Instead = '\uFFFD';
    private const int LongestName = 60;
    private const int LongestPath = 200;

    /// <summary>A name on one line, cut after 60 characters: of a column, a class, a setting, a tensor; a cell of a table.</summary>
    /// <param name="name">The name.</param>
    /// <param name="longest">The most characters that are kept.</param>
    public static string Name(string? name, int longest = LongestName) =>
        name is null || name.Length <= longest ? Line(name) : Line(name[..Whole(name, longest)]) + "…";

    /// <summary>The name of a file, a folder or a set of data on one line; a long one without its middle, for its end tells the most.</summary>
    public static string Path(string? path) => Line(path, LongestPath);

    /// <summary>Text on one line: ends of lines and tabs become spaces.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">The most characters that are kept; the middle of a longer text is left out.</param>
    public static string Line(string? text, int longest = int.MaxValue)
    {
        text ??= "";
        if (text.Length > longest)
        {
            int head = Whole(text, longest / 2), tail = text.Length - longest / 2;
            if (char.IsLowSurrogate(text[tail])) tail++;
            text = $"{text[..head]}…{text[tail..]}";
        }

        return Clean(text, isLine: true);
    }

    /// <summary>Text that may have several lines.</summary>
    public static string Lines(string text) => Clean(text, isLine: false);

    private static string Clean(string text, bool isLine)
    {
        int at = 0;
        while (at < text.Length && !IsStrange(text, at)) at++;
        if (at == text.Length) return text;

        var clean = new StringBuilder(text, 0, at, text.Length);
        for (; at < text.Length; at++)
        {
            char c = text[at];
            bool isEnd = c == '\n' || (c == '\r' && at + 1 < text.Length && text[at + 1] == '\n');
            if (!IsStrange(text, at) || (isEnd && !isLine)) clean.Append(c);
            else if (c == '\r' && isEnd) continue;
            else clean.Append(c is '\n' or '\r' or '\t' or '\u2028' or '\u2029' ? ' ' : Instead);
        }

        return clean.ToString();
    }

    private static bool IsStrange(string text, int at) => text[at] switch
    {
        >= ' ' and < '\u007F' => false,
        var c when char.IsControl(c) => true,
        '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u206F') => true,
        var c when char.IsHighSurrogate(c) => at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]),
        var c when char.IsLowSurrogate(c) => at == 0 || !char.IsHighSurrogate(text[at - 1]),
        _ => false,
    };

    // Not between the halves of a surrogate pair.
    private static int Whole(string text, int length) => length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
}
