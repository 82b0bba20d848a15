namespace Nabla;

/// <summary>
/// Turns the path of a pen into grey levels by the distance of each pixel's centre from the edge of the stroke. That
/// takes no supersampling and looks like MNIST, whose black and white scans became grey where they were scaled down.
/// </summary>
internal static class InkRasterizer
{
    // Half the width of the grey edge in pixels, and how far the roughness of a scan moves it.
    private const float Edge = 0.75f;
    private const float Roughness = 0.15f;
    private const float Far = -Edge - Roughness;

    /// <summary>Draws a path. Strokes that cross do not add up: the darker one wins.</summary>
    /// <param name="path">The path; a pixel is a unit square, and the pixel (0, 0) has its centre at (½, ½).</param>
    /// <param name="rng">The source of the edge's roughness.</param>
    /// <param name="image">The image, row by row, overwritten: 0 paper to 1 ink.</param>
    /// <param name="size">Width and height of the image.</param>
    public static void Draw(InkPath path, Rng rng, Span<float> image, int size)
    {
        image.Fill(Far);
        var x = path.X;
        var y = path.Y;
        var radius = path.Radius;
        var starts = path.Starts;
        for (int i = 0; i < x.Length; i++)
        {
            int from = starts[i] ? i : i - 1;
            Deepen(x[from], y[from], radius[from], x[i], y[i], radius[i], image, size);
        }

        foreach (ref float pixel in image) pixel = Gray(pixel, rng);
    }

    /// <summary>How dark a pixel is that lies so deep under the ink, with a soft edge like that of a scaled scan.</summary>
    private static float Gray(float depth, Rng rng)
    {
        if (depth <= Far) return 0;
        if (depth >= -Far) return 1;
        depth += Roughness * (float)rng.NextDouble(-1, 1);
        float t = Math.Clamp(0.5f + 0.5f / Edge * depth, 0, 1);
        return t * t * (3 - 2 * t);
    }

    /// <summary>
    /// Lays a piece of a stroke over the image. A pixel keeps how deep its centre lies under the ink, in pixels from the
    /// nearest edge and negative outside.
    /// </summary>
    private static void Deepen(float x0, float y0, float r0, float x1, float y1, float r1, Span<float> image, int size)
    {
        float dx = x1 - x0, dy = y1 - y0;
        float squared = dx * dx + dy * dy;
        float inverse = squared > 0 ? 1 / squared : 0;
        float reach = MathF.Max(r0, r1) - Far;

        // The first and last pixels whose centres the ink may reach.
        int left = Math.Max(0, (int)(MathF.Min(x0, x1) - reach + 0.5f));
        int right = Math.Min(size - 1, (int)(MathF.Max(x0, x1) + reach - 0.5f));
        int top = Math.Max(0, (int)(MathF.Min(y0, y1) - reach + 0.5f));
        int bottom = Math.Min(size - 1, (int)(MathF.Max(y0, y1) + reach - 0.5f));
        for (int row = top; row <= bottom; row++)
        {
            float py = row + 0.5f - y0;
            var line = image.Slice(row * size, size);
            for (int column = left; column <= right; column++)
            {
                // The nearest point of the piece, at the part t of its length.
                float px = column + 0.5f - x0;
                float t = (px * dx + py * dy) * inverse;
                t = t < 0 ? 0 : t > 1 ? 1 : t;
                float awayX = px - t * dx, awayY = py - t * dy;
                float distance2 = awayX * awayX + awayY * awayY;
                float r = r0 + t * (r1 - r0);

                // Most pixels are not made deeper; they are spared the square root.
                float within = r - line[column];
                if (within > 0 && distance2 < within * within) line[column] = r - MathF.Sqrt(distance2);
            }
        }
    }
}
