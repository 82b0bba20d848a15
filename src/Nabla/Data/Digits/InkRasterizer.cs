using System.Runtime.Intrinsics;

namespace Nabla;

/// <summary>
/// Turns the path of a pen into grey levels by the distance of each pixel's centre from the edge of the stroke. That
/// takes no supersampling and looks like MNIST, whose black and white scans became grey where they were scaled down.
/// </summary>
internal static unsafe class InkRasterizer
{
    // Half the width of the grey edge in pixels, and how far the roughness of a scan moves it.
    private const float Edge = 0.75f;
    private const float Roughness = 0.15f;
    private const float Far = -Edge - Roughness;

    /// <summary>Draws a path. Strokes that cross do not add up: the darker one wins.</summary>
    /// <param name="path">The path; a pixel is a unit square, and the pixel (0, 0) has its centre at (½, ½).</param>
    /// <param name="rng">The source of the edge's roughness.</param>
    /// <param name="image">The image, row by row, overwritten: 0 paper to 1 ink.</param>
    /// <param name="size">Width and height of the image; a multiple of 4.</param>
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
            fixed (float* pixels = image) Deepen(x[from], y[from], radius[from], x[i], y[i], radius[i], pixels, size);
        }

        foreach (ref float pixel in image) pixel = pixel <= Far ? 0 : pixel >= -Far ? 1 : Gray(pixel, rng);
    }

    /// <summary>How dark a pixel of the edge is that lies so deep under the ink: the edge is soft, like that of a scaled scan.</summary>
    private static float Gray(float depth, Rng rng)
    {
        depth += Roughness * (float)rng.NextDouble(-1, 1);
        float t = Math.Clamp(0.5f + 0.5f / Edge * depth, 0, 1);
        return t * t * (3 - 2 * t);
    }

    /// <summary>
    /// Lays a piece of a stroke over the image. A pixel keeps how deep its centre lies under the ink, in pixels from the
    /// nearest edge and negative outside.
    /// </summary>
    private static void Deepen(float x0, float y0, float r0, float x1, float y1, float r1, float* image, int size)
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

        // Four pixels at once. Those beside the reach are looked at too; the ink cannot make them deeper.
        left -= left % Lanes128.Count;
        var (alongX, alongY, pace) = (Lanes128.All(dx), Lanes128.All(dy), Lanes128.All(inverse));
        var (startX, startRadius, widening) = (Lanes128.All(x0), Lanes128.All(r0), Lanes128.All(r1 - r0));
        var centers = Vector128.Create(0.5f, 1.5f, 2.5f, 3.5f);
        for (int row = top; row <= bottom; row++)
        {
            float py = row + 0.5f - y0;
            var (fromY, ahead) = (Lanes128.All(py), Lanes128.All(py * dy));
            float* line = image + row * size;
            for (int column = left; column <= right; column += Lanes128.Count)
            {
                // The nearest point of the piece, at the part t of its length.
                var fromX = Lanes128.All(column) + centers - startX;
                var t = Lanes128.Min(Lanes128.Max((fromX * alongX + ahead) * pace, Lanes128.All(0)), Lanes128.All(1));
                var (awayX, awayY) = (fromX - t * alongX, fromY - t * alongY);
                var depth = startRadius + t * widening - Lanes128.Sqrt(awayX * awayX + awayY * awayY);
                Lanes128.Store(Lanes128.Max(Lanes128.Load(line + column), depth), line + column);
            }
        }
    }
}
