namespace Nabla;

/// <summary>
/// The path of a pen: points close together, each with the radius of the ink there. Its buffers are used again for the
/// next drawing and grow where they must.
/// </summary>
internal sealed class InkPath
{
    private float[] _x = new float[256];
    private float[] _y = new float[256];
    private float[] _radius = new float[256];
    private bool[] _starts = new bool[256];

    /// <summary>Number of points.</summary>
    public int Count { get; private set; }

    /// <summary>Horizontal coordinates.</summary>
    public Span<float> X => _x.AsSpan(0, Count);

    /// <summary>Vertical coordinates, downwards.</summary>
    public Span<float> Y => _y.AsSpan(0, Count);

    /// <summary>Half the width of the ink.</summary>
    public Span<float> Radius => _radius.AsSpan(0, Count);

    /// <summary>Whether a stroke begins at the point; otherwise ink joins it to the point before.</summary>
    public ReadOnlySpan<bool> Starts => _starts.AsSpan(0, Count);

    /// <summary>Forgets all points.</summary>
    public void Clear() => Count = 0;

    /// <summary>
    /// Adds a stroke: a centripetal Catmull-Rom spline through the given points, which has neither loops nor cusps between
    /// them (Yuksel, Schaefer and Keyser 2011).
    /// </summary>
    /// <param name="x">Horizontal coordinates.</param>
    /// <param name="y">Vertical coordinates.</param>
    /// <param name="kinds">The kind of each point; at a corner the spline is broken.</param>
    /// <param name="step">The distance between points of the path, about.</param>
    public void AddStroke(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<PenStyle.PointKind> kinds, float step)
    {
        Add(x[0], y[0], starts: true);
        for (int i = 1; i < x.Length; i++)
        {
            bool smoothStart = i > 1 && !kinds[i - 1].HasFlag(PenStyle.PointKind.Corner);
            bool smoothEnd = i < x.Length - 1 && !kinds[i].HasFlag(PenStyle.PointKind.Corner);
            float dx = x[i] - x[i - 1], dy = y[i] - y[i - 1];

            // The derivatives at both ends, where the piece's own parameter runs from 0 to 1. A free end gets the one that
            // makes the piece a parabola, or a straight line when both are free.
            float knot = Knot(dx, dy);
            var (ax, ay) = smoothStart ? Tangent(x, y, i - 1, knot) : (dx, dy);
            var (bx, by) = smoothEnd ? Tangent(x, y, i, knot) : (dx, dy);
            if (smoothEnd && !smoothStart) (ax, ay) = (1.5f * dx - 0.5f * bx, 1.5f * dy - 0.5f * by);
            if (smoothStart && !smoothEnd) (bx, by) = (1.5f * dx - 0.5f * ax, 1.5f * dy - 0.5f * ay);

            int pieces = 1 + (int)(MathF.Sqrt(dx * dx + dy * dy) / step);
            for (int p = 1; p <= pieces; p++)
            {
                // Hermite's form of the cubic.
                float t = p / (float)pieces, u = 1 - t;
                float h0 = u * u * (1 + 2 * t), h1 = t * t * (3 - 2 * t), ha = t * u * u, hb = -t * t * u;
                float px = h0 * x[i - 1] + h1 * x[i] + ha * ax + hb * bx;
                float py = h0 * y[i - 1] + h1 * y[i] + ha * ay + hb * by;
                Add(px, py, starts: false);
            }
        }
    }

    /// <summary>
    /// Scales and moves the path, ink included, into a square from (0, 0): it fills the square's height or width, whichever
    /// it meets first, and is in the middle of the other.
    /// </summary>
    /// <param name="side">The square's side.</param>
    public void FitInto(float side)
    {
        float left = float.MaxValue, right = float.MinValue, top = float.MaxValue, bottom = float.MinValue;
        for (int i = 0; i < Count; i++)
        {
            left = MathF.Min(left, _x[i] - _radius[i]);
            right = MathF.Max(right, _x[i] + _radius[i]);
            top = MathF.Min(top, _y[i] - _radius[i]);
            bottom = MathF.Max(bottom, _y[i] + _radius[i]);
        }

        float scale = side / MathF.Max(right - left, bottom - top);
        float moveX = 0.5f * (side - (left + right) * scale);
        float moveY = 0.5f * (side - (top + bottom) * scale);
        for (int i = 0; i < Count; i++)
        {
            _x[i] = _x[i] * scale + moveX;
            _y[i] = _y[i] * scale + moveY;
            _radius[i] *= scale;
        }
    }

    private static (float X, float Y) Tangent(ReadOnlySpan<float> x, ReadOnlySpan<float> y, int i, float knot)
    {
        float beforeX = x[i] - x[i - 1], beforeY = y[i] - y[i - 1];
        float afterX = x[i + 1] - x[i], afterY = y[i + 1] - y[i];
        float before = Knot(beforeX, beforeY), after = Knot(afterX, afterY);
        float whole = before + after;
        return (
            knot * (beforeX / before - (beforeX + afterX) / whole + afterX / after),
            knot * (beforeY / before - (beforeY + afterY) / whole + afterY / after));
    }

    /// <summary>The centripetal distance of two knots: the root of the points' distance, and never 0.</summary>
    private static float Knot(float dx, float dy) => MathF.Sqrt(MathF.Sqrt(dx * dx + dy * dy)) + 1e-3f;

    private void Add(float x, float y, bool starts)
    {
        if (Count == _x.Length)
        {
            Array.Resize(ref _x, 2 * Count);
            Array.Resize(ref _y, 2 * Count);
            Array.Resize(ref _radius, 2 * Count);
            Array.Resize(ref _starts, 2 * Count);
        }

        _x[Count] = x;
        _y[Count] = y;
        _starts[Count++] = starts;
    }
}
