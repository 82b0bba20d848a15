namespace Nabla.Charts;

/// <summary>Lines of equal height by marching squares, each cell's crossings found by linear interpolation.</summary>
internal static class Contours
{
    /// <summary>The pieces of the line of a level, one or two to each cell that it crosses.
    /// Cells with a corner that is no number have none.</summary>
    public static List<IReadOnlyList<Point>> At(double level,
        IReadOnlyList<double> x, IReadOnlyList<double> y, IReadOnlyList<double> values)
    {
        var pieces = new List<IReadOnlyList<Point>>();
        Span<double> corners = stackalloc double[4];
        Span<Point> crossings = stackalloc Point[4];
        for (int j = 0; j + 1 < y.Count; j++)
        {
            for (int i = 0; i + 1 < x.Count; i++)
            {
                // Around the cell, and the crossings of its sides in the same order.
                int at = j * x.Count + i;
                (corners[0], corners[1], corners[2], corners[3]) =
                    (values[at], values[at + 1], values[at + x.Count + 1], values[at + x.Count]);
                if (!double.IsFinite(corners[0] + corners[1] + corners[2] + corners[3])) continue;
                int count = 0;
                for (int side = 0; side < 4; side++)
                {
                    double from = corners[side], to = corners[(side + 1) % 4];
                    if (from > level == to > level) continue;
                    double part = (level - from) / (to - from);
                    crossings[count++] = side switch
                    {
                        0 => new(x[i] + part * (x[i + 1] - x[i]), y[j]),
                        1 => new(x[i + 1], y[j] + part * (y[j + 1] - y[j])),
                        2 => new(x[i + 1] + part * (x[i] - x[i + 1]), y[j + 1]),
                        _ => new(x[i], y[j + 1] + part * (y[j] - y[j + 1])),
                    };
                }

                // On a saddle the cell's middle tells which corners belong together.
                bool turned = count == 4 && (corners[0] + corners[1] + corners[2] + corners[3]) / 4 > level == corners[0] > level;
                if (count >= 2) pieces.Add(turned ? [crossings[0], crossings[1]] : [crossings[0], crossings[count - 1]]);
                if (count == 4) pieces.Add(turned ? [crossings[2], crossings[3]] : [crossings[1], crossings[2]]);
            }
        }

        return pieces;
    }
}
