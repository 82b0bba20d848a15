namespace Nabla.Charts;

/// <summary>
/// Draws pixels with smooth edges. A shape is first laid down as the part of each pixel that it covers, then coloured at
/// once, so that pieces of one line that cross do not add up.
/// </summary>
internal sealed class PixelCanvas(int width, int height, double scale) : ICanvas
{
    private readonly byte[] _pixels = new byte[3 * width * height];
    private readonly float[] _cover = new float[width * height];
    private int _left = int.MaxValue, _top = int.MaxValue, _right = -1, _bottom = -1;

    public byte[] ToPng()
    {
        using var png = new MemoryStream();
        PngWriter.WriteRgb(png, width, height, _pixels);
        return png.ToArray();
    }

    public void Rectangle(Area box, RgbColor color)
    {
        double left = box.Left * scale, top = box.Top * scale, right = box.Right * scale, bottom = box.Bottom * scale;
        Cover(left, top, right, bottom, (x, y) => Overlap(x, left, right) * Overlap(y, top, bottom));
        Paint(color);

        static double Overlap(double middle, double from, double to) => Math.Min(middle + 0.5, to) - Math.Max(middle - 0.5, from);
    }

    public void Polygon(IReadOnlyList<Point> corners, RgbColor color)
    {
        var points = corners.Select(corner => new Point(corner.X * scale, corner.Y * scale)).ToList();
        double area = points.Select((p, i) => p.X * points[(i + 1) % points.Count].Y - points[(i + 1) % points.Count].X * p.Y).Sum();
        Cover(points.Min(p => p.X), points.Min(p => p.Y), points.Max(p => p.X), points.Max(p => p.Y), (x, y) =>
        {
            // How deep within the nearest edge.
            double depth = double.MaxValue;
            for (int i = 0; i < points.Count; i++)
            {
                var (a, b) = (points[i], points[(i + 1) % points.Count]);
                double dx = b.X - a.X, dy = b.Y - a.Y;
                depth = Math.Min(depth, Math.Sign(area) * (dx * (y - a.Y) - dy * (x - a.X)) / Math.Sqrt(dx * dx + dy * dy));
            }

            return depth + 0.5;
        });
        Paint(color);
    }

    public void Lines(IReadOnlyList<IReadOnlyList<Point>> lines, Pen pen)
    {
        // What is thinner than a pixel is drawn as wide as one and paler.
        double thickness = pen.Width * scale, radius = Math.Max(1, thickness) / 2;
        foreach (var line in pen.Dash > 0 ? lines.SelectMany(line => Dashes(line, pen.Dash)) : lines)
            for (int i = Math.Min(1, line.Count - 1); i < line.Count; i++) Segment(line[Math.Max(0, i - 1)], line[i], radius);
        Paint(pen.Color, Math.Min(1, thickness));
    }

    public void Text(string text, Point at, TextStyle style)
    {
        var (sin, cos) = Math.SinCos(-style.Angle * Math.PI / 180);
        double start = -style.Anchor * StrokeFont.Width(text, style.Size);
        var strokes = StrokeFont.Strokes(text, style.Size)
            .Select(stroke => stroke.Select(p => p.Plus(start, 0)).Select(p => at.Plus(p.X * cos - p.Y * sin, p.X * sin + p.Y * cos)).ToList()).ToList();
        double thickness = style.Size * (style.Bold ? StrokeFont.Bold : StrokeFont.Regular);
        if (style.Halo is { } halo) Lines(strokes, new Pen(halo, thickness + 3));
        Lines(strokes, new Pen(style.Color, thickness));
    }

    public void Shades(Area box, Func<Point, RgbColor> colorAt)
    {
        int right = Math.Min(width, (int)Math.Round(box.Right * scale)), bottom = Math.Min(height, (int)Math.Round(box.Bottom * scale));
        for (int y = Math.Max(0, (int)Math.Round(box.Top * scale)); y < bottom; y++)
            for (int x = Math.Max(0, (int)Math.Round(box.Left * scale)); x < right; x++)
            {
                var pixel = Pixel(x, y);
                (pixel[0], pixel[1], pixel[2]) = colorAt(new Point((x + 0.5) / scale, (y + 0.5) / scale));
            }
    }

    private Span<byte> Pixel(int x, int y) => _pixels.AsSpan(3 * (y * width + x), 3);

    private static IEnumerable<IReadOnlyList<Point>> Dashes(IReadOnlyList<Point> line, double length)
    {
        var dash = new List<Point> { line[0] };
        bool on = true;
        double left = length;
        for (int i = 1; i < line.Count; i++)
        {
            var (from, to) = (line[i - 1], line[i]);
            double whole = Math.Sqrt(Math.Pow(to.X - from.X, 2) + Math.Pow(to.Y - from.Y, 2)), gone = 0;
            for (; whole - gone > left; on = !on, left = length)
            {
                gone += left;
                var turn = from.Plus((to.X - from.X) * gone / whole, (to.Y - from.Y) * gone / whole);
                dash.Add(turn);
                if (on) yield return dash;
                dash = [turn];
            }

            left -= whole - gone;
            dash.Add(to);
        }

        if (on) yield return dash;
    }

    private void Segment(Point a, Point b, double radius)
    {
        double ax = a.X * scale, ay = a.Y * scale, dx = b.X * scale - ax, dy = b.Y * scale - ay;
        double squared = dx * dx + dy * dy, inverse = squared > 0 ? 1 / squared : 0, reach = radius + 0.5;
        double left = Math.Min(ax, ax + dx) - reach, top = Math.Min(ay, ay + dy) - reach;
        Cover(left, top, left + Math.Abs(dx) + 2 * reach, top + Math.Abs(dy) + 2 * reach, (x, y) =>
        {
            double t = Math.Clamp(((x - ax) * dx + (y - ay) * dy) * inverse, 0, 1);
            double awayX = x - ax - t * dx, awayY = y - ay - t * dy;
            return reach - Math.Sqrt(awayX * awayX + awayY * awayY);
        });
    }

    private void Cover(double left, double top, double right, double bottom, Func<double, double, double> part)
    {
        int x0 = (int)Math.Clamp(Math.Floor(left), 0, width), x1 = (int)Math.Clamp(Math.Ceiling(right), 0, width);
        int y0 = (int)Math.Clamp(Math.Floor(top), 0, height), y1 = (int)Math.Clamp(Math.Ceiling(bottom), 0, height);
        for (int y = y0; y < y1; y++)
        {
            for (int x = x0; x < x1; x++)
            {
                ref float cover = ref _cover[y * width + x];
                cover = Math.Max(cover, (float)Math.Min(1, part(x + 0.5, y + 0.5)));
            }
        }

        (_left, _top, _right, _bottom) = (Math.Min(_left, x0), Math.Min(_top, y0), Math.Max(_right, x1), Math.Max(_bottom, y1));
    }

    private void Paint(RgbColor color, double strength = 1)
    {
        for (int y = _top; y < _bottom; y++)
        {
            for (int x = _left; x < _right; x++)
            {
                ref float cover = ref _cover[y * width + x];
                if (cover <= 0) continue;
                var pixel = Pixel(x, y);
                double part = cover * strength;
                (pixel[0], pixel[1], pixel[2]) = part >= 1 ? color : new RgbColor(pixel[0], pixel[1], pixel[2]).Mix(color, part);
                cover = 0;
            }
        }

        (_left, _top, _right, _bottom) = (int.MaxValue, int.MaxValue, -1, -1);
    }
}
