namespace Nabla.Charts;

/// <summary>Where the values of a chart lie along an axis: its range and its ticks, found from the data.</summary>
public sealed class AxisScale
{
    private const int MostTicks = 1000;

    private const double Largest = 1e300;

    private readonly double _from, _to;

    private AxisScale(double from, double to, bool isLogarithmic, IReadOnlyList<AxisTick> ticks)
    {
        (Minimum, Maximum, IsLogarithmic, Ticks) = (from, to, isLogarithmic, ticks);
        (_from, _to) = isLogarithmic ? (Math.Log10(from), Math.Log10(to)) : (from, to);
    }

    /// <summary>The value at the axis' beginning.</summary>
    public double Minimum { get; }

    /// <summary>The value at its end.</summary>
    public double Maximum { get; }

    /// <summary>Whether equal distances are equal ratios.</summary>
    public bool IsLogarithmic { get; }

    /// <summary>The round values on it, ascending.</summary>
    public IReadOnlyList<AxisTick> Ticks { get; }

    /// <summary>The part of the axis that belongs to one bar, or to the bars of several series side by side.</summary>
    public double BarSlot { get; private init; }

    /// <summary>The horizontal scale of a chart. It ends where the data end.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="mostTicks">How many ticks there is room for, 1 to 1,000; all categories have one.</param>
    public static AxisScale OfX(Chart chart, int mostTicks = 8)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var axis = chart.X;
        var bars = chart.Series.Where(series => series.Style == SeriesStyle.Bars).SelectMany(Points).Select(point => point.X)
            .Where(x => !axis.IsLogarithmic || x > 0).Select(x => Clamped(x, axis)).Distinct().Order().ToList();
        if (axis.Categories is { Count: > 0 } names)
        {
            var ticks = names.Select((name, i) => new AxisTick(i, name)).ToList();
            return new AxisScale(-0.5, names.Count - 0.5, false, ticks) { BarSlot = 1.0 / names.Count };
        }

        // A bar takes as much of the axis as lies between it and its nearest neighbour.
        var all = AllPoints(chart).Select(point => point.X).Concat(chart.Heights?.X ?? []);
        List<double> values = [.. all.Where(x => double.IsFinite(x) && (!axis.IsLogarithmic || x > 0))];
        Func<double, double> place = axis.IsLogarithmic ? Math.Log10 : x => x, value = axis.IsLogarithmic ? v => Math.Pow(10, v) : v => v;
        double slot = bars.Count < 2 ? 0 : bars.Zip(bars.Skip(1), (a, b) => place(b) - place(a)).Min();
        if (values.Count > 1)
        {
            // Where all are whole numbers, such as epochs, there is nothing at 1.5. Dots and bars do not lie half outside.
            double first = values.Min(), last = values.Max();
            if (last > first && values.All(double.IsInteger)) mostTicks = (int)Math.Clamp(last - first, 1, mostTicks);
            bool hasDots = chart.Heights is null && chart.Series.Any(series => series.Style == SeriesStyle.Points);
            double room = hasDots ? 0.03 * (place(last) - place(first)) : 0;
            values.AddRange([value(place(first) - room), value(place(last) + room)]);
            if (slot > 0) values.AddRange([value(place(bars[0]) - slot / 2), value(place(bars[^1]) + slot / 2)]);
        }

