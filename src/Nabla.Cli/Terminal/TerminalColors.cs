using Spectre.Console;

namespace Nabla.Cli;

/// <summary>The palette on a terminal.</summary>
internal static class TerminalColors
{
    public static RgbColor Faded { get; } = new(128, 128, 128);

    public static Color ToSpectre(this RgbColor color) => new(color.R, color.G, color.B);

    /// <summary>The colour of a series. Those for light paper suit black too, but not shades.</summary>
    public static RgbColor Series(Chart chart, int index) => (chart.Heights is null ? Palette.Light : Palette.Dark).Series(index);

    /// <summary>The shade of a value so far along the scale, 0 to 1. What is strong shines, as the digits do.</summary>
    public static RgbColor Shade(PaletteKind kind, double part) =>
        Palette.Dark.Shade(kind, kind == PaletteKind.Diverging ? 2 * part - 1 : part);
}
