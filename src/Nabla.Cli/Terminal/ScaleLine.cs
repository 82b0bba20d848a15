using System.Globalization;
using Spectre.Console;

namespace Nabla.Cli;

/// <summary>The shades of a palette in a line, between the values at their ends.</summary>
internal static class ScaleLine
{
    private const int Steps = 24;

    // Where there are no colours, the sign of a value is told by the kind of character.
    private const string Sequential = " ░▒▓█", Diverging = "@o- +▒█";

    /// <summary>The character for a value so far along the scale, 0 to 1; a space for what is no number.</summary>
    public static char Sign(PaletteKind kind, double part)
    {
        string signs = kind == PaletteKind.Diverging ? Diverging : Sequential;
        return double.IsNaN(part) ? ' ' : signs[(int)Math.Clamp(part * signs.Length, 0, signs.Length - 1)];
    }

    public static void Write(PaletteKind kind, string label, (double Least, double Most) range, Host host)
    {
        string before = $"  {(label.Length > 0 ? label + "  " : "")}{Text(range.Least)} ", after = $" {Text(range.Most)}";
        if (!host.OutScreen.HasColor)
        {
            host.Out.WriteLine($"{before}[{(kind == PaletteKind.Diverging ? Diverging : Sequential)}]{after}");
            return;
        }

        var shades = Enumerable.Range(0, Steps).Select(i => (Styled)$"[on {TerminalColors.Shade(kind, i / (Steps - 1.0))}] [/]");
        SpectreConsole.For(host.Out, host.OutScreen).Line($"{before}{Styled.Join("", shades)}{after}");
    }

    private static string Text(double value) => value.ToString("G3", CultureInfo.InvariantCulture);
}
