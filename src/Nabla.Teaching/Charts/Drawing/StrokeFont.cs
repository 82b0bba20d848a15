using System.Collections.Frozen;
using System.Globalization;

namespace Nabla.Charts;

/// <summary>
/// Our own small typeface for pictures of pixels: each sign is what a round pen draws. Its widths are near those of the
/// usual sans-serif faces, so a layout that is made with them suits SVG too.
/// </summary>
internal static class StrokeFont
{
    /// <summary>The pen's width as a part of the size.</summary>
    public const double Regular = 0.08, Bold = 0.115;

    // The signs are designed on a square of 20 units: capitals are 14 high, small letters 10.
    private const double Em = 20;
    private const double DigitWidth = 12;

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    private static readonly FrozenDictionary<char, Glyph> Glyphs = ReadAll();
    private static readonly Glyph Unknown = Read('\0', "m0,-1l0,14l8,14l8,-1l0,-1");

    /// <summary>How much room a text takes.</summary>
    public static double Width(string text, double size) => text.Sum(sign => Find(sign).Width) * size / Em;

    /// <summary>The strokes of a text that begins at (0, 0) on its baseline; up is negative.</summary>
    public static IEnumerable<IReadOnlyList<Point>> Strokes(string text, double size)
    {
        double scale = size / Em, x = 0;
        foreach (char sign in text)
        {
            var glyph = Find(sign);
            foreach (var stroke in glyph.Strokes) yield return [.. stroke.Select(p => new Point((x + p.X) * scale, -p.Y * scale))];
            x += glyph.Width;
        }
    }

    /// <summary>The text with its end left out where it is too long.</summary>
    public static string Shortened(string text, double size, double width)
    {
        if (Width(text, size) <= width) return text;
        int length = text.Length;
        while (length > 0 && Width(text[..length] + "…", size) > width) length--;
        return text[..length].TrimEnd() + "…";
    }

    /// <summary>The text in lines that are no wider than this where the words allow.</summary>
    public static List<string> Wrapped(string text, double size, double width)
    {
        var lines = new List<string>();
        foreach (string word in text.Split(' '))
        {
            if (lines.Count > 0 && Width($"{lines[^1]} {word}", size) <= width) lines[^1] += " " + word;
            else lines.Add(word);
        }

        return lines;
    }

    // Signs that no keyboard has (and the other half of a pair of code units) have no second box.
    private static Glyph Find(char sign) =>
        Glyphs.TryGetValue(sign, out var glyph) ? glyph : char.IsLowSurrogate(sign) ? new Glyph(0, []) : Unknown;

