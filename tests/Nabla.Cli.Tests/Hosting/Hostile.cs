using System.Text.RegularExpressions;

namespace Nabla.Cli.Tests;

/// <summary>Names that want to act on a terminal, and what must never come out of the command because of them.</summary>
internal static partial class Hostile
{
    /// <summary>
    /// Escape sequences that write the clipboard, clear the screen and colour, C1 and DEL, marks of direction, ends of lines, markup of the console
    /// library, and real words between them.
    /// </summary>
    public const string Name = "漢é😀\u001b]52;c;ZXZpbA==\u0007\u001b[2J\u001b[7777m\u009b7777m\u007f\u202etxt\u2066\u200f\u061c\u2028\u2029[red]x[/][/]\r\n\tnabla: all is well";

    /// <summary>The same, far longer than a line.</summary>
    public static readonly string Long = Name + new string('W', 5000);

    /// <summary>What a file may be called: no slash, at most 255 bytes.</summary>
    public const string File = "漢é😀\u001b]52;c;ZXZpbA==\u0007\u001b[2J\u001b[7777m\u007f\u202etxt\u2066\u2028[red]x[][]\n\tnabla: all is well";

    private const int LongestLine = 2000;

    /// <summary>The screens that everything is tried on: a file, and a terminal in colour.</summary>
    public static IEnumerable<Screen> Screens => [Screen.Redirected, new Screen(true, true, () => 100), new Screen(true, false, () => 60)];

    /// <summary>Runs a command on every screen; whatever it says, it says it harmlessly and in the end.</summary>
    public static void Try(params string[] args)
    {
        foreach (var screen in Screens) TryOn(screen, args);
    }

    /// <summary>Runs a command on one screen.</summary>
    public static void TryOn(Screen screen, params string[] args)
    {
        var run = CommandRun.With(new CommandRun.Setting { Out = screen, Error = screen }, args);
        Assert.DoesNotContain("mistake of ours", run.Error, StringComparison.Ordinal);
        Assert.InRange(run.ExitCode, 0, 2);
        MustBeHarmless(run.Out, screen.IsTerminal);
        MustBeHarmless(run.Error, screen.IsTerminal);
    }

    /// <summary>Asserts that text has no character that acts on a terminal, but for the console's own styling.</summary>
    public static void MustBeHarmless(string text, bool isTerminal)
    {
        Assert.DoesNotContain("\u001b[7777m", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[2J", text, StringComparison.Ordinal);
        string plain = isTerminal ? Styling().Replace(text, "") : text;
        for (int i = 0; i < plain.Length; i++)
        {
            char c = plain[i];
            bool isOurs = c == '\n' || (isTerminal && c == '\r');
            bool isBad = (char.IsControl(c) && !isOurs) || c is '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069')
                || (char.IsHighSurrogate(c) && (i + 1 == plain.Length || !char.IsLowSurrogate(plain[i + 1])))
                || (char.IsLowSurrogate(c) && (i == 0 || !char.IsHighSurrogate(plain[i - 1])));
            Assert.False(isBad, $"U+{(int)c:X4} at {i} of: {plain[Math.Max(0, i - 200)..Math.Min(plain.Length, i + 50)]}");
        }

        // JSON is one line of any length. A name makes no line of its own; a terminal may break one anywhere.
        foreach (string line in plain.Split('\n').Where(line => !line.StartsWith('{') && !line.StartsWith('[')))
        {
            if (!isTerminal) Assert.False(line.StartsWith("nabla: all is well", StringComparison.Ordinal), text);
            Assert.True(line.Length <= LongestLine, $"{line.Length} characters: {line}");
        }
    }

    // Colours, and what bars that move need: cursor up, line cleared, cursor hidden and shown.
    [GeneratedRegex(@"\u001b\[[0-9;]*m|\u001b\[[0-9]*[AK]|\u001b\[\?25[lh]")]
    private static partial Regex Styling();
}
