namespace Nabla.Charts;

/// <summary>Draws the heights behind a chart: a shade for each place, and lines of equal height.</summary>
internal sealed class HeightPainter
{
    private readonly HeightMap _heights;
    private readonly Palette _palette;
    private readonly ScaleBar _bar;

    public HeightPainter(HeightMap heights, Palette palette, double height)
    {
        if (heights.Values.Count != (long)heights.X.Count * heights.Y.Count)
            throw Refusal.Argument($"A height map of {heights.X.Count}×{heights.Y.Count} has {heights.Values.Count} values.");
        (_heights, _palette) = (heights, palette);
        var (least, most) = heights.Range();
        _bar = new ScaleBar(heights.Kind, least, most, height);
    }

    public double BarWidth => Math.Max(_bar.Width, StrokeFont.Width(_heights.Label, 11.5));

    /// <summary>Draws shades and contours into the plot, and the scale beside it.</summary>
    public void Paint(ICanvas canvas, Area plot, AxisScale xScale, AxisScale yScale, double barLeft)
    {
        double[] x = [.. _heights.X.Select(value => plot.Left + xScale.Position(value) * plot.Width)];
        double[] y = [.. _heights.Y.Select(value => plot.Bottom - yScale.Position(value) * plot.Height)];
        if (x.Length > 1 && y.Length > 1)
        {
            canvas.Shades(plot, point => _bar.Shade(HeightAt(x, y, point), _palette));
            foreach (double level in _bar.Levels)
            {
                // A little stronger than the shade that it runs through.
                var shade = _bar.Shade(level, _palette);
                var color = shade.Mix(Contrast.Ratio(shade, _palette.Ink) > 2.5 ? _palette.Ink : _palette.Paper, 0.35);
                var pieces = Contours.At(level, x, y, _heights.Values).SelectMany(piece => LineClip.Within(plot, piece)).ToList();
                canvas.Lines(pieces, new Pen(color, 0.7));
            }
        }

        if (_heights.Label.Length > 0) canvas.Text(_heights.Label, new Point(barLeft, plot.Top - 12), new TextStyle(_palette.Ink, 12));
        _bar.Paint(canvas, barLeft, plot.Top, plot.Bottom, _palette);
    }

    /// <summary>The height at a place, by bilinear interpolation; NaN outside of the map.</summary>
    private double HeightAt(double[] x, double[] y, Point at)
    {
        int i = Cell(x, at.X, 1), j = Cell(y, at.Y, -1);
        if (i < 0 || j < 0) return double.NaN;
        double u = (at.X - x[i]) / (x[i + 1] - x[i]), v = (at.Y - y[j]) / (y[j + 1] - y[j]);
        int k = j * x.Length + i;
        var h = _heights.Values;
        return (1 - v) * ((1 - u) * h[k] + u * h[k + 1]) + v * ((1 - u) * h[k + x.Length] + u * h[k + x.Length + 1]);
    }

    /// <summary>Between which two places a coordinate lies; −1 outside.</summary>
    private static int Cell(double[] places, double at, int direction)
    {
        int low = 0, high = places.Length - 1;
        if (!(direction * (at - places[low]) >= -1e-6 && direction * (places[high] - at) >= -1e-6)) return -1;
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            if (direction * (at - places[middle]) >= 0) low = middle;
            else high = middle;
        }

        return low;
    }
}
