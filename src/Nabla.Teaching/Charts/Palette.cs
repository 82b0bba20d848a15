using System.Text.Json.Serialization;

namespace Nabla.Charts;

/// <summary>Whether figures are dark on light or light on dark.</summary>
public enum Theme
{
    /// <summary>Dark on white, for paper and most screens.</summary>
    Light,

    /// <summary>Light on near black.</summary>
    Dark,
}

/// <summary>What the shades of a picture say.</summary>
[JsonConverter(typeof(KebabNames<PaletteKind>))]
public enum PaletteKind
{
    /// <summary>From least to most, such as activations and heights.</summary>
    Sequential,

    /// <summary>The sign and the size about a neutral zero, such as weights.</summary>
    Diverging,
}

/// <summary>
/// The colours of all figures. They can be told apart with any of the common kinds of colour blindness, and lines keep a
/// contrast of at least 3:1 to the paper (WCAG 2.2, 1.4.11).
/// </summary>
public sealed class Palette
{
    private readonly RgbColor[] _series, _sequential, _diverging;

    private Palette(RgbColor paper, RgbColor ink, RgbColor[] series, RgbColor[] sequential, RgbColor[] diverging) =>
        (Paper, Ink, _series, _sequential, _diverging) = (paper, ink, series, sequential, diverging);

    /// <summary>For light paper.</summary>
    public static Palette Light { get; } = new(
        RgbColor.Of(0xFFFFFF),
        RgbColor.Of(0x22262B),
        Stops(0x0072B2, 0xD55E00, 0x00A08A, 0x6A35D0, 0xAF2A67, 0x7F4012),
        Stops(0xF6F4EC, 0xCFDDD2, 0x93BDB8, 0x4E90A6, 0x1F5A85, 0x12305A),
        Stops(0x7A3200, 0xC8610F, 0xF0AC6C, 0xF5F4F1, 0x86B4DD, 0x2E74B5, 0x0B3C74));

    /// <summary>For dark paper.</summary>
    public static Palette Dark { get; } = new(
        RgbColor.Of(0x15181D),
        RgbColor.Of(0xE4E6E9),
        Stops(0x56B4E9, 0xF0742A, 0x3FA58E, 0xB066FA, 0xEBBFA8, 0xCDEB6A),
        Stops(0x1B2027, 0x1D3C52, 0x1F6480, 0x3B93A0, 0x86C3B4, 0xF2EFD8),
        Stops(0xFFC08A, 0xE27A22, 0x8A4A17, 0x20242A, 0x1E5286, 0x3F8FD2, 0xA6D4FF));

    /// <summary>The background.</summary>
    public RgbColor Paper { get; }

    /// <summary>Text.</summary>
    public RgbColor Ink { get; }

    /// <summary>How many series have a colour of their own.</summary>
    public int SeriesCount => _series.Length;

    /// <summary>Numbers on axes and what is said in passing.</summary>
    internal RgbColor Faded => Ink.Mix(Paper, 0.32);

    /// <summary>Axes.</summary>
    internal RgbColor Rule => Ink.Mix(Paper, 0.55);

    /// <summary>The grid.</summary>
    internal RgbColor Grid => Ink.Mix(Paper, 0.88);

    /// <summary>The palette of a theme.</summary>
    public static Palette Of(Theme theme) => theme == Theme.Dark ? Dark : Light;

    /// <summary>The colour of a series; after the last the first comes again.</summary>
    /// <param name="index">Which series, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative.</exception>
    public RgbColor Series(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return _series[index % _series.Length];
    }

    /// <summary>The shade of a value.</summary>
    /// <param name="kind">Which shades.</param>
    /// <param name="value">
    /// Sequential: 0 (near the paper) to 1. Diverging: −1 (orange) over 0 (neutral) to 1 (blue). Beyond, the last shade; of
    /// what is no number, the paper.
    /// </param>
    public RgbColor Shade(PaletteKind kind, double value)
    {
        if (double.IsNaN(value)) return Paper;
        var stops = kind == PaletteKind.Diverging ? _diverging : _sequential;
        double part = kind == PaletteKind.Diverging ? (value + 1) / 2 : value;
        double place = Math.Clamp(part, 0, 1) * (stops.Length - 1);
        int stop = Math.Min((int)place, stops.Length - 2);
        return stops[stop].Mix(stops[stop + 1], place - stop);
    }

    /// <summary>
    /// The values at the ends of a scale. Diverging: −m and m, of which m is the largest absolute value. Sequential: the least
    /// and the largest value. Never the same value twice; what is not finite is left out.
    /// </summary>
    internal static (double Minimum, double Maximum) Range(PaletteKind kind, IEnumerable<double> values)
    {
        double least = double.PositiveInfinity, most = double.NegativeInfinity;
        foreach (double value in values.Where(double.IsFinite)) (least, most) = (Math.Min(least, value), Math.Max(most, value));
        if (least > most) (least, most) = (0, 0);
        if (kind == PaletteKind.Diverging) (least, most) = (-Math.Max(-least, most), Math.Max(-least, most));
        double room = Math.Max(1, Math.Abs(most));
        return least < most ? (least, most) : (Math.Max(double.MinValue, least - room), Math.Min(double.MaxValue, most + room));
    }

    private static RgbColor[] Stops(params int[] colors) => [.. colors.Select(RgbColor.Of)];
}