    private static FrozenDictionary<char, Glyph> ReadAll()
    {
        var glyphs = new Dictionary<char, Glyph>();
        foreach (string line in GlyphStrokes.Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            glyphs[line[0]] = Read(line[0], line[1..].Trim());
        foreach (var (space, width) in new[] { (' ', 5.6), ('\u00A0', 5.6), ('\u202F', 3), ('\u2009', 3) })
            glyphs[space] = new Glyph(width, []);
        for (int i = 0; i < 12; i++)
        {
            var digit = glyphs["0123456789+−"[i]];
            glyphs["⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"[i]] = Small(digit, 6.8);
            glyphs["₀₁₂₃₄₅₆₇₈₉₊₋"[i]] = Small(digit, -2.6);
        }

        for (int i = 0; i < 4; i++) glyphs["½¼¾⅓"[i]] = Fraction(glyphs["¹¹³¹"[i]], glyphs["₂₄₄₃"[i]]);
        foreach (string pair in new[] { "∑Σ", "μµ", "’'", "‘'", "∆Δ", "‐-", "⋅·" }) glyphs[pair[0]] = glyphs[pair[1]];
        return glyphs.ToFrozenDictionary();
    }

    private static Glyph Small(Glyph glyph, double lift)
    {
        const double size = 0.6;
        var strokes = glyph.Strokes.Select(stroke => stroke.Select(p => new Point(p.X * size + 0.2, p.Y * size + lift)).ToArray());
        return new Glyph(glyph.Width * size + 0.4, [.. strokes]);
    }

    private static Glyph Fraction(Glyph upper, Glyph lower)
    {
        var below = lower.Strokes.Select(stroke => stroke.Select(p => p.Plus(8, 2.6)).ToArray());
        var above = upper.Strokes.Select(stroke => stroke.Select(p => p.Plus(0, -0.6)).ToArray());
        return new Glyph(16, [.. above, .. below, [new(3.6, -0.4), new(11.6, 14.4)]]);
    }

    /// <summary>
    /// Reads strokes: <c>m</c> puts the pen down at a place, <c>l</c> draws a straight line to the next, <c>h</c> and <c>v</c> a
    /// quarter of an ellipse that sets out horizontally or vertically, and <c>c</c> a Bézier curve of three places.
    /// </summary>
    private static Glyph Read(char sign, string strokes)
    {
        var lines = new List<List<Point>>();
        foreach (string move in Moves(strokes))
        {
            double[] n = [.. move[1..].Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(s => double.Parse(s, Culture))];
            var to = new Point(n[^2], n[^1]);
            if (move[0] == 'm')
            {
                lines.Add([to]);
                continue;
            }

            // Slightly fuller than an ellipse, as in most typefaces.
            const double full = 0.58;
            var from = lines[^1][^1];
            double dx = to.X - from.X, dy = to.Y - from.Y;
            switch (move[0])
            {
                case 'l': lines[^1].Add(to); break;
                case 'h': Curve(lines[^1], from, from.Plus(full * dx, 0), to.Plus(0, -full * dy), to); break;
                case 'v': Curve(lines[^1], from, from.Plus(0, full * dy), to.Plus(-full * dx, 0), to); break;
                default: Curve(lines[^1], from, new(n[0], n[1]), new(n[2], n[3]), to); break;
            }
        }

        double inkLeft = lines.Min(line => line.Min(p => p.X)), inkRight = lines.Max(line => line.Max(p => p.X));
        double left = Bearing(lines, p => p.X - inkLeft), width = left + inkRight - inkLeft + Bearing(lines, p => inkRight - p.X);
        if (char.IsAsciiDigit(sign) && sign != '1') (left, width) = ((DigitWidth - inkRight + inkLeft) / 2, DigitWidth);
        return new Glyph(width, [.. lines.Select(line => line.Select(p => p.Plus(left - inkLeft, 0)).ToArray())]);
    }

    private static IEnumerable<string> Moves(string strokes)
    {
        int start = 0;
        for (int i = 1; i <= strokes.Length; i++)
        {
            if (i < strokes.Length && !char.IsAsciiLetter(strokes[i])) continue;
            yield return strokes[start..i];
            start = i;
        }
    }

    private static void Curve(List<Point> line, Point a, Point b, Point c, Point d)
    {
        const int pieces = 10;
        for (int i = 1; i <= pieces; i++)
        {
            double t = i / (double)pieces, u = 1 - t, k0 = u * u * u, k1 = 3 * u * u * t, k2 = 3 * u * t * t, k3 = t * t * t;
            line.Add(new Point(k0 * a.X + k1 * b.X + k2 * c.X + k3 * d.X, k0 * a.Y + k1 * b.Y + k2 * c.Y + k3 * d.Y));
        }
    }

    /// <summary>The room beside a sign: less where its side is round or slanted, for the eye sees the whitespace in between.</summary>
    private static double Bearing(List<List<Point>> lines, Func<Point, double> away)
    {
        double bottom = lines.Min(line => line.Min(p => p.Y)), top = lines.Max(line => line.Max(p => p.Y)), sum = 0;
        const int samples = 12;
        for (int i = 0; i < samples; i++)
        {
            double y = bottom + (i + 0.5) / samples * (top - bottom), nearest = 3;
            foreach (var line in lines)
            {
                for (int j = 0; j < line.Count; j++)
                {
                    var (a, b) = (line[Math.Max(0, j - 1)], line[j]);
                    if (y < Math.Min(a.Y, b.Y) - 0.5 || y > Math.Max(a.Y, b.Y) + 0.5) continue;
                    double t = a.Y == b.Y ? 0 : Math.Clamp((y - a.Y) / (b.Y - a.Y), 0, 1);
                    nearest = Math.Min(nearest, a.Y == b.Y ? Math.Min(away(a), away(b)) : away(a) + t * (away(b) - away(a)));
                }
            }

            sum += nearest;
        }

        return Math.Max(1.1, 2.2 - 0.5 * sum / samples);
    }

    private sealed record Glyph(double Width, Point[][] Strokes);
}