        var scale = Of(axis, values, mostTicks, round: false);
        return new AxisScale(scale.Minimum, scale.Maximum, scale.IsLogarithmic, scale.Ticks)
        {
            BarSlot = slot > 0 ? Math.Min(1, slot / (scale._to - scale._from)) : 0.25,
        };
    }

    /// <summary>The vertical scale of a chart. It begins and ends at ticks, and at zero or beyond where there are bars.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="mostTicks">How many ticks there is room for, 1 to 1,000; all categories have one.</param>
    public static AxisScale OfY(Chart chart, int mostTicks = 6)
    {
        ArgumentNullException.ThrowIfNull(chart);
        if (chart.Y.Categories is { Count: > 0 } names)
            return new AxisScale(-0.5, names.Count - 0.5, false, [.. names.Select((name, i) => new AxisTick(i, name))]);
        var values = AllPoints(chart).Select(point => point.Y).Concat(chart.Heights?.Y ?? []);
        if (chart.Series.Any(series => series.Style == SeriesStyle.Bars)) values = values.Append(0);
        return Of(chart.Y, values, mostTicks, round: chart.Heights is null);
    }

    /// <summary>A scale for some values.</summary>
    /// <param name="axis">The axis; its minimum and maximum are kept where it has them.</param>
    /// <param name="values">The values; what is not finite, and on a logarithmic axis what is not above zero, is left out.</param>
    /// <param name="mostTicks">How many ticks there is room for, 1 to 1,000.</param>
    /// <param name="round">Whether to begin and end at ticks.</param>
    public static AxisScale Of(Axis axis, IEnumerable<double> values, int mostTicks, bool round)
    {
        ArgumentNullException.ThrowIfNull(axis);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostTicks, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(mostTicks, MostTicks);
        bool logarithmic = axis.IsLogarithmic;
        double from = double.PositiveInfinity, to = double.NegativeInfinity;
        foreach (double value in values)
        {
            if (!double.IsFinite(value) || (logarithmic && value <= 0)) continue;
            (from, to) = (Math.Min(from, Clamped(value, axis)), Math.Max(to, Clamped(value, axis)));
        }

        var (minimum, maximum) = (Given(axis.Minimum), Given(axis.Maximum));
        if (from > to) (from, to) = (minimum ?? maximum ?? (logarithmic ? 1 : 0), maximum ?? minimum ?? (logarithmic ? 10 : 1));
        (from, to) = (minimum ?? from, maximum ?? to);
        (from, to) = Widened(from, to, minimum is not null, logarithmic);
        if (round)
        {
            var wide = Charts.Ticks.Round(from, to, mostTicks, logarithmic);
            (from, to) = (minimum is null ? wide.From : from, maximum is null ? wide.To : to);
        }

        var ticks = logarithmic ? Charts.Ticks.Logarithmic(from, to, mostTicks) : Charts.Ticks.Linear(from, to, mostTicks);
        return new AxisScale(from, to, logarithmic, ticks);

        double? Given(double? end) =>
            end is { } value && double.IsFinite(value) && (!logarithmic || value > 0) ? Clamped(value, axis) : null;
    }

    /// <summary>How far along the axis a value lies: 0 at the minimum, 1 at the maximum; NaN where it has no place.</summary>
    public double Position(double value)
    {
        if (!double.IsFinite(value) || (IsLogarithmic && value <= 0)) return double.NaN;
        return ((IsLogarithmic ? Math.Log10(value) : value) - _from) / (_to - _from);
    }

    /// <summary>The value so far along the axis.</summary>
    public double ValueAt(double position)
    {
        double value = _from + position * (_to - _from);
        return IsLogarithmic ? Math.Pow(10, value) : value;
    }

    internal static IEnumerable<(double X, double Y)> Points(Series series) =>
        series.X.Zip(series.Y).Where(point => double.IsFinite(point.First) && double.IsFinite(point.Second));

    private static IEnumerable<(double X, double Y)> AllPoints(Chart chart) =>
        chart.Series.SelectMany(Points).Concat(chart.Marks.Select(mark => (mark.X, mark.Y)).Where(mark => double.IsFinite(mark.X + mark.Y)));

    private static double Clamped(double value, Axis axis) =>
        axis.IsLogarithmic ? Math.Clamp(value, 1 / Largest, Largest) : Math.Clamp(value, -Largest, Largest);

    /// <summary>A range that has an extent: around a value that stands alone, and around values too close to be told apart.</summary>
    private static (double From, double To) Widened(double from, double to, bool keepsFrom, bool logarithmic)
    {
        if (logarithmic) return to / from > 1 + 1e-9 ? (from, to) : (keepsFrom ? from : from / 2, from * 2);
        double size = Math.Max(Math.Abs(from), Math.Abs(to));
        if (to - from > 1e-9 * size && to - from > 1 / Largest) return (from, to);
        double half = size > 1e-290 ? size / 2 : 1;
        return (keepsFrom ? from : from - half, from + half);
    }
}
