namespace Nabla.Charts;

/// <summary>The names of the series with a sample of each, in rows above the plot, where they cover no data.</summary>
internal sealed class Legend
{
    private const double TextSize = 12, Sample = 22, Gap = 6, Between = 18, RowHeight = 19;

    private readonly Chart _chart;
    private readonly List<(int Index, string Name, double Left, int Row)> _entries = [];

    public Legend(Chart chart, double width)
    {
        _chart = chart;
        double left = 0;
        int row = 0;
        for (int i = 0; i < chart.Series.Count; i++)
        {
            if (chart.Series[i].Name.Length == 0) continue;
            string name = StrokeFont.Shortened(chart.Series[i].Name, TextSize, width - Sample - Gap);
            double wide = SampleWidth(chart.Series[i]) + Gap + StrokeFont.Width(name, TextSize);
            if (left > 0 && left + wide > width) (left, row) = (0, row + 1);
            _entries.Add((i, name, left, row));
            left += wide + Between;
        }
    }

    public double Height => _entries.Count == 0 ? 0 : (_entries[^1].Row + 1) * RowHeight;

    public void Paint(ICanvas canvas, double left, double top, Palette palette)
    {
        foreach (var (index, name, x, row) in _entries)
        {
            double sample = SampleWidth(_chart.Series[index]), middle = top + row * RowHeight + 9;
            SeriesPainter.PaintSample(canvas, _chart, index, new Point(left + x + sample / 2, middle), sample, palette);
            canvas.Text(name, new Point(left + x + sample + Gap, middle + 0.35 * TextSize), new TextStyle(palette.Ink, TextSize));
        }
    }

    private static double SampleWidth(Series series) => series.Style is SeriesStyle.Bars or SeriesStyle.Points ? 10 : Sample;
}
