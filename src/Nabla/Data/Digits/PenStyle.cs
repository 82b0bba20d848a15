using System.Globalization;

namespace Nabla;

/// <summary>
/// One way in which people write a digit, as a few sketches of the same strokes. A drawing lies between two of the
/// sketches, so that the parts of a shape that change together in handwriting change together here.
/// </summary>
/// <remarks>
/// A sketch is a line of text: points <c>x,y</c> in the order of the pen, on a grid of about 100×100 with the origin
/// at the top left. <c>!</c> after a point makes it a sharp corner, and <c>/</c> lifts the pen.
/// </remarks>
internal sealed class PenStyle
{
    private readonly float[][] _x;
    private readonly float[][] _y;
    private readonly PointKind[] _kinds;

    /// <summary>A style from its sketches.</summary>
    /// <param name="share">How often the style is chosen, in proportion to the others of its digit.</param>
    /// <param name="sketches">At least one sketch; all with the same strokes, numbers of points and corners.</param>
    /// <exception cref="ArgumentException">The sketches do not correspond.</exception>
    public PenStyle(int share, params string[] sketches)
    {
        Share = share;
        _x = new float[sketches.Length][];
        _y = new float[sketches.Length][];
        _kinds = Parse(sketches[0], out _x[0], out _y[0]);
        for (int i = 1; i < sketches.Length; i++)
        {
            if (!_kinds.AsSpan().SequenceEqual(Parse(sketches[i], out _x[i], out _y[i])))
                throw Refusal.Argument($"The sketch '{sketches[i]}' has other strokes than '{sketches[0]}'.");
        }
    }

    /// <summary>What a point of a sketch is to its stroke.</summary>
    [Flags]
    public enum PointKind : byte
    {
        /// <summary>The stroke passes smoothly.</summary>
        Smooth = 0,

        /// <summary>The stroke changes direction sharply.</summary>
        Corner = 1,

        /// <summary>The stroke begins.</summary>
        Start = 2,
    }

    /// <summary>How often the style is chosen, in proportion to the others of its digit.</summary>
    public int Share { get; }

    /// <summary>The kind of each point.</summary>
    public ReadOnlySpan<PointKind> Kinds => _kinds;

    /// <summary>Draws one sketch that is moved some of the way towards another, or a little away from it.</summary>
    /// <param name="rng">The source of the choice.</param>
    /// <param name="x">As many horizontal coordinates as there are points.</param>
    /// <param name="y">As many vertical coordinates.</param>
    public void Blend(Rng rng, Span<float> x, Span<float> y)
    {
        int one = rng.NextInt(_x.Length), other = rng.NextInt(_x.Length);
        float part = (float)rng.NextDouble(-0.2, 0.6);
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = _x[one][i] + part * (_x[other][i] - _x[one][i]);
            y[i] = _y[one][i] + part * (_y[other][i] - _y[one][i]);
        }
    }

    private static PointKind[] Parse(string sketch, out float[] x, out float[] y)
    {
        var kinds = new List<PointKind>();
        var xs = new List<float>();
        var ys = new List<float>();
        var kind = PointKind.Start;
        foreach (string word in sketch.Split(' '))
        {
            if (word == "/")
            {
                kind = PointKind.Start;
                continue;
            }

            string[] point = word.TrimEnd('!').Split(',');
            xs.Add(int.Parse(point[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
            ys.Add(int.Parse(point[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
            kinds.Add(word.EndsWith('!') ? kind | PointKind.Corner : kind);
            kind = PointKind.Smooth;
        }

        x = [.. xs];
        y = [.. ys];
        return [.. kinds];
    }
}
