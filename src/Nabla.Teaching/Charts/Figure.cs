namespace Nabla.Charts;

/// <summary>Draws charts and grids of pictures as SVG or PNG.</summary>
/// <remarks>
/// A PNG has Latin letters, digits and the signs of the formulas in a typeface of our own, and an empty box for others; an SVG
/// has all that its viewer's fonts have.
/// </remarks>
public static class Figure
{
    private static readonly (string Ending, Func<IFigurePainter, FigureOptions?, byte[]> Make)[] Formats =
        [(".png", Png), (".svg", (painter, _) => System.Text.Encoding.UTF8.GetBytes(Svg(painter)))];

    /// <summary>What the files end in that figures can be written to.</summary>
    public static FileEndings Endings { get; } = new(Formats.Select(format => format.Ending));

    /// <summary>Writes a chart to a file: the whole of it or, where that fails, nothing.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="path">The file, <c>.png</c> or <c>.svg</c>; what was there is replaced.</param>
    /// <param name="options">Size and theme; the usual ones where null.</param>
    /// <exception cref="ArgumentException">The path has another ending, numbers are missing, or the picture would be too large.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(this Chart chart, string path, FigureOptions? options = null) => Save(Painter(chart, options), path, options);

    /// <summary>A chart as SVG.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="options">Size and theme; the usual ones where null.</param>
    /// <exception cref="ArgumentException">A series or height map has numbers missing.</exception>
    public static string ToSvg(this Chart chart, FigureOptions? options = null) => Svg(Painter(chart, options));

    /// <summary>A chart as the bytes of a PNG.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="options">Size and theme; the usual ones where null.</param>
    /// <exception cref="ArgumentException">Numbers are missing, or the picture would have more than 100 million pixels.</exception>
    public static byte[] ToPng(this Chart chart, FigureOptions? options = null) => Png(Painter(chart, options), options);

    /// <summary>Writes a grid of pictures to a file: the whole of it or, where that fails, nothing.</summary>
    /// <param name="grid">The pictures.</param>
    /// <param name="path">The file, <c>.png</c> or <c>.svg</c>; what was there is replaced.</param>
    /// <param name="options">Sharpness and theme; the usual ones where null.</param>
    /// <exception cref="ArgumentException">The path has another ending, numbers are missing, or the whole would be too large.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(this PictureGrid grid, string path, FigureOptions? options = null) =>
        Save(Painter(grid, options), path, options);

    /// <summary>A grid of pictures as SVG.</summary>
    /// <param name="grid">The pictures.</param>
    /// <param name="options">Theme; the usual one where null.</param>
    /// <exception cref="ArgumentException">A picture has numbers missing.</exception>
    public static string ToSvg(this PictureGrid grid, FigureOptions? options = null) => Svg(Painter(grid, options));

    /// <summary>A grid of pictures as the bytes of a PNG.</summary>
    /// <param name="grid">The pictures.</param>
    /// <param name="options">Sharpness and theme; the usual ones where null.</param>
    /// <exception cref="ArgumentException">A picture has numbers missing, or the whole would have more than 100 million pixels.</exception>
    public static byte[] ToPng(this PictureGrid grid, FigureOptions? options = null) => Png(Painter(grid, options), options);

    private static ChartPainter Painter(Chart chart, FigureOptions? options)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return new ChartPainter(chart, (options ?? new()).Checked());
    }

    private static PictureGridPainter Painter(PictureGrid grid, FigureOptions? options)
    {
        ArgumentNullException.ThrowIfNull(grid);
        return new PictureGridPainter(grid, (options ?? new()).Checked());
    }

    private static void Save(IFigurePainter painter, string path, FigureOptions? options)
    {
        byte[] content = Formats[Endings.Place(path)].Make(painter, options);
        AtomicFile.Write(path, stream => stream.Write(content));
    }

    private static string Svg(IFigurePainter painter)
    {
        var canvas = new SvgCanvas(painter.Width, painter.Height);
        painter.Paint(canvas);
        return canvas.ToString();
    }

    private static byte[] Png(IFigurePainter painter, FigureOptions? options)
    {
        double scale = (options ?? new()).Scale, width = Math.Round(painter.Width * scale), height = Math.Round(painter.Height * scale);
        if (width * height > GrayImage.MostPixels)
            throw Refusal.Argument($"A figure of {width}×{height} pixels is too large; make it smaller.");
        var canvas = new PixelCanvas((int)width, (int)height, scale);
        painter.Paint(canvas);
        return canvas.ToPng();
    }
}
