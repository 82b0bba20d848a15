namespace Nabla.Charts;

/// <summary>Lays out a chart and draws it: title, legend, axes and grid; others draw what is between.</summary>
internal sealed class ChartPainter : IFigurePainter
{
    private const double Margin = 18, TextSize = 12, TickGap = 7, BarGap = 18;

    private readonly Chart _chart;
    private readonly Palette _palette;
    private readonly FigureHead _head;
    private readonly Legend _legend;
    private readonly HeightPainter? _heights;
    private readonly CategoryLabels? _names;
    private readonly AxisScale _x, _y;
    private readonly Area _plot;

    public ChartPainter(Chart chart, FigureOptions options)
    {
        foreach (var series in chart.Series)
        {
            if (series.X.Count != series.Y.Count)
                throw Refusal.Argument(
                    $"The series '{Printable.Path(series.Name)}' has {series.X.Count} horizontal and {series.Y.Count} vertical values.");
        }

        (_chart, _palette, Width, Height) = (chart, Palette.Of(options.Theme), options.Width, options.Height);
        double inner = Width - 2 * Margin;
        _head = new FigureHead(chart.Title, chart.Subtitle, inner);
        _legend = new Legend(chart, inner);
        double top = Margin + _head.Height + 6 + _legend.Height + (chart.Y.Label.Length > 0 ? 18 : 0) + 6;
        double below = Margin - 4 + (chart.X.Label.Length > 0 ? 18 : 0);

        // Small figures are all plot rather than none.
        double bottom = Math.Max(top + 20, Height - below - 20);
        if (chart.Heights is not null) _heights = new HeightPainter(chart.Heights, _palette, bottom - top);
        _y = AxisScale.OfY(chart, Math.Max(2, (int)((bottom - top) / (chart.Y.IsLogarithmic ? 28 : 42))));
        double numbers = Math.Min(0.35 * Width, _y.Ticks.Select(tick => StrokeFont.Width(tick.Text, TextSize)).DefaultIfEmpty(0).Max());
        double left = Math.Ceiling(Margin + numbers + TickGap),
            right = Width - Margin - (_heights is null ? 6 : BarGap + _heights.BarWidth);
        _plot = new Area(left, Math.Round(top), Math.Max(left + 20, Math.Floor(right)), Math.Floor(bottom));
        (_x, double last) = FittingX(_plot.Width);
        _plot = _plot with { Right = Math.Max(left + 20, Math.Min(_plot.Right, Math.Floor(Width - 6 - last))) };
        if (chart.X.Categories is not { Count: > 0 }) return;
        _names = new CategoryLabels(_x, _plot);
        _plot = _plot with { Bottom = Math.Max(_plot.Top + 20, Math.Floor(Height - below - _names.Height)) };
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Bars stand on a line, which is not always the plot's lower edge.</summary>
    private bool HasZeroLine =>
        !_y.IsLogarithmic && _y.Minimum < 0 && _y.Maximum >= 0 && _chart.Series.Any(series => series.Style == SeriesStyle.Bars);

    public void Paint(ICanvas canvas)
    {
        canvas.Rectangle(new Area(0, 0, Width, Height), _palette.Paper);
        _head.Paint(canvas, Margin, Margin - 4, _palette);
        _legend.Paint(canvas, Margin, Margin + _head.Height + 4, _palette);
        var series = new SeriesPainter(canvas, _chart, _palette, _plot, _x, _y);
        _heights?.Paint(canvas, _plot, _x, _y, _plot.Right + BarGap);
        PaintAxes(canvas);
        series.Paint();
        PaintZero(canvas);
        new MarkPainter(canvas, _chart, _palette, _plot, series.Place).Paint();
    }

    /// <summary>As many ticks as there is room for their numbers, and how far the last reaches beyond the axis.</summary>
    private (AxisScale Scale, double Beyond) FittingX(double width)
    {
        for (int most = Math.Max(1, (int)(width / 56)); ; most--)
        {
            var scale = AxisScale.OfX(_chart, most);
            var named = scale.Ticks.Where(tick => tick.Text.Length > 0).ToList();
            var ends = named
                .Select(tick => (Middle: scale.Position(tick.Value) * width, Half: StrokeFont.Width(tick.Text, TextSize) / 2)).ToList();
            bool fits = ends.Zip(ends.Skip(1), (a, b) => a.Middle + a.Half + 12 <= b.Middle - b.Half).All(apart => apart);
            if (!fits && most > 1 && _chart.X.Categories is null) continue;
            return (scale, ends.Count == 0 || _chart.X.Categories is not null ? 0 : Math.Max(0, ends[^1].Middle + ends[^1].Half - width));
        }
    }

    private void PaintAxes(ICanvas canvas)
    {
        bool grid = _chart.Heights is null;
        foreach (var tick in _y.Ticks)
        {
            double y = Sharp(_plot.Bottom - _y.Position(tick.Value) * _plot.Height);
            if (grid && _chart.Y.Categories is null)
                Rule(canvas, _plot.Left, y, _plot.Right, y, tick.Text.Length > 0 ? _palette.Grid : _palette.Grid.Mix(_palette.Paper, 0.5));
            string text = StrokeFont.Shortened(tick.Text, TextSize, 0.35 * Width);
            canvas.Text(text, new Point(_plot.Left - TickGap, y + 0.35 * TextSize), new TextStyle(_palette.Faded, TextSize) { Anchor = 1 });
        }

        if (_names is not null) _names.Paint(canvas, _plot, _palette);
        else PaintNumbers(canvas, grid);
        Rule(canvas, _plot.Left, _plot.Bottom, _plot.Right, _plot.Bottom, HasZeroLine ? _palette.Grid : _palette.Rule);
        if (_chart.Y.Label.Length > 0)
            canvas.Text(_chart.Y.Label, new Point(Margin, _plot.Top - 12), new TextStyle(_palette.Ink, TextSize));
        if (_chart.X.Label.Length > 0)
            canvas.Text(_chart.X.Label,
                new Point((_plot.Left + _plot.Right) / 2, Height - Margin + 2), new TextStyle(_palette.Ink, TextSize) { Anchor = 0.5 });
    }

    private void PaintNumbers(ICanvas canvas, bool grid)
    {
        double free = double.MinValue;
        foreach (var tick in _x.Ticks)
        {
            double x = Sharp(_plot.Left + _x.Position(tick.Value) * _plot.Width), half = StrokeFont.Width(tick.Text, TextSize) / 2;
            bool lesser = tick.Text.Length == 0;
            bool hasGrid = grid && _chart.Series.All(series => series.Style != SeriesStyle.Bars);
            if (hasGrid) Rule(canvas, x, _plot.Top, x, _plot.Bottom, lesser ? _palette.Grid.Mix(_palette.Paper, 0.5) : _palette.Grid);
            Rule(canvas, x, _plot.Bottom, x, _plot.Bottom + (lesser ? 2.5 : 4), _palette.Rule);
            if (x - half < free || lesser) continue;
            canvas.Text(tick.Text, new Point(x, _plot.Bottom + 17), new TextStyle(_palette.Faded, TextSize) { Anchor = 0.5 });
            free = x + half + 4;
        }
    }

    private void PaintZero(ICanvas canvas)
    {
        double zero = Sharp(_plot.Bottom - _y.Position(0) * _plot.Height);
        if (HasZeroLine) Rule(canvas, _plot.Left, zero, _plot.Right, zero, _palette.Rule);
    }

    /// <summary>A thin line, as a rectangle because that can be as sharp as the pixels.</summary>
    private static void Rule(ICanvas canvas, double x0, double y0, double x1, double y1, RgbColor color)
    {
        var (across, down) = x0 == x1 ? (0.5, 0.0) : (0.0, 0.5);
        canvas.Rectangle(new Area(x0 - across, y0 - down, x1 + across, y1 + down), color);
    }

    private static double Sharp(double place) => Math.Round(place * 2) / 2;
}
