using System.Text;

namespace Nabla.Cli;

/// <summary>Writes arguments so that a shell reads them back as they are, and so that they can be shown.</summary>
internal static class Shell
{
    private const string Plain = "-_./:,=+@%~";

    public static string Quote(string argument)
    {
        if (argument.Length > 0 && argument.All(c => char.IsLetterOrDigit(c) || Plain.Contains(c) || (c == '\\' && OperatingSystem.IsWindows())))
            return argument;
        if (OperatingSystem.IsWindows()) return $"\"{Printable.Line(argument)}\"";
        return Printable.Line(argument) == argument
            ? $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'"
            : $"$'{string.Concat(argument.EnumerateRunes().Select(Escaped))}'";
    }

    // As bash, zsh and ksh read it. What cannot be shown is told by its number.
    private static string Escaped(Rune rune) => rune.ToString() switch
    {
        "'" or "\\" => $"\\{rune}",
        var shown when Printable.Line(shown) == shown => shown,
        _ => $"\\u{rune.Value:x4}",
    };
}
