namespace Nabla.Tests;

/// <summary>A page that is put together from paper, digits and what else lies about: 1 is white, 0 black.</summary>
internal sealed class ComposedPage
{
    /// <summary>The width of MNIST's strokes in its own pixels, about.</summary>
    private const double Pen = 2.7;

    private readonly double[] _shades;

    public ComposedPage(int width, int height, double paper = 0.93)
    {
        (Width, Height) = (width, height);
        _shades = new double[width * height];
        Array.Fill(_shades, paper);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>A page with one digit in pen, half a per cent to four of the page's width, on paper of a kind.</summary>
    public static ComposedPage With(ReadOnlySpan<byte> digit, string kind, Rng rng)
    {
        int width = 500 + rng.NextInt(900);
        int height = (int)(width * rng.NextDouble(0.75, 1.4));
        double pen = rng.NextDouble(0.005, 0.04), size = 20 * pen * width / Pen, dark = rng.NextDouble(0.65, 0.9);
        var page = new ComposedPage(width, height, rng.NextDouble(0.8, 0.97));
        double x = rng.NextDouble(width * 0.06, Math.Max(width * 0.06, width * 0.94 - size * 1.4));
        double y = rng.NextDouble(height * 0.06, Math.Max(height * 0.06, height * 0.94 - size * 1.4));
        switch (kind)
        {
            case "ruled":
                page.Rule(rng, true, false);
                break;
            case "boxed":
                page.Rule(rng, true, true);
                break;
            case "edged":
                page.Edge(rng);
                break;
            case "crowded":
                page.Crowd(rng, x, y, size * 1.4, pen * width, dark);
                break;
        }

        page.Digit(digit, x, y, size, dark);
        if (kind == "shaded") page.Shade(rng);
        page.Grain(rng, rng.NextDouble(0, 0.015));
        return page;
    }

    /// <summary>A page with digits side by side, a fifth of their height apart or more, plain, ruled or with a table's edge.</summary>
    public static ComposedPage WithRow(IReadOnlyList<byte[]> digits, string kind, Rng rng)
    {
        int width = 700 + rng.NextInt(700);
        double size = Math.Min(width * 0.8 / (1.45 * digits.Count), width * rng.NextDouble(0.06, 0.2)), dark = rng.NextDouble(0.65, 0.9);
        var page = new ComposedPage(width, (int)(width * rng.NextDouble(0.5, 1)), rng.NextDouble(0.8, 0.97));
        if (kind == "ruled") page.Rule(rng, true, false);
        if (kind == "edged") page.Edge(rng);
        double x = 0.08 * width + size * 0.2, y = rng.NextDouble(0.1, 0.85) * (page.Height - 1.5 * size);
        foreach (byte[] digit in digits)
        {
            var ink = Nabla.Tests.Ink.Of(digit, 28);
            page.Digit(digit, x - ink.Left * size / 20, y + rng.NextDouble(-0.06, 0.06) * size, size, dark);
            x += (ink.Width / 20.0 + rng.NextDouble(0.2, 0.45)) * size;
        }

        page.Grain(rng, rng.NextDouble(0, 0.012));
        return page;
    }

    /// <summary>Draws an MNIST image, its 28 pixels as large as 1.4 times the size, so that the ink fills the size.</summary>
    public void Digit(ReadOnlySpan<byte> image, double left, double top, double size, double dark)
    {
        double scale = size / 20;
        for (int y = Math.Max(0, (int)top); y < Math.Min(Height, top + 28 * scale); y++)
        {
            for (int x = Math.Max(0, (int)left); x < Math.Min(Width, left + 28 * scale); x++)
                Ink(x, y, dark * Between(image, (x + 0.5 - left) / scale - 0.5, (y + 0.5 - top) / scale - 0.5));
        }
    }

    /// <summary>Draws a straight stroke.</summary>
    public void Line(double x0, double y0, double x1, double y1, double thickness, double dark)
    {
        double length = double.Hypot(x1 - x0, y1 - y0), dx = (x1 - x0) / length, dy = (y1 - y0) / length, half = thickness / 2;
        for (int y = Math.Max(0, (int)(Math.Min(y0, y1) - half - 1)); y < Math.Min(Height, Math.Max(y0, y1) + half + 1); y++)
        {
            for (int x = Math.Max(0, (int)(Math.Min(x0, x1) - half - 1)); x < Math.Min(Width, Math.Max(x0, x1) + half + 1); x++)
            {
                double along = Math.Clamp((x + 0.5 - x0) * dx + (y + 0.5 - y0) * dy, 0, length);
                Ink(x, y, dark * Math.Clamp(half + 0.5 - double.Hypot(x + 0.5 - x0 - along * dx, y + 0.5 - y0 - along * dy), 0, 1));
            }
        }
    }

    /// <summary>A gradient, and the soft shadow of a hand or a telephone.</summary>
    public void Shade(Rng rng)
    {
        double turn = rng.NextDouble(0, Math.Tau), depth = rng.NextDouble(0.2, 0.5), place = rng.NextDouble(-0.3, 0.3), shadow = rng.NextDouble(0, 0.4);
        double soft = rng.NextDouble(0.03, 0.3), other = rng.NextDouble(0, Math.Tau);
        for (int i = 0; i < _shades.Length; i++)
        {
            double x = (double)(i % Width) / Width - 0.5, y = (double)(i / Width) / Height - 0.5;
            double gradient = 1 - depth * (0.5 + x * Math.Cos(turn) + y * Math.Sin(turn));
            double edge = 1 / (1 + Math.Exp(-(x * Math.Cos(other) + y * Math.Sin(other) - place) * 6 / soft));
            _shades[i] *= Math.Max(0.2, gradient) * (1 - shadow * edge);
        }
    }

    /// <summary>The table all around the paper, which lies askew.</summary>
    public void Table(Rng rng)
    {
        double shade = rng.NextDouble(0.25, 0.55), margin = rng.NextDouble(0.05, 0.1) * Width, tilt = rng.NextDouble(-0.06, 0.06);
        for (int i = 0; i < _shades.Length; i++)
        {
            double x = i % Width + tilt * (i / Width - Height / 2.0), y = i / Width - tilt * (i % Width - Width / 2.0);
            if (x < margin || y < margin || x > Width - margin || y > Height - margin) _shades[i] = shade;
        }
    }

    public void Grain(Rng rng, double deviation)
    {
        foreach (ref double shade in _shades.AsSpan()) shade += deviation * rng.NextNormal();
    }

    /// <summary>Darkens a rectangle.</summary>
    public void Block(int left, int top, int width, int height, double dark)
    {
        for (int i = 0; i < width * height; i++) Ink(left + i % width, top + i / width, dark);
    }

    /// <summary>Each pixel the mean of a square around it, twice.</summary>
    public ComposedPage Blurred(int size)
    {
        var page = new ComposedPage(Width, Height);
        Mean(_shades, page._shades, size);
        Mean([.. page._shades], page._shades, size);
        return page;
    }

    public GrayImage ToImage() => new(Width, Height, Array.ConvertAll(_shades, shade => (byte)Math.Clamp(Math.Round(255 * shade), 0, 255)));

    /// <summary>The image's shade, 0 to 1, at a point between its pixels.</summary>
    public static double Between(ReadOnlySpan<byte> image, double x, double y)
    {
        int left = (int)Math.Floor(x), top = (int)Math.Floor(y);
        double across = x - left, down = y - top;
        return double.Lerp(
            double.Lerp(At(image, left, top), At(image, left + 1, top), across), double.Lerp(At(image, left, top + 1), At(image, left + 1, top + 1), across), down) / 255;
    }

    private void Mean(double[] from, double[] to, int size)
    {
        for (int i = 0; i < to.Length; i++)
        {
            double sum = 0;
            int count = 0;
            for (int y = Math.Max(0, i / Width - size / 2); y <= Math.Min(Height - 1, i / Width + size / 2); y++)
            {
                for (int x = Math.Max(0, i % Width - size / 2); x <= Math.Min(Width - 1, i % Width + size / 2); x++, count++) sum += from[y * Width + x];
            }

            to[i] = sum / count;
        }
    }

    private void Rule(Rng rng, bool across, bool down)
    {
        double apart = rng.NextDouble(0.035, 0.12) * Width, thickness = rng.NextDouble(1, Math.Max(1.5, 0.004 * Width));
        double dark = rng.NextDouble(0.12, 0.6), tilt = rng.NextDouble(-0.03, 0.03);
        for (double at = -0.2 * Height + apart * rng.NextDouble(); across && at < 1.2 * Height; at += apart) Line(-9, at, Width + 9, at + tilt * Width, thickness, dark);
        for (double at = -0.2 * Width + apart * rng.NextDouble(); down && at < 1.2 * Width; at += apart) Line(at, -9, at - tilt * Height, Height + 9, thickness, dark);
    }

    private void Edge(Rng rng)
    {
        int sides = 1 + rng.NextInt(2), first = rng.NextInt(4);
        for (int i = 0; i < sides; i++)
        {
            double thick = rng.NextDouble(0.01, 0.05), tilt = rng.NextDouble(-0.01, 0.01), dark = rng.NextDouble(0.4, 0.85);
            bool across = (first + i) % 2 == 0, far = (first + i) % 4 >= 2;
            double length = across ? Width : Height, depth = thick * Math.Min(Width, Height), at = far ? (across ? Height : Width) : 0;
            if (across) Line(-depth, at, length + depth, at + tilt * length, 2 * depth, dark);
            else Line(at, -depth, at + tilt * length, length + depth, 2 * depth, dark);
        }
    }

    /// <summary>A signature or a note in a smaller hand, the half of something at the border, and specks.</summary>
    private void Crowd(Rng rng, double left, double top, double size, double pen, double dark)
    {
        double height = size * rng.NextDouble(0.12, 0.28);
        double y = top > Height - top - size ? rng.NextDouble(0.02, 0.6) * (top - height) : top + size + height + rng.NextDouble(0, 0.5) * (Height - top - size - 3 * height);
        double x = rng.NextDouble(0.05, 0.3) * Width, step = height * 0.4, from = y;
        if (y > 4 && y + height < Height - 4)
        {
            for (int i = 0; i < 12 && x + step < Width * 0.95; i++, x += step)
            {
                double to = y + height * rng.NextDouble();
                Line(x, from, x + step, to, Math.Max(1, pen * 0.4), dark);
                from = to;
            }
        }

        for (int i = 0; i < 4; i++)
        {
            double edge = rng.NextDouble() * Height, reach = Math.Min(0.05 * Width, left * 0.7);
            if (i % 2 == 0) Line(-3, edge, reach * rng.NextDouble(), edge + rng.NextDouble(-30, 30), pen, dark);
            else if (left + size < Width * 0.9) Line(Width + 3, edge, Width - 0.05 * Width * rng.NextDouble(), edge + rng.NextDouble(-30, 30), pen, dark);
        }

        for (int i = 0; i < 12; i++) Ink(rng.NextInt(Width), rng.NextInt(Height), dark);
    }

    private void Ink(int x, int y, double dark)
    {
        if ((uint)x < (uint)Width && (uint)y < (uint)Height) _shades[y * Width + x] *= 1 - dark;
    }

    private static double At(ReadOnlySpan<byte> image, int x, int y) => x is < 0 or > 27 || y is < 0 or > 27 ? 0 : image[y * 28 + x];
}
