namespace Nabla;

/// <summary>The smallest rectangle with all ink of an image.</summary>
/// <param name="Left">Its first column.</param>
/// <param name="Top">Its first row.</param>
/// <param name="Width">Its columns.</param>
/// <param name="Height">Its rows.</param>
/// <param name="Brightest">The value of the fullest ink.</param>
internal readonly record struct InkBounds(int Left, int Top, int Width, int Height, float Brightest)
{
    /// <summary>Less than this part of the fullest ink is none: too faint to see, and it would move the bounds.</summary>
    private const float Faintest = 0.01f;

    /// <summary>Looks for ink.</summary>
    /// <param name="pixels">Row by row, 0 for no ink.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="bounds">The bounds found.</param>
    /// <returns>Whether there is any.</returns>
    public static bool TryFind(ReadOnlySpan<float> pixels, int width, out InkBounds bounds)
    {
        float brightest = 0;
        foreach (float pixel in pixels)
        {
            if (pixel > brightest && float.IsFinite(pixel)) brightest = pixel;
        }

        bounds = default;
        if (brightest <= 0) return false;

        int left = width, right = 0, top = -1, bottom = 0;
        for (int start = 0, row = 0; start < pixels.Length; start += width, row++)
        {
            var line = pixels.Slice(start, width);
            for (int column = 0; column < width; column++)
            {
                if (!(line[column] > Faintest * brightest)) continue;
                left = Math.Min(left, column);
                right = Math.Max(right, column);
                if (top < 0) top = row;
                bottom = row;
            }
        }

        bounds = new InkBounds(left, top, right - left + 1, bottom - top + 1, brightest);
        return true;
    }
}
