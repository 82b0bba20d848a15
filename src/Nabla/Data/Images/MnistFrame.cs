namespace Nabla;

/// <summary>
/// How an MNIST image is framed: the ink, scaled to fit a square of 20×20 pixels, stands in 28×28 with its centre of mass
/// in the middle (LeCun, Cortes and Burges 1998).
/// </summary>
internal static class MnistFrame
{
    /// <summary>Width and height of the image in pixels.</summary>
    public const int Size = 28;

    /// <summary>Width and height of the square that the ink fits in.</summary>
    public const int Box = 20;

    /// <summary>
    /// The pixel, from 0 across and down, in which MNIST has the centre of mass. Its centre is half a pixel to the right
    /// of and below the middle of the image.
    /// </summary>
    public const int Middle = 14;

    // What is fainter becomes a 0.
    private const float Faintest = 0.5f / 255;

    /// <summary>Moves ink by whole pixels, as was done for MNIST, so that its centre of mass comes into the middle pixel.</summary>
    /// <param name="ink">Grey levels, 0 paper to 1 ink, row by row.</param>
    /// <param name="width">Width in pixels, at most <see cref="Box"/>.</param>
    /// <param name="height">Height in pixels, at most <see cref="Box"/>.</param>
    /// <param name="image">The 28×28 pixels, overwritten: 0 paper to 255 ink.</param>
    public static void Center(ReadOnlySpan<float> ink, int width, int height, Span<byte> image)
    {
        float mass = 0, momentX = 0, momentY = 0;
        int first = width, last = 0, highest = height, lowest = 0;
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                float value = ink[y * width + x];
                if (value < Faintest) continue;
                mass += value;
                momentX += value * x;
                momentY += value * y;
                first = Math.Min(first, x);
                last = Math.Max(last, x);
                highest = Math.Min(highest, y);
                lowest = y;
            }
        }

        image.Clear();
        if (mass <= 0) return;
        int left = Place(momentX / mass, first, last), top = Place(momentY / mass, highest, lowest);
        for (int y = highest; y <= lowest; y++)
        {
            for (int x = first; x <= last; x++)
                image[(top + y) * Size + left + x] = (byte)(ink[y * width + x] * 255 + 0.5f);
        }
    }

    // Ink that is very heavy on one side stays in the image rather than exactly in its middle.
    private static int Place(float center, int first, int last) =>
        Math.Clamp((int)MathF.Floor(Middle - center + 0.5f), -first, Size - 1 - last);
}
