namespace Nabla;

/// <summary>
/// Takes the lines of ruled and boxed paper out of the ink: long, thin and straight from one border to the other, or several of them side by side. A
/// stroke that crosses one stays whole: where ink stands above the line and below it, the line's pixels are the stroke's too. (The removal of staff
/// lines from music by their runs: Roach and Tatem 1988, Carter and Bacon 1992.)
/// </summary>
internal static class RuledLines
{
    /// <summary>So much ink is none, when lines are looked for, and when they are taken out.</summary>
    private const float Seen = 0.06f, Faintest = 0.02f;

    /// <summary>The part of its way across the picture on which a line must be seen.</summary>
    private const double LeastCover = 0.6;

    /// <summary>The largest slope of a line, as of paper that lies askew.</summary>
    private const double Steepest = 0.15;

    /// <summary>Takes the lines out, those across first and then those down.</summary>
    /// <param name="ink">Row by row, 0 for no ink; changed in place.</param>
    /// <param name="width">Width in pixels.</param>
    public static void Remove(float[] ink, int width)
    {
        int height = ink.Length / width;
        if (Math.Min(width, height) < 40) return;
        new Across(ink, width, height).Remove();
        float[] turned = Transposed(ink, width, height);
        if (new Across(turned, height, width).Remove()) Transposed(turned, height, width).CopyTo(ink, 0);
    }

