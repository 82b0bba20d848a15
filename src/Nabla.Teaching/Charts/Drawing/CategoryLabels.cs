namespace Nabla.Charts;

/// <summary>The names along a horizontal axis: in one line, in several, or slanting where the words are too long.</summary>
internal sealed class CategoryLabels
{
    private const double TextSize = 12, LineHeight = 14, Slant = 35, LongestSlanting = 150;

    private readonly List<(double Position, List<string> Lines)> _names;
    private readonly bool _slanting;

    public CategoryLabels(AxisScale scale, Area plot)
    {
        double slot = plot.Width / scale.Ticks.Count, room = slot - 6;

        // Of very many only some have room.
        int every = (int)Math.Ceiling(LineHeight / slot);
        var names = scale.Ticks.Where((_, i) => i % every == 0).ToList();
        _slanting = names.Any(name => name.Text.Split(' ').Any(word => StrokeFont.Width(word, TextSize) > room * every));
        _names = [.. names.Select(name => (scale.Position(name.Value), _slanting
            ? [StrokeFont.Shortened(name.Text, TextSize,
                Math.Min(LongestSlanting, (plot.Left + scale.Position(name.Value) * plot.Width) / Cos - 10))]
            : StrokeFont.Wrapped(name.Text, TextSize, room * every)))];
    }

    public double Height => _slanting
        ? 4 + LineHeight * Cos + Sin * _names.Max(name => StrokeFont.Width(name.Lines[0], TextSize))
        : 4 + LineHeight * _names.Max(name => name.Lines.Count);

    private static double Sin => Math.Sin(Slant * Math.PI / 180);

    private static double Cos => Math.Cos(Slant * Math.PI / 180);

    public void Paint(ICanvas canvas, Area plot, Palette palette)
    {
        var style = new TextStyle(palette.Ink, TextSize) { Anchor = _slanting ? 1 : 0.5, Angle = _slanting ? Slant : 0 };
        foreach (var (position, lines) in _names)
        {
            double x = plot.Left + position * plot.Width;
            for (int i = 0; i < lines.Count; i++)
                canvas.Text(lines[i], new Point(x + (_slanting ? 4 : 0), plot.Bottom + 16 + i * LineHeight), style);
        }
    }
}
