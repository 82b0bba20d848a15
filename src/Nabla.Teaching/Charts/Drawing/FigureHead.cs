namespace Nabla.Charts;

/// <summary>The title of a figure and the line below it, broken into more where they are long.</summary>
internal sealed class FigureHead
{
    private const double TitleSize = 16, SubtitleSize = 12, TitleLine = 20, SubtitleLine = 16;

    private readonly List<string> _title, _subtitle;

    public FigureHead(string title, string? subtitle, double width)
    {
        // Bold letters are a little wider.
        _title = title.Length == 0 ? [] : StrokeFont.Wrapped(title, TitleSize * 1.04, width);
        _subtitle = string.IsNullOrEmpty(subtitle) ? [] : StrokeFont.Wrapped(subtitle, SubtitleSize, width);
    }

    public double Height => TitleLine * _title.Count + SubtitleLine * _subtitle.Count;

    public void Paint(ICanvas canvas, double left, double top, Palette palette)
    {
        foreach (string line in _title)
            canvas.Text(line, new Point(left, (top += TitleLine) - 6), new TextStyle(palette.Ink, TitleSize) { Bold = true });
        foreach (string line in _subtitle)
            canvas.Text(line, new Point(left, (top += SubtitleLine) - 3), new TextStyle(palette.Faded, SubtitleSize));
    }
}