    private static float[] Transposed(float[] ink, int width, int height)
    {
        float[] turned = new float[ink.Length];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++) turned[x * height + y] = ink[y * width + x];
        }

        return turned;
    }

    /// <summary>A line y = start + slope · x of a given thickness.</summary>
    private readonly record struct Line(double Start, double Slope, int Thickness, bool FromBorderToBorder)
    {
        public double At(double x) => Start + Slope * x;
    }

    private sealed class Across(float[] ink, int width, int height)
    {
        private readonly int _thickest = Math.Max(3, Math.Min(width, height) / 40);

        public bool Remove()
        {
            var lines = Find();
            foreach (var line in lines) Erase(line);
            return lines.Count > 0;
        }

        private List<Line> Find()
        {
            var runs = ConnectedComponents.Of(Runs(), width, 0);
            var candidates = new List<Line>();
            foreach (var piece in runs.Pieces.Where(piece => piece.Width >= width / 10).OrderByDescending(piece => piece.Width))
            {
                var line = Fit(runs, piece);
                if (Math.Abs(line.Slope) <= Steepest && !candidates.Any(other => Same(line, other)) && Measured(line) is { } measured) candidates.Add(measured);
            }

            // One line alone may be a stroke of a digit that fills its picture: its other ink then goes from border to border as well.
            var crossing = candidates.Where(line => line.FromBorderToBorder).ToList();
            if (crossing.Count == 1 && candidates.Count == 1 && Touches(0) && Touches(height - 1)) return [];
            return candidates.Count >= 3 ? candidates : crossing;
        }

        /// <summary>Marks what lies in long runs along a row, unless it is as thick as no line is.</summary>
        private float[] Runs()
        {
            int least = Math.Max(8, width / 30);
            float[] marked = new float[ink.Length];
            for (int y = 0; y < height; y++)
            {
                var row = ink.AsSpan(y * width, width);
                for (int x = 0, start = -1, last = -3; x <= width; x++)
                {
                    bool on = x < width && row[x] > Seen;
                    if (on && start < 0) start = x;
                    if (on) last = x;
                    if (start < 0 || (x < width && x - last <= 2)) continue;
                    if (last - start + 1 >= least)
                    {
                        for (int i = start; i <= last; i++) marked[y * width + i] = row[i] > Seen ? 1 : 0;
                    }

                    start = -1;
                }
            }

            for (int x = 0; x < width; x++)
            {
                for (int y = 0, start = -1; y <= height; y++)
                {
                    bool on = y < height && marked[y * width + x] > 0;
                    if (on && start < 0) start = y;
                    if (on || start < 0) continue;
                    if (y - start > _thickest)
                    {
                        for (int i = start; i < y; i++) marked[i * width + x] = 0;
                    }

                    start = -1;
                }
            }

            return marked;
        }

        private Line Fit(ConnectedComponents runs, InkPiece piece)
        {
            int label = piece.Labels.Single();
            double count = 0, sumX = 0, sumY = 0, sumXX = 0, sumXY = 0;
            for (int y = piece.Top; y <= piece.Bottom; y++)
            {
                for (int x = piece.Left; x <= piece.Right; x++)
                {
                    if (runs.Labels[y * width + x] != label) continue;
                    count++;
                    sumX += x;
                    sumY += y;
                    sumXX += (double)x * x;
                    sumXY += (double)x * y;
                }
            }

            double spread = sumXX - sumX * sumX / count;
            double slope = spread > 0 ? (sumXY - sumX * sumY / count) / spread : 0;
            return new Line((sumY - slope * sumX) / count, slope, (int)Math.Ceiling(count / piece.Width), false);
        }

        /// <summary>The line with its thickness and whether it goes from border to border; null where it is seen on too little of its way.</summary>
        private Line? Measured(Line line)
        {
            int seen = 0, way = 0, first = -1, last = -1, from = -1, to = -1;
            var thick = new List<int>();
            for (int x = 0; x < width; x++)
            {
                if (line.At(x) < 0 || line.At(x) > height - 1) continue;
                way++;
                if (from < 0) from = x;
                to = x;
                if (!RunAt(x, line, Seen, out int top, out int bottom)) continue;
                seen++;
                if (first < 0) first = x;
                last = x;
                thick.Add(bottom - top + 1);
            }

            if (way < width / 2 || seen < LeastCover * way) return null;
            thick.Sort();
            int thickness = thick[thick.Count / 2];
            double middle = line.At((first + last) / 2.0);
            if (thickness > _thickest || middle < thickness || middle > height - 1 - thickness) return null;
            int margin = width / 20;
            return line with { Thickness = thickness, FromBorderToBorder = first <= from + margin && last >= to - margin };
        }

        /// <summary>The run of ink down a column where a line passes.</summary>
        private bool RunAt(int x, Line line, float least, out int top, out int bottom)
        {
            int middle = (int)Math.Round(line.At(x)), reach = 1 + line.Thickness;
            top = bottom = -1;
            for (int away = 0; away <= reach && top < 0; away++)
            {
                if (On(x, middle - away, least)) top = middle - away;
                else if (On(x, middle + away, least)) top = middle + away;
            }

            if (top < 0) return false;
            bottom = top;
            while (On(x, top - 1, least)) top--;
            while (On(x, bottom + 1, least)) bottom++;
            return true;
        }

        private void Erase(Line line)
        {
            var gone = new List<(int X, int Top, int Bottom)>();
            for (int x = 0; x < width; x++)
            {
                if (!RunAt(x, line, Faintest, out int top, out int bottom) || bottom - top + 1 > 1.7 * line.Thickness + 2) continue;
                if (!InkBeside(x, top - 1, -1, line) || !InkBeside(x, bottom + 1, 1, line)) gone.Add((x, top, bottom));
            }

            foreach (var (x, top, bottom) in gone)
            {
                for (int y = top; y <= bottom; y++) ink[y * width + x] = 0;
            }
        }

        /// <summary>Whether a stroke comes to the line here: ink in the two rows beside it, a little to the left or right.</summary>
        private bool InkBeside(int x, int y, int step, Line line)
        {
            for (int row = 0; row < 2; row++, y += step)
            {
                for (int column = x - line.Thickness; column <= x + line.Thickness; column++)
                {
                    // Not the line itself, where it comes to its next row.
                    if (On(column, y, 0.3f) && Math.Abs(y - line.At(column)) > line.Thickness / 2.0 + 1) return true;
                }
            }

            return false;
        }

        private bool On(int x, int y, float least) => (uint)x < (uint)width && (uint)y < (uint)height && ink[y * width + x] > least;

        private bool Touches(int y)
        {
            for (int x = 0; x < width; x++)
            {
                if (On(x, y, Seen)) return true;
            }

            return false;
        }

        private bool Same(Line one, Line other) =>
            Math.Abs(one.At(width / 2.0) - other.At(width / 2.0)) <= 2 + other.Thickness && Math.Abs(one.Slope - other.Slope) < 0.05;
    }
}
