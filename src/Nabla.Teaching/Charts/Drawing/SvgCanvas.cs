using System.Globalization;
using System.Text;

namespace Nabla.Charts;

/// <summary>Draws as SVG 1.1, which every browser and office program shows.</summary>
internal sealed class SvgCanvas : ICanvas
{
    // Pixels to a point in the pictures within.
    private const double Sharpness = 2;

    private readonly StringBuilder _svg = new();

    public SvgCanvas(int width, int height) => _svg.Append(CultureInfo.InvariantCulture,
        $"""<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" stroke="none" """)
        .Append("font-family=\"system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'Noto Sans CJK SC', Arial, sans-serif\">\n");

    public override string ToString() => _svg + "</svg>\n";

    public void Rectangle(Area box, RgbColor color) => Add($"""<rect {Place(box)} fill="{color}"/>""");

    public void Polygon(IReadOnlyList<Point> corners, RgbColor color) => Add($"""<path d="{Path(corners)}Z" fill="{color}"/>""");

    public void Lines(IReadOnlyList<IReadOnlyList<Point>> lines, Pen pen)
    {
        foreach (var dot in lines.Where(line => line.Count == 1).Select(line => line[0]))
            Add($"""<circle cx="{N(dot.X)}" cy="{N(dot.Y)}" r="{N(pen.Width / 2)}" fill="{pen.Color}"/>""");
        string path = string.Concat(lines.Where(line => line.Count > 1).Select(Path));
        if (path.Length == 0) return;
        string ends = pen.Dash > 0 ? $" stroke-dasharray=\"{N(pen.Dash)}\"" : " stroke-linecap=\"round\"";
        Add($"""<path d="{path}" fill="none" stroke="{pen.Color}" stroke-width="{N(pen.Width)}" stroke-linejoin="round"{ends}/>""");
    }

    public void Text(string text, Point at, TextStyle style)
    {
        string anchor = style.Anchor == 0 ? "" : $" text-anchor=\"{(style.Anchor == 1 ? "end" : "middle")}\"";
        string bold = style.Bold ? " font-weight=\"600\"" : "";
        string turn = style.Angle == 0 ? "" : $" transform=\"rotate({N(-style.Angle)} {N(at.X)} {N(at.Y)})\"";
        string place = $"x=\"{N(at.X)}\" y=\"{N(at.Y)}\" font-size=\"{N(style.Size)}\"{anchor}{bold}{turn}";

        // Twice, for not every viewer knows to paint the rim first.
        if (style.Halo is { } rim)
            Add($"""<text {place} fill="{rim}" stroke="{rim}" stroke-width="3" stroke-linejoin="round" aria-hidden="true">{Escaped(text)}</text>""");
        Add($"<text {place} fill=\"{style.Color}\">{Escaped(text)}</text>");
    }

    public void Shades(Area box, Func<Point, RgbColor> colorAt)
    {
        int columns = Math.Max(1, (int)Math.Round(box.Width * Sharpness)), rows = Math.Max(1, (int)Math.Round(box.Height * Sharpness));
        var pixels = new PixelCanvas(columns, rows, 1);
        double across = box.Width / columns, down = box.Height / rows;
        pixels.Shades(new Area(0, 0, columns, rows), point => colorAt(new Point(box.Left + point.X * across, box.Top + point.Y * down)));
        string data = "data:image/png;base64," + Convert.ToBase64String(pixels.ToPng());
        Add($"""<image {Place(box)} preserveAspectRatio="none" href="{data}"/>""");
    }

    private static string Place(Area box) => $"""x="{N(box.Left)}" y="{N(box.Top)}" width="{N(box.Width)}" height="{N(box.Height)}" """.TrimEnd();

    private static string Path(IReadOnlyList<Point> line)
    {
        var path = new StringBuilder();
        for (int i = 0; i < line.Count; i++) path.Append(i == 0 ? 'M' : 'L').Append(N(line[i].X)).Append(' ').Append(N(line[i].Y));
        return path.ToString();
    }

    private static string N(double number) => Math.Round(number, 2).ToString(CultureInfo.InvariantCulture);

    /// <summary>Text as XML has it; control characters and halves of characters, which XML has no way to write, are left out.</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is < 0x20 or 0xFFFD or 0xFFFE or 0xFFFF) escaped.Append(rune.Value is '\t' or '\n' or '\r' ? " " : "");
            else escaped.Append(rune.Value switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", _ => rune.ToString() });
        }

        return escaped.ToString();
    }

    private void Add(string element) => _svg.Append(element).Append('\n');
}
