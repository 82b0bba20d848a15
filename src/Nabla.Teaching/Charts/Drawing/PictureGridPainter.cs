namespace Nabla.Charts;

/// <summary>Lays out a grid of pictures, each with its word below, and their scale at the right.</summary>
internal sealed class PictureGridPainter : IFigurePainter
{
    private const double Margin = 18, Gap = 14, CaptionSize = 11.5, CaptionLine = 19, UsualTile = 84;

    private readonly PictureGrid _grid;
    private readonly Palette _palette;
    private readonly FigureHead _head;
    private readonly ScaleBar _bar;
    private readonly double _unit, _tileWidth, _tileHeight, _top, _barLeft, _barHeight;
    private readonly int _columns;

    public PictureGridPainter(PictureGrid grid, FigureOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(grid.Columns, 1);
        foreach (var picture in grid.Pictures)
        {
            if (picture.Width < 1 || picture.Height < 1 || picture.Values.Count != (long)picture.Width * picture.Height)
                throw Refusal.Argument(
                    $"The picture '{picture.Caption}' of {picture.Width}×{picture.Height} has {picture.Values.Count} values.");
        }

        (_grid, _palette) = (grid, Palette.Of(options.Theme));
        int wide = grid.Pictures.Select(picture => picture.Width).DefaultIfEmpty(1).Max();
        int high = grid.Pictures.Select(picture => picture.Height).DefaultIfEmpty(1).Max();
        _unit = Math.Max(1, Math.Round(UsualTile / Math.Max(wide, high)));
        (_tileWidth, _tileHeight) = (wide * _unit, high * _unit);
        _columns = Math.Max(1, Math.Min(grid.Columns, grid.Pictures.Count));
        int rows = (grid.Pictures.Count + _columns - 1) / _columns;
        double gridWidth = _columns * (_tileWidth + Gap) - Gap, gridHeight = rows * (_tileHeight + CaptionLine + Gap) - Gap - CaptionLine;

        var (least, most) = grid.Range();
        _barHeight = Math.Clamp(gridHeight, 60, 180);
        _bar = new ScaleBar(grid.Kind, least, most, _barHeight);
        double inner = Math.Max(gridWidth + 2 * Gap + Math.Max(_bar.Width, StrokeFont.Width(grid.Label, CaptionSize)), 320);
        _head = new FigureHead(grid.Title, grid.Subtitle, inner);
        _top = Math.Round(Margin + _head.Height + 12);
        _barLeft = Margin + gridWidth + 2 * Gap;
        Width = (int)Math.Ceiling(inner + 2 * Margin);
        Height = (int)Math.Ceiling(_top + Math.Max(gridHeight + CaptionLine, _barHeight + (grid.Label.Length > 0 ? 18 : 0)) + Margin);
    }

    public int Width { get; }

    public int Height { get; }

    public void Paint(ICanvas canvas)
    {
        canvas.Rectangle(new Area(0, 0, Width, Height), _palette.Paper);
        _head.Paint(canvas, Margin, Margin - 4, _palette);
        for (int i = 0; i < _grid.Pictures.Count; i++)
        {
            var picture = _grid.Pictures[i];
            double left = Margin + i % _columns * (_tileWidth + Gap), top = _top + i / _columns * (_tileHeight + CaptionLine + Gap);
            Paint(canvas, picture, new Area(left, top, left + picture.Width * _unit, top + picture.Height * _unit));
            string caption = StrokeFont.Shortened(picture.Caption, CaptionSize, _tileWidth + Gap - 4);
            var below = new Point(left + picture.Width * _unit / 2, top + picture.Height * _unit + 14);
            canvas.Text(caption, below, new TextStyle(_palette.Ink, CaptionSize) { Anchor = 0.5 });
        }

        if (_grid.Pictures.Count == 0) return;
        double barTop = _top + (_grid.Label.Length > 0 ? 18 : 0);
        if (_grid.Label.Length > 0) canvas.Text(_grid.Label, new Point(_barLeft, _top + 9), new TextStyle(_palette.Ink, CaptionSize));
        _bar.Paint(canvas, _barLeft, barTop, barTop + _barHeight, _palette);
    }

    private void Paint(ICanvas canvas, ValuePicture picture, Area box)
    {
        // A thin frame, for where the picture has the paper's shade.
        canvas.Rectangle(
            new Area(box.Left - 0.5, box.Top - 0.5, box.Right + 0.5, box.Bottom + 0.5), _palette.Ink.Mix(_palette.Paper, 0.75));
        canvas.Shades(box, point =>
        {
            int x = Math.Clamp((int)((point.X - box.Left) / _unit), 0, picture.Width - 1);
            int y = Math.Clamp((int)((point.Y - box.Top) / _unit), 0, picture.Height - 1);
            return _bar.Shade(picture.Values[y * picture.Width + x], _palette);
        });
    }
}
