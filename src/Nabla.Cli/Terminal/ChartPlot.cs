namespace Nabla.Cli;

/// <summary>The plot of a chart in characters: axes with numbers, lines of dots, bars of blocks, and shades behind.</summary>
internal sealed class ChartPlot
{
    private const int Rows = 16, FewPoints = 40, SignGap = 14;

    private readonly Chart _chart;
    private readonly bool _color;
    private readonly AxisScale _x, _y;
    private readonly CellCanvas _canvas;

    // The plot's place on the canvas, in cells.
    private readonly int _left, _top, _columns;

    public ChartPlot(Chart chart, int width, bool color)
    {
        (_chart, _color) = (chart, color);
        _y = AxisScale.OfY(chart, chart.Y.IsLogarithmic ? 8 : 5);
        _left = Math.Min(width / 3, _y.Ticks.Select(tick => tick.Text.Length).DefaultIfEmpty(0).Max()) + 1;
        _columns = width - _left - 1;
        _x = AxisScale.OfX(chart, Math.Max(2, _columns / 10));
        _top = chart.Y.Label.Length > 0 ? 1 : 0;
        _canvas = new CellCanvas(width, _top + Rows + 2 + (chart.X.Label.Length > 0 ? 1 : 0));
    }

    public CellCanvas Draw()
    {
        if (_chart.Heights is { } heights) Shade(heights);
        DrawAxes();
        DrawBars();
        for (int i = 0; i < _chart.Series.Count; i++) DrawSeries(i);
        foreach (var mark in _chart.Marks) DrawMark(mark);
        return _canvas;
    }

    /// <summary>The cell of a place in the plot.</summary>
    private (int X, int Y) Cell(double x, double y) =>
        (_left + Math.Min(_columns - 1, (int)(x * _columns)), _top + Math.Min(Rows - 1, (int)((1 - y) * Rows)));

    private void DrawAxes()
    {
        var gray = TerminalColors.Faded;
        _canvas.Write(0, 0, _top > 0 ? _chart.Y.Label : "");
        for (int row = 0; row < Rows; row++) _canvas.Write(_left - 1, _top + row, "│", gray);
        foreach (var tick in _y.Ticks.Where(tick => tick.Text.Length > 0))
        {
            int row = Cell(0, _y.Position(tick.Value)).Y;
            string text = tick.Text.Length < _left ? tick.Text : tick.Text[..(_left - 2)] + "…";
            _canvas.Write(0, row, text.PadLeft(_left - 1), gray);
            _canvas.Write(_left - 1, row, "┤", gray);
            if (_chart.Heights is null) _canvas.Write(_left, row, new string('┈', _columns), gray);
        }

        int below = _top + Rows, free = 0;
        _canvas.Write(_left - 1, below, "└" + new string('─', _columns), gray);
        foreach (var tick in _x.Ticks.Where(tick => tick.Text.Length > 0))
        {
            int middle = Cell(_x.Position(tick.Value), 0).X,
                start = Math.Clamp(middle - tick.Text.Length / 2, 0, Math.Max(0, _canvas.Width - tick.Text.Length));
            if (start < free) continue;
            _canvas.Write(middle, below, "┬", gray);
            _canvas.Write(start, below + 1, tick.Text, gray);
            free = start + tick.Text.Length + 1;
        }

        if (_chart.X.Label.Length > 0)
            _canvas.Write(_left + Math.Max(0, (_columns - _chart.X.Label.Length) / 2), below + 2, _chart.X.Label);
    }

    private void DrawSeries(int index)
    {
        var series = _chart.Series[index];
        if (series.Style == SeriesStyle.Bars) return;
        var color = TerminalColors.Series(_chart, index);
        var points = series.X.Zip(series.Y, (x, y) => (X: _x.Position(x), Y: _y.Position(y))).ToList();
        bool isLine = series.Style is SeriesStyle.Line or SeriesStyle.Dashed;
        if (series.Style != SeriesStyle.Points)
        {
            int drawn = 0;
            for (int i = 1; i < points.Count; i++)
                drawn = DrawLine(points[i - 1], points[i], series.Style == SeriesStyle.Dashed, drawn, color);
        }

        // Signs tell lines apart where colours do not; a line alone needs none.
        int next = index * 3 % SignGap;
        foreach (var (x, y) in points.Where(point => Contains(point.X, point.Y)))
        {
            var (column, row) = Cell(x, y);
            bool sign = isLine ? _chart.Series.Count > 1 && column - _left >= next : points.Count <= FewPoints;
            if (sign) _canvas.Write(column, row, ChartView.SignOf(_chart, index).ToString(), color);
            else Dot(x, y, color);
            if (sign) next = column - _left + SignGap;
        }
    }

