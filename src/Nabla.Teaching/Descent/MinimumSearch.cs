namespace Nabla.Descent;

/// <summary>Finds the minima of a function in the part that is shown: the low places of a grid, each followed to its bottom.</summary>
internal static class MinimumSearch
{
    private const int LinePoints = 2001;
    private const int PlanePoints = 81;

    public static IReadOnlyList<MinimumPoint> Find(Objective f)
    {
        var (places, lowest) = LowPlaces(f);
        var found = f.ClosedForms.Where(point => IsShown(f, point)).Select(point => (Point: point, Numerically: false)).ToList();
        foreach (double[] place in places)
        {
            double[] bottom = Bottom(f, place);
            if (IsShown(f, bottom) && Kind(f, bottom) == DescentEnd.Minimum && !found.Exists(known => Near(f, known.Point, bottom)))
                found.Add((bottom, true));
        }

        return Ranked(f, found, lowest);
    }

    /// <summary>The minima with one more, reached outside the shown part.</summary>
    public static IReadOnlyList<MinimumPoint> With(Objective f, double[] bottom) =>
        Ranked(f, [.. f.Minima.Select(minimum => (minimum.Position.ToArray(), minimum.FoundNumerically)), (bottom, true)], LowPlaces(f).Lowest);

    /// <summary>Whether two points are one for the eye.</summary>
    public static bool Near(Objective f, IReadOnlyList<double> a, IReadOnlyList<double> b) =>
        Enumerable.Range(0, a.Count).All(i => Math.Abs(a[i] - b[i]) < 2e-3 * (f.High[i] - f.Low[i]));

    /// <summary>The bottom below a point, by Newton's method, uphill curvature taken as downhill and every step made to descend.</summary>
    public static double[] Bottom(Objective f, IReadOnlyList<double> from)
    {
        double[] x = [.. from], g = new double[x.Length];
        double value = f.Value(x);
        for (int iteration = 0; iteration < 100; iteration++)
        {
            f.Gradient(x, g);
            var curvature = Curvature.At(f, x);
            double[] step = new double[x.Length];
            for (int d = 0; d < x.Length; d++)
            {
                double along = 0;
                for (int i = 0; i < x.Length; i++) along += curvature.Directions[d][i] * g[i];
                double bend = Math.Max(Math.Abs(curvature.Along[d]), 1e-8);
                for (int i = 0; i < x.Length; i++) step[i] -= curvature.Directions[d][i] * along / bend;
            }

            double part = 1;
            double[] next = x;
            for (; part > 1e-16; part /= 2)
            {
                next = [.. x.Zip(step, (a, s) => a + part * s)];
                if (f.Value(next) < value) break;
            }

            if (part <= 1e-16) break;
            (x, value) = (next, f.Value(next));
        }

        return x;
    }

    /// <summary>What a place without slope is, by looking a little way along and against each direction of curvature.</summary>
    public static DescentEnd Kind(Objective f, double[] point)
    {
        double here = f.Value(point);
        bool higher = false, lower = false;
        foreach (double[] direction in Curvature.At(f, point).Directions)
        {
            foreach (double side in (double[])[1e-3, -1e-3])
            {
                double there = f.Value([.. point.Select((x, i) => x + side * direction[i] * (f.High[i] - f.Low[i]))]);
                higher |= there > here;
                lower |= there < here;
            }
        }

        return (higher, lower) switch
        {
            (true, true) => DescentEnd.Saddle,
            (true, false) => DescentEnd.Minimum,
            (false, true) => DescentEnd.Maximum,
            _ => DescentEnd.Plateau,
        };
    }

    private static IReadOnlyList<MinimumPoint> Ranked(Objective f, List<(double[] Point, bool Numerically)> found, double lowest)
    {
        if (found.Count > 0) lowest = Math.Min(lowest, found.Min(minimum => f.Value(minimum.Point)));
        return
        [
            .. found.Select(minimum => (minimum.Point, minimum.Numerically, Value: f.Value(minimum.Point)))
                .Select(m => new MinimumPoint(m.Point, m.Value, m.Value <= lowest + 1e-9 * (1 + Math.Abs(lowest)), m.Numerically))
                .OrderByDescending(minimum => minimum.IsGlobal).ThenBy(minimum => minimum.IsGlobal ? 0 : minimum.Value),
        ];
    }

    // The places of the grid that are no higher than their neighbours, and the lowest value on it.
    private static (List<double[]> Places, double Lowest) LowPlaces(Objective f)
    {
        int columns = f.Low.Count == 1 ? LinePoints : PlanePoints, rows = f.Low.Count == 1 ? 1 : PlanePoints;
        double[] PointAt(int i, int j) => rows == 1 ? [Step(f, 0, i, columns)] : [Step(f, 0, i, columns), Step(f, 1, j, rows)];
        double[,] values = new double[columns, rows];
        for (int i = 0; i < columns; i++)
        {
            for (int j = 0; j < rows; j++) values[i, j] = f.Value(PointAt(i, j));
        }

        double lowest = double.PositiveInfinity;
        var places = new List<double[]>();
        for (int i = 0; i < columns; i++)
        {
            for (int j = 0; j < rows; j++)
            {
                if (!double.IsFinite(values[i, j])) continue;
                lowest = Math.Min(lowest, values[i, j]);
                bool isLow = true;
                for (int k = Math.Max(0, i - 1); k <= Math.Min(columns - 1, i + 1); k++)
                {
                    for (int l = Math.Max(0, j - 1); l <= Math.Min(rows - 1, j + 1); l++) isLow &= !(values[k, l] < values[i, j]);
                }

                if (isLow) places.Add(PointAt(i, j));
            }
        }

        return (places, lowest);
    }

    private static double Step(Objective f, int variable, int i, int count) =>
        f.Low[variable] + (f.High[variable] - f.Low[variable]) * i / (count - 1);

    private static bool IsShown(Objective f, double[] point) =>
        Enumerable.Range(0, point.Length).All(i => point[i] >= f.Low[i] && point[i] <= f.High[i]);
}
