namespace Nabla.Charts;

/// <summary>The shades of a palette with the values that they stand for, upright.</summary>
internal sealed class ScaleBar
{
    private const double Thickness = 11, Gap = 5, TextSize = 11.5;

    private readonly AxisScale _scale;
    private readonly PaletteKind _kind;

    public ScaleBar(PaletteKind kind, double minimum, double maximum, double height)
    {
        _kind = kind;
        _scale = AxisScale.Of(new Axis(""), [minimum, maximum], Math.Max(3, (int)(height / 34)), round: false);
    }

    public double Width => Thickness + Gap + _scale.Ticks.Select(tick => StrokeFont.Width(tick.Text, TextSize)).DefaultIfEmpty(0).Max();

    /// <summary>Round values for contours, more than have numbers.</summary>
    public IEnumerable<double> Levels =>
        AxisScale.Of(new Axis(""), [_scale.Minimum, _scale.Maximum], 16, round: false).Ticks.Select(tick => tick.Value);

    /// <summary>The shade of a value.</summary>
    public RgbColor Shade(double value, Palette palette)
    {
        double position = _scale.Position(value);
        return palette.Shade(_kind, _kind == PaletteKind.Diverging ? 2 * position - 1 : position);
    }

    public void Paint(ICanvas canvas, double left, double top, double bottom, Palette palette)
    {
        var bar = new Area(left, top, left + Thickness, bottom);
        canvas.Shades(bar, point => Shade(_scale.ValueAt((bottom - point.Y) / bar.Height), palette));
        foreach (var tick in _scale.Ticks)
        {
            double y = bottom - _scale.Position(tick.Value) * bar.Height;
            canvas.Text(tick.Text, new Point(bar.Right + Gap, y + 0.35 * TextSize), new TextStyle(palette.Faded, TextSize));
        }
    }
}
