namespace Nabla.Charts;

/// <summary>Draws the series of a chart.</summary>
internal sealed class SeriesPainter(ICanvas canvas, Chart chart, Palette palette, Area plot, AxisScale xScale, AxisScale yScale)
{
    private const double LineWidth = 2, PathWidth = 1.6, Dash = 5;

    // Between the marks on a line of many points.
    private const double MarkerGap = 96;
    private const int FewPoints = 16, ManyPoints = 60;

    private static bool IsLine(Series series) => series.Style is SeriesStyle.Line or SeriesStyle.Dashed;

    /// <summary>Where a point of the data is drawn; far outside where its value is huge, and NaN where it has no place.</summary>
    public Point Place(double x, double y) => new(
        plot.Left + Math.Clamp(xScale.Position(x), -1e6, 1e6) * plot.Width,
        plot.Bottom - Math.Clamp(yScale.Position(y), -1e6, 1e6) * plot.Height);

    public void Paint()
    {
        PaintBars();
        for (int i = 0; i < chart.Series.Count; i++)
        {
            var series = chart.Series[i];
            if (series.Style == SeriesStyle.Bars) continue;
            var color = palette.Series(i);
            var points = Thinned(series.X.Zip(series.Y, Place)).ToList();
            if (series.Style != SeriesStyle.Points) PaintLine(series, points, color);
            double radius = !IsLine(series) && points.Count > ManyPoints ? 2 : 3;
            Markers.Paint(canvas, i, [.. Marked(series, i, points)], radius, color, palette.Paper);
        }
    }

    /// <summary>Draws a sample of a series for the legend.</summary>
    public static void PaintSample(ICanvas canvas, Chart chart, int index, Point middle, double width, Palette palette)
    {
        var series = chart.Series[index];
        var color = palette.Series(index);
        if (series.Style == SeriesStyle.Bars)
        {
            canvas.Rectangle(new Area(middle.X - 5, middle.Y - 5, middle.X + 5, middle.Y + 5), color);
            return;
        }

        if (series.Style != SeriesStyle.Points)
            canvas.Lines([[middle.Plus(-width / 2, 0), middle.Plus(width / 2, 0)]],
                new Pen(color, LineWidth, series.Style == SeriesStyle.Dashed ? Dash : 0));
        if (HasMarkers(chart, series)) Markers.Paint(canvas, index, [middle], 3, color, palette.Paper);
    }

    /// <summary>A line needs none where no other looks like it.</summary>
    private static bool HasMarkers(Chart chart, Series series) =>
        !IsLine(series) || chart.Series.Count(other => other.Style == series.Style) > 1;

    private void PaintLine(Series series, List<Point> points, RgbColor color)
    {
        var lines = LineClip.Within(plot, points);
        var pen = new Pen(color, series.Style == SeriesStyle.Path ? PathWidth : LineWidth, series.Style == SeriesStyle.Dashed ? Dash : 0);

        // Over shades a line needs a rim; a point between two gaps is no line, and is drawn as a dot.
        if (chart.Heights is not null) canvas.Lines(lines, new Pen(palette.Paper, pen.Width + 1.6));
        canvas.Lines([.. lines.Where(line => line.Count > 1)], pen);
        canvas.Lines([.. lines.Where(line => line.Count == 1)], new Pen(color, 5));
    }

    /// <summary>All points, or on a long line some, at places that differ from series to series.</summary>
    private IEnumerable<Point> Marked(Series series, int index, List<Point> points)
    {
        if (!HasMarkers(chart, series)) yield break;
        bool all = !IsLine(series) || points.Count <= FewPoints;
        double next = plot.Left + (0.4 + index % 4 / 4.0) * MarkerGap;
        foreach (var point in points)
        {
            if (!plot.Contains(point) || (!all && point.X < next)) continue;
            next = point.X + MarkerGap;
            yield return point;
        }
    }

    /// <summary>Points that fall on the one before are left out: nobody sees them, and a million would make a huge file.</summary>
    private static IEnumerable<Point> Thinned(IEnumerable<Point> points)
    {
        Point? last = null;
        foreach (var point in points)
        {
            if (last is { } l && Math.Abs(point.X - l.X) < 0.1 && Math.Abs(point.Y - l.Y) < 0.1) continue;
            yield return point;
            last = point;
        }
    }

    private void PaintBars()
    {
        int[] bars = [.. Enumerable.Range(0, chart.Series.Count).Where(i => chart.Series[i].Style == SeriesStyle.Bars)];
        double zero = yScale.IsLogarithmic
            ? plot.Bottom : Math.Clamp(plot.Bottom - yScale.Position(0) * plot.Height, plot.Top, plot.Bottom);
        for (int k = 0; k < bars.Length; k++)
        {
            double group = xScale.BarSlot * plot.Width * (bars.Length == 1 && chart.X.Categories is null ? 0.92 : 0.76);
            double width = group / bars.Length;
            double inset = Math.Min(0.5, width / 8);
            foreach (var (x, y) in AxisScale.Points(chart.Series[bars[k]]))
            {
                var top = Place(x, y);
                if (double.IsNaN(top.X) || double.IsNaN(top.Y)) continue;
                double left = top.X - group / 2 + k * width, end = Math.Clamp(top.Y, plot.Top, plot.Bottom);
                var bar = new Area(
                    Math.Max(plot.Left, left + inset), Math.Min(end, zero), Math.Min(plot.Right, left + width - inset), Math.Max(end, zero));
                if (bar.Width > 0 && bar.Height > 0) canvas.Rectangle(bar, palette.Series(bars[k]));
            }
        }
    }
}