    /// <summary>Draws the part of a piece within the plot, and counts its dots for dashes.</summary>
    private int DrawLine((double X, double Y) a, (double X, double Y) b, bool dashed, int drawn, RgbColor color)
    {
        if (double.IsNaN(a.X + a.Y + b.X + b.Y)) return 0;

        // Only as much as is seen, for a huge value is very far away.
        double dx = b.X - a.X, dy = b.Y - a.Y, first = 0, last = 1;
        foreach (var (slope, room) in new[] { (-dx, a.X), (dx, 1 - a.X), (-dy, a.Y), (dy, 1 - a.Y) })
        {
            if (slope == 0 && room < 0) return drawn;
            if (slope < 0) first = Math.Max(first, room / slope);
            else if (slope > 0) last = Math.Min(last, room / slope);
        }

        int steps = 1 + (int)(Math.Max(Math.Abs(dx) * _columns * 2, Math.Abs(dy) * Rows * 4) * Math.Max(0, last - first));
        for (int i = 0; first <= last && i <= steps; i++, drawn++)
        {
            double t = first + (last - first) * i / steps;
            if (!dashed || drawn % 6 < 4) Dot(a.X + t * dx, a.Y + t * dy, color);
        }

        return drawn;
    }

    private void Dot(double x, double y, RgbColor color) => _canvas.Dot(
        2 * _left + Math.Clamp((int)(x * _columns * 2), 0, 2 * _columns - 1),
        4 * _top + Math.Clamp((int)((1 - y) * Rows * 4), 0, 4 * Rows - 1),
        color);

    private void DrawBars()
    {
        int[] bars = [.. Enumerable.Range(0, _chart.Series.Count).Where(i => _chart.Series[i].Style == SeriesStyle.Bars)];
        double zero = _y.IsLogarithmic ? 0 : Math.Clamp(_y.Position(0), 0, 1);
        for (int k = 0; k < bars.Length; k++)
        {
            var series = _chart.Series[bars[k]];
            double group = _x.BarSlot * _columns * (bars.Length == 1 ? 1 : 0.8), width = group / bars.Length;
            foreach (var (x, y) in series.X.Zip(series.Y, (x, y) => (_x.Position(x), _y.Position(y))))
            {
                if (double.IsNaN(x + y) || x is < 0 or > 1) continue;
                int from = (int)Math.Round(x * _columns - group / 2 + k * width),
                    to = Math.Max(from + 1, (int)Math.Round(x * _columns - group / 2 + (k + 1) * width));
                for (int column = Math.Max(0, from); column < Math.Min(_columns, to); column++)
                    DrawBar(column, zero, Math.Clamp(y, 0, 1), bars[k]);
            }
        }
    }

    private void DrawBar(int column, double zero, double end, int series)
    {
        char full = _color ? '█' : ChartView.SignOf(_chart, series);
        double low = Math.Min(zero, end) * Rows, high = Math.Max(zero, end) * Rows;
        for (int row = 0; row < Rows; row++)
        {
            // From below: a block character stands on the lower edge of its cell, so only a bar's upper end can be fine.
            int eighths = (int)Math.Round(8 * Math.Clamp(high - row, 0, 1));
            if (eighths == 0 || row < Math.Floor(low)) continue;
            char sign = eighths == 8 || full != '█' ? full : "▁▂▃▄▅▆▇"[eighths - 1];
            if (full != '█' && eighths < 4) continue;
            _canvas.Write(_left + column, _top + Rows - 1 - row, sign.ToString(), TerminalColors.Series(_chart, series));
        }
    }

    private void Shade(HeightMap heights)
    {
        if (heights.X.Count < 2 || heights.Y.Count < 2) return;
        var (least, most) = heights.Range();
        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < _columns; column++)
            {
                double x = (column + 0.5) / _columns, upper = Part(x, 1 - (row + 0.25) / Rows), lower = Part(x, 1 - (row + 0.75) / Rows);
                if (_color)
                    _canvas.Fill(_left + column, _top + row, TerminalColors.Shade(heights.Kind, upper), TerminalColors.Shade(heights.Kind, lower));
                else _canvas.Write(_left + column, _top + row, ScaleLine.Sign(heights.Kind, upper).ToString());
            }
        }

        // The nearest value will do: mostly, a character is larger than the map's cells.
        double Part(double x, double y)
        {
            int place = Nearest(heights.Y, _y.ValueAt(y)) * heights.X.Count + Nearest(heights.X, _x.ValueAt(x));
            return (heights.Values[place] / 2 - least / 2) / (most / 2 - least / 2);
        }
    }

    private static bool Contains(double x, double y) => x >= 0 && x <= 1 && y >= 0 && y <= 1;

    private static int Nearest(IReadOnlyList<double> places, double at)
    {
        int best = 0;
        for (int i = 1; i < places.Count; i++)
            if (Math.Abs(places[i] - at) < Math.Abs(places[best] - at)) best = i;
        return best;
    }

    private void DrawMark(ChartMark mark)
    {
        double x = _x.Position(mark.X), y = _y.Position(mark.Y);
        if (!Contains(x, y)) return;
        var (column, row) = Cell(x, y);
        _canvas.Write(column, row, "◎");

        // At the right, or at the left where the right is taken; better over a line than not at all.
        int right = column + 2, left = column - 1 - mark.Text.Length;
        bool fits = right + mark.Text.Length <= _canvas.Width;
        bool free = fits && Enumerable.Range(right, mark.Text.Length).All(i => _canvas.IsFree(i, row));
        bool leftFree = left > _left && Enumerable.Range(left, mark.Text.Length).All(i => _canvas.IsFree(i, row));
        _canvas.Write(free || (fits && !leftFree) ? right : Math.Max(_left, left), row, mark.Text);
    }
}
