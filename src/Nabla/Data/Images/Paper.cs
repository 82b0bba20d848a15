namespace Nabla;

/// <summary>Tells ink from paper in a picture whose paper is of about one shade, be it light or dark.</summary>
internal static class Paper
{
    /// <summary>Less contrast than this between ink and paper is no ink.</summary>
    private const int FaintestContrast = 24;

    /// <summary>
    /// Measures how much ink each pixel has. Ink is what differs from the paper most; what differs no more than the paper
    /// itself does (its grain, a shadow, the compression of a photograph) is none.
    /// </summary>
    /// <param name="picture">The picture.</param>
    /// <returns>0 for paper to 1 for full ink, row by row; all 0 where nothing is drawn.</returns>
    public static float[] Remove(GrayImage picture)
    {
        byte[] pixels = picture.Pixels;
        int[] all = new int[256];
        foreach (byte pixel in pixels) all[pixel]++;
        int[] border = Border(picture);
        int shade = Median(border);

        // The darkest and the lightest, a few stray pixels apart. Ink is on the side that is farther from the paper.
        int strays = pixels.Length / 1000;
        int darkest = Quantile(all, strays), lightest = Quantile(all, pixels.Length - 1 - strays);
        bool darkInk = shade - darkest >= lightest - shade;
        int contrast = darkInk ? shade - darkest : lightest - shade;
        float[] ink = new float[pixels.Length];
        if (contrast < FaintestContrast) return ink;

        // How far the paper itself goes from its shade, in the direction of ink. Ink that touches the border is not paper:
        // hence not the farthest pixel, and never more than half the way.
        int edge = Quantile(border, darkInk ? border.Sum() / 10 : border.Sum() - 1 - border.Sum() / 10);
        float grain = Math.Min(1.5f * Math.Max(0, darkInk ? shade - edge : edge - shade), 0.5f * contrast);
        float full = MathF.Max(grain + 1, 0.95f * contrast);
        for (int i = 0; i < ink.Length; i++)
        {
            int difference = darkInk ? shade - pixels[i] : pixels[i] - shade;
            ink[i] = Math.Clamp((difference - grain) / (full - grain), 0, 1);
        }

        return ink;
    }

    /// <summary>How often each shade occurs in a frame along the border, a thirtieth of the picture wide.</summary>
    private static int[] Border(GrayImage picture)
    {
        int[] counts = new int[256];
        int frame = 1 + Math.Min(picture.Width, picture.Height) / 30;
        for (int y = 0; y < picture.Height; y++)
        {
            bool inner = y >= frame && y < picture.Height - frame;
            for (int x = 0; x < picture.Width; x++)
            {
                if (inner && x >= frame && x < picture.Width - frame) continue;
                counts[picture.Pixels[y * picture.Width + x]]++;
            }
        }

        return counts;
    }

    private static int Median(int[] counts) => Quantile(counts, counts.Sum() / 2);

    /// <summary>The shade that has the given number of pixels before it when they stand in order.</summary>
    private static int Quantile(int[] counts, int before)
    {
        int shade = 0;
        for (int seen = counts[0]; seen <= before; seen += counts[shade]) shade++;
        return shade;
    }
}
