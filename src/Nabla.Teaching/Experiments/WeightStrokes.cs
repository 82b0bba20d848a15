using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace Nabla.Experiments;

/// <summary>
/// The strokes that one hopes a first layer looks for, as pictures of weights: positive where the stroke is, negative beside it (C16);
/// and how much real weights are like them.
/// </summary>
/// <remarks>
/// An edge at (r₀, c₀) with the angle θ: with u the distance across it and v that along it,
/// <c>e(r, c) = (1 − u²/s²)·exp(−u²/2s² − v²/2t²)</c>, s = 1/16 and t = 1/7 of the picture's width. The likeness of weights to an edge is the
/// correlation (Pearson) with the edge, of any place and angle of a grid, for which it is largest in size; below zero the edge is one
/// of negative weights. A loop is the same across a circle.
/// </remarks>
internal sealed class WeightStrokes
{
    private const int Angles = 8;
    private const int Apart = 2;
    private static readonly ConcurrentDictionary<(int Width, int Height), WeightStrokes> Known = new();

    private readonly int _width;
    private readonly int _height;
    private readonly int _margin;
    private readonly WeightEdge[] _edges;
    private readonly float[][] _standardised;

    private WeightStrokes(int width, int height)
    {
        (_width, _height) = (width, height);
        _margin = Math.Min(width, height) / 7;
        _edges =
        [
            .. from row in Grid(height)
               from column in Grid(width)
               from angle in Enumerable.Range(0, Angles)
               select new WeightEdge(row, column, 180.0 * angle / Angles),
        ];
        _standardised = [.. _edges.Select(edge => Correlation.Standardised(Picture(edge)))];

        IEnumerable<int> Grid(int size) => Enumerable.Range(0, size).Where(i => i < size - _margin && i == OnGrid(i));
    }

    /// <summary>The strokes of pictures of a size; they are made once.</summary>
    public static WeightStrokes Of(int width, int height) => Known.GetOrAdd((width, height), size => new WeightStrokes(size.Width, size.Height));

    /// <summary>An edge as a picture of weights, at most 1.</summary>
    public float[] Picture(WeightEdge edge)
    {
        double angle = edge.Angle * Math.PI / 180, across = _width / 16.0, along = _width / 7.0;
        return Draw((r, c) =>
        {
            // Rows count downwards, angles turn upwards.
            double v = (c - edge.Column) * Math.Cos(angle) - (r - edge.Row) * Math.Sin(angle);
            double u = (c - edge.Column) * Math.Sin(angle) + (r - edge.Row) * Math.Cos(angle);
            return Ridge(u, across) * Math.Exp(-v * v / (2 * along * along));
        });
    }

    /// <summary>A loop as a picture of weights, at most 1.</summary>
    public float[] Loop(double row, double column, double radius) => Draw((r, c) =>
        Ridge(Math.Sqrt((r - row) * (r - row) + (c - column) * (c - column)) - radius, _width / 16.0));

    /// <summary>The strokes of the lectures: edges that lie, stand and slant, a loop above and one below.</summary>
    public IReadOnlyList<(StrokeKind Kind, float[] Picture)> HopedFor()
    {
        double row = (_height - 1) / 2.0, column = (_width - 1) / 2.0, radius = _width / 7.0;
        return
        [
            (StrokeKind.Lying, Picture(new WeightEdge(OnGrid(_height / 4), OnGrid(_width / 2), 0))),
            (StrokeKind.Standing, Picture(new WeightEdge(OnGrid(_height / 2), OnGrid(_width / 2), 90))),
            (StrokeKind.Slanting, Picture(new WeightEdge(OnGrid(_height / 2), OnGrid(_width / 2), 45))),
            (StrokeKind.UpperLoop, Loop(row - radius, column, radius)),
            (StrokeKind.LowerLoop, Loop(row + radius, column, radius)),
        ];
    }

    /// <summary>The edge that weights are most like, and how much: −1 to 1; 0 where all weights are the same.</summary>
    public (WeightEdge Edge, double Likeness) Nearest(ReadOnlySpan<float> weights)
    {
        float[] wanted = Correlation.Standardised(weights);
        int best = 0;
        double likeness = 0;
        for (int i = 0; i < _standardised.Length; i++)
        {
            double here = Product(wanted, _standardised[i]);
            if (Math.Abs(here) > Math.Abs(likeness)) (best, likeness) = (i, here);
        }

        return (_edges[best], likeness);
    }

    /// <summary>The nearest place of the grid that is not beyond.</summary>
    private int OnGrid(int place) => Math.Max(_margin, place - (place - _margin) % Apart);

    private static double Ridge(double u, double s) => (1 - u * u / (s * s)) * Math.Exp(-u * u / (2 * s * s));

    private float[] Draw(Func<int, int, double> weight)
    {
        float[] picture = new float[_width * _height];
        for (int p = 0; p < picture.Length; p++) picture[p] = (float)weight(p / _width, p % _width);
        return picture;
    }

    /// <summary>Four sums at once, as a page asks for ten thousand of these at every moment that it shows.</summary>
    private static double Product(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        var left = MemoryMarshal.Cast<float, Vector<float>>(x);
        var right = MemoryMarshal.Cast<float, Vector<float>>(y);
        var (a, b, c, d) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
        int i = 0;
        for (; i + 4 <= left.Length; i += 4)
        {
            a += left[i] * right[i];
            b += left[i + 1] * right[i + 1];
            c += left[i + 2] * right[i + 2];
            d += left[i + 3] * right[i + 3];
        }

        for (; i < left.Length; i++) a += left[i] * right[i];
        double sum = Vector.Sum(a + b + (c + d));
        for (i *= Vector<float>.Count; i < x.Length; i++) sum += x[i] * y[i];
        return sum;
    }
}

/// <summary>Where an edge is in a picture.</summary>
/// <param name="Row">The row of its middle.</param>
/// <param name="Column">The column of its middle.</param>
/// <param name="Angle">Degrees from lying, turned to the left: 90 stands.</param>
internal readonly record struct WeightEdge(int Row, int Column, double Angle);

/// <summary>A stroke that one hopes for.</summary>
[JsonConverter(typeof(KebabNames<StrokeKind>))]
internal enum StrokeKind
{
    /// <summary>An edge that lies, in the upper half.</summary>
    Lying,

    /// <summary>An edge that stands.</summary>
    Standing,

    /// <summary>An edge that slants.</summary>
    Slanting,

    /// <summary>A loop above the middle.</summary>
    UpperLoop,

    /// <summary>A loop below the middle.</summary>
    LowerLoop,
}
