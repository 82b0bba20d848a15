namespace Nabla.Charts;

/// <summary>Cuts lines off at the edges of a rectangle.</summary>
internal static class LineClip
{
    /// <summary>The parts of a line that lie within, each whole. A place that is no number breaks the line.</summary>
    public static List<IReadOnlyList<Point>> Within(Area box, IEnumerable<Point> line)
    {
        var parts = new List<IReadOnlyList<Point>>();
        List<Point>? part = null;
        Point? last = null;
        foreach (var point in line)
        {
            if (double.IsNaN(point.X) || double.IsNaN(point.Y))
            {
                (last, part) = (null, null);
                continue;
            }

            if (last is not { } from)
            {
                if (box.Contains(point)) parts.Add(part = [point]);
            }
            else if (Cut(box, from, point) is { } cut)
            {
                if (part is null || part[^1] != cut.From) parts.Add(part = [cut.From]);
                if (cut.To != cut.From) part.Add(cut.To);
            }

            last = point;
        }

        return parts;
    }

    /// <summary>The part of a piece that lies within (Liang and Barsky 1984); null where there is none.</summary>
    private static (Point From, Point To)? Cut(Area box, Point a, Point b)
    {
        double first = 0, last = 1, dx = b.X - a.X, dy = b.Y - a.Y;
        ReadOnlySpan<(double Slope, double Room)> sides =
            [(-dx, a.X - box.Left), (dx, box.Right - a.X), (-dy, a.Y - box.Top), (dy, box.Bottom - a.Y)];
        foreach (var (slope, room) in sides)
        {
            if (slope == 0 && room < 0) return null;
            if (slope < 0) first = Math.Max(first, room / slope);
            else if (slope > 0) last = Math.Min(last, room / slope);
        }

        if (first > last) return null;
        return (first == 0 ? a : a.Plus(first * dx, first * dy), last == 1 ? b : a.Plus(last * dx, last * dy));
    }
}
