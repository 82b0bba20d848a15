using System.Globalization;
using Nabla.Charts;

namespace Nabla.Descent;

/// <summary>Descents as charts: a curve, or a landscape seen from above, with the ways down.</summary>
public static class DescentCharts
{
    private const int LinePoints = 401;
    private const int PlanePoints = 121;
    private const int MostBasins = 8;

    /// <summary>A function and the ways down it.</summary>
    /// <param name="f">The function.</param>
    /// <param name="results">Descents of it, at least one.</param>
    public static Chart Of(Objective f, params IReadOnlyList<DescentResult> results)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(results);
        foreach (var result in results)
        {
            ArgumentNullException.ThrowIfNull(result, nameof(results));
            _ = f.Value([.. result.Steps[0].Position]);
        }

        f = f.Showing(results.Select(result => result.Steps[0].Position));
        var options = results[0].Options;
        string subtitle = options.FixedStep is { } step ? $"every step {Short(step)} long"
            : $"learning rate {Short(options.LearningRate)}{(options.Momentum > 0 ? $", momentum {Short(options.Momentum)}" : "")}";
        var ways = results.Select(result => Way(f, result, $"from {Point(result.Steps[0].Position)}"));
        return Ground(f, $"Gradient descent on {f.Name}", subtitle, ways, results[0].Minima);
    }

    /// <summary>A function of one variable as a curve, of two as a landscape, with the starts that lead to the same minimum.</summary>
    /// <param name="f">The function.</param>
    /// <param name="basins">Where its starts lead.</param>
    public static Chart Of(Objective f, Basins basins)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(basins);
        string title = $"Where descent on {f.Name} leads";
        var groups = Enumerable.Range(0, basins.Reached.Count).GroupBy(i => basins.Reached[i]).OrderBy(group => group.Key ?? int.MaxValue).ToList();
        if (basins.Y is { } y && groups.Count > MostBasins)
        {
            // Too many for a colour each: the shade is how low the reached minimum is.
            var heights = new HeightMap(basins.X, y, [.. basins.Reached.Select(k => k is { } minimum ? basins.Minima[minimum].Value : double.NaN)]) { Label = "f" };
            return Frame(f, title, "shade: how low the minimum is that is reached from there") with { Heights = heights };
        }

        var starts = groups.Select(group =>
        {
            // Of hundreds along a line, as many as can be seen singly.
            int[] shown = [.. group.Where(i => basins.Y is not null || i % 8 == 0)];
            return new Series(
                group.Key is { } k ? $"to {Point(basins.Minima[k].Position)}" : "to none",
                [.. shown.Select(i => basins.X[i % basins.X.Count])],
                [.. shown.Select(i => basins.Y is null ? f.Value(basins.X[i]) : basins.Y[i / basins.X.Count])],
                SeriesStyle.Points);
        });
        return Ground(f, title, "each start has the colour of the minimum that it leads to", starts, basins.Minima);
    }

    /// <summary>The cost along a line or over a plane of a network's parameters, with the ways of training.</summary>
    /// <param name="slice">The slice.</param>
    public static Chart Of(CostSlice slice)
    {
        ArgumentNullException.ThrowIfNull(slice);
        string title = $"The cost {(slice.Y is null ? "along a line through" : "over a plane in")} {slice.Parameters.ToString("N0", CultureInfo.InvariantCulture)} dimensions";
        var (subtitle, xLabel, yLabel) = slice.Kind switch
        {
            PlaneKind.Random => ("random directions, each neuron's part as long as its own weights", "direction 1", "direction 2"),
            PlaneKind.Through => ("through given networks", "from the first network (0) to the second (1)", "from the first (0) to the third (1)"),
            _ => ("the plane nearest to the paths of training", "distance along principal direction 1", "distance along principal direction 2"),
        };
        double[] costs = [.. slice.Costs.Select(cost => cost ?? double.NaN)];
        if (slice.Y is null)
        {
            return new Chart(title, new Axis(xLabel), new Axis($"cost ({slice.Cost})"))
            {
                Subtitle = subtitle,
                Series = [new Series("cost", slice.X, costs)],
                Marks = slice.Kind == PlaneKind.Through ? [OnLine(slice, 0, "first"), OnLine(slice, 1, "second")] : [OnLine(slice, 0, "the network")],
            };
        }

        return new Chart(title, new Axis(xLabel), new Axis(yLabel))
        {
            Subtitle = subtitle,
            Heights = IsSkewed(costs) && costs.Min() > 0
                ? new HeightMap(slice.X, slice.Y, [.. costs.Select(Math.Log10)]) { Label = "log10(cost)" }
                : new HeightMap(slice.X, slice.Y, costs) { Label = "cost" },
            Series = [.. slice.Paths.Select(path => new Series(path.Name, path.X, path.Y, SeriesStyle.Path))],
            Marks = slice.Kind == PlaneKind.Through ? [new(0, 0, "first"), new(1, 0, "second"), new(0, 1, "third")]
                : slice.Paths.Count > 0 ? [new(0, 0, "start")]
                : [new(0, 0, "the network")],
        };
    }

    private static ChartMark OnLine(CostSlice slice, double at, string text)
    {
        int nearest = Enumerable.Range(0, slice.X.Count).MinBy(i => Math.Abs(slice.X[i] - at));
        return new ChartMark(slice.X[nearest], slice.Costs[nearest] ?? double.NaN, text);
    }

    private static Chart Ground(Objective f, string title, string subtitle, IEnumerable<Series> above, IReadOnlyList<MinimumPoint> minima)
    {
        var chart = Frame(f, title, subtitle) with
        {
            Marks = [.. minima.Where(minimum => IsShown(f, minimum.Position)).Take(MostBasins).Select(minimum => new ChartMark(
                minimum.Position[0], f.Variables.Count == 1 ? minimum.Value : minimum.Position[1], minimum.IsGlobal ? "global minimum" : "local minimum"))],
        };
        double[] x = Places(f, 0, f.Variables.Count == 1 ? LinePoints : PlanePoints);
        if (f.Variables.Count == 1) return chart with { Series = [new Series(f.Name, x, [.. x.Select(at => f.Value(at))]), .. above] };
        double[] y = Places(f, 1, PlanePoints);
        return chart with { Heights = Readable(new HeightMap(x, y, [.. y.SelectMany(second => x.Select(first => f.Value(first, second)))]), "f"), Series = [.. above] };
    }

    // Where most of a landscape is low beside its heights, equal shades for equal heights would leave the valleys one shade.
    private static HeightMap Readable(HeightMap map, string name)
    {
        if (!IsSkewed(map.Values)) return map with { Label = name };
        double lowest = map.Values.Where(double.IsFinite).Min();
        return map with { Label = $"log10(1 + {name}{Less(lowest)})", Values = [.. map.Values.Select(value => Math.Log10(1 + value - lowest))] };
    }

    private static Chart Frame(Objective f, string title, string subtitle) => new(title, AxisOf(f, 0), f.Variables.Count == 1 ? new Axis("f") : AxisOf(f, 1))
    {
        Subtitle = f.Name == f.Formula ? subtitle : $"{f.Formula}; {subtitle}",
    };

    private static Axis AxisOf(Objective f, int variable) => new(f.Variables[variable]) { Minimum = f.Low[variable], Maximum = f.High[variable] };

    // Only what is shown, and of steps too small to be seen only the last.
    private static Series Way(Objective f, DescentResult result, string name)
    {
        var seen = new List<DescentStep>();
        foreach (var step in result.Steps)
        {
            if (!IsShown(f, step.Position)) break;
            bool isNear = seen.Count > 0 && seen[^1].Position.Zip(step.Position).Select((pair, i) =>
                Math.Abs(pair.First - pair.Second) / (f.High[i] - f.Low[i])).Max() < 0.01;
            if (!isNear) seen.Add(step);
        }

        if (result.Steps[^1] is var last && seen[^1] != last && IsShown(f, last.Position)) seen.Add(last);
        return new Series(name, [.. seen.Select(step => step.Position[0])],
            [.. seen.Select(step => f.Variables.Count == 1 ? step.Value : step.Position[1])], SeriesStyle.Path);
    }

    private static bool IsShown(Objective f, IReadOnlyList<double> point) =>
        Enumerable.Range(0, point.Count).All(i => point[i] >= f.Low[i] && point[i] <= f.High[i]);

    private static double[] Places(Objective f, int variable, int count) =>
        [.. Enumerable.Range(0, count).Select(i => f.Low[variable] + (f.High[variable] - f.Low[variable]) * i / (count - 1))];

    private static string Point(IReadOnlyList<double> position) =>
        position.Count == 1 ? Short(position[0]) : $"({string.Join(", ", position.Select(Short))})";

    private static bool IsSkewed(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values.Where(double.IsFinite).Order()];
        return sorted.Length > 0 && sorted[sorted.Length / 2] - sorted[0] < 0.2 * (sorted[^1] - sorted[0]);
    }

    private static string Less(double number) => Short(number) switch { "0" => "", ['−', ..] below => $" + {below[1..]}", var above => $" − {above}" };

    private static string Short(double number) => number.ToString("0.####;−0.####", CultureInfo.InvariantCulture);
}
