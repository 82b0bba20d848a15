namespace Nabla;

/// <summary>
/// Brings a picture of one digit into the form of an MNIST image, so that a network that has learned on MNIST or on
/// <see cref="Digits"/> can read it: cropped to its ink, scaled with its proportions into 20×20 pixels, and moved so that
/// the ink's centre of mass is in the middle of 28×28 (LeCun, Cortes and Burges 1998).
/// </summary>
public static class ImageNormalizer
{
    /// <summary>Width and height of the result in pixels.</summary>
    public const int Size = MnistFrame.Size;

    /// <summary>A picture of twice this width or height is made smaller before anything else.</summary>
    private const int LongestSide = 800;

    /// <summary>Normalises ink that is bright on black, as a drawing on a screen may be kept.</summary>
    /// <param name="pixels">Row by row, 0 for no ink to 255 for full ink.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="image">The 784 pixels of the result, overwritten, 0 to 255.</param>
    /// <returns>Whether there is any ink; without it, the result is blank.</returns>
    /// <exception cref="ArgumentException">A length does not fit its width and height.</exception>
    public static bool Normalize(ReadOnlySpan<byte> pixels, int width, int height, Span<byte> image)
    {
        GrayImage.CheckLength(pixels.Length, width, height);
        float[] ink = new float[pixels.Length];
        for (int i = 0; i < ink.Length; i++) ink[i] = pixels[i];
        return Normalize(ink, width, height, image);
    }

    /// <summary>Normalises ink that is bright on black. The brightest pixel becomes full ink, whatever the scale.</summary>
    /// <param name="pixels">Row by row, 0 for no ink; numbers below 0 and NaN count as none.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="image">The 784 pixels of the result, overwritten, 0 to 255.</param>
    /// <returns>Whether there is any ink; without it, the result is blank.</returns>
    /// <exception cref="ArgumentException">A length does not fit its width and height.</exception>
    public static bool Normalize(ReadOnlySpan<float> pixels, int width, int height, Span<byte> image)
    {
        GrayImage.CheckLength(pixels.Length, width, height);
        if (image.Length < Size * Size) throw Refusal.Argument($"The result needs {Size * Size} pixels; there is room for {image.Length}.");
        image = image[..(Size * Size)];
        if (!InkBounds.TryFind(pixels, width, out var bounds))
        {
            image.Clear();
            return false;
        }

        float scale = MnistFrame.Box / (float)Math.Max(bounds.Width, bounds.Height);
        int columns = Math.Max(1, (int)MathF.Ceiling(bounds.Width * scale - 1e-3f));
        int rows = Math.Max(1, (int)MathF.Ceiling(bounds.Height * scale - 1e-3f));
        float[] ink = AreaResampler.Resample(pixels, width, bounds, scale, columns, rows);
        for (int i = 0; i < ink.Length; i++) ink[i] = Math.Min(1, ink[i] / bounds.Brightest);
        MnistFrame.Center(ink, columns, rows, image);
        return true;
    }

    /// <summary>
    /// Normalises a picture as it comes: a scan, a photograph or a drawing of any size, dark ink on light paper or light
    /// ink on dark. The paper is taken to be what most of the picture's border shows; its own shade and grain are removed,
    /// and so are specks of dust, ruled lines, and what comes in from the border. Of several digits, it is the largest.
    /// </summary>
    /// <param name="picture">The picture.</param>
    /// <returns>28×28 pixels, bright ink on black; all black when nothing is drawn.</returns>
    public static GrayImage Normalize(GrayImage picture) =>
        Find(picture, one: true) is [var digit] ? digit.Image : new GrayImage(Size, Size, new byte[Size * Size]);

    /// <summary>Finds every digit of a picture as it comes, and normalises each.</summary>
    /// <param name="picture">The picture, as <see cref="Normalize(GrayImage)"/> takes it.</param>
    /// <returns>The digits in the order in which they are read, row by row from left to right; none where nothing is drawn.</returns>
    /// <exception cref="InvalidDataException">Digits touch each other, so that they cannot be told apart.</exception>
    public static IReadOnlyList<FoundDigit> FindDigits(GrayImage picture) => Find(picture, one: false);

    /// <summary>Finds the largest digit of a picture as it comes, with what lies near it, and normalises it.</summary>
    /// <param name="picture">The picture, as <see cref="Normalize(GrayImage)"/> takes it.</param>
    /// <returns>The digit; null where nothing is drawn.</returns>
    public static FoundDigit? FindLargestDigit(GrayImage picture) => Find(picture, one: true).SingleOrDefault();

    private static List<FoundDigit> Find(GrayImage picture, bool one)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var (small, across, down) = Reduce(picture);
        var digits = new List<FoundDigit>();
        foreach (var digit in DigitFinder.Find(small, one))
        {
            if (!InkBounds.TryFind(digit.Ink, digit.Width, out var bounds)) continue;
            byte[] image = new byte[Size * Size];
            Normalize(digit.Ink, digit.Width, digit.Ink.Length / digit.Width, image);
            digits.Add(new FoundDigit(
                new GrayImage(Size, Size, image),
                (digit.Left + bounds.Left) * across, (digit.Top + bounds.Top) * down, bounds.Width * across, bounds.Height * down));
        }

        return digits;
    }

    /// <summary>
    /// Makes a large picture smaller by a whole number, each pixel the mean of a square. What is lost would be lost anyway,
    /// and with it goes the grain of a photograph. A picture five hundred times as long as it is wide shows no digit; it is shortened.
    /// </summary>
    private static (GrayImage Picture, int Across, int Down) Reduce(GrayImage picture)
    {
        int factor = Math.Max(picture.Width, picture.Height) / LongestSide;
        if (factor < 2) return (picture, 1, 1);
        int across = picture.Width < factor ? 1 : factor, down = picture.Height < factor ? 1 : factor;
        int width = picture.Width / across, height = picture.Height / down, count = across * down;

        byte[] pixels = new byte[width * height];
        for (int i = 0; i < pixels.Length; i++)
        {
            int corner = i / width * down * picture.Width + i % width * across;
            int sum = 0;
            for (int y = 0; y < down; y++)
            {
                foreach (byte pixel in picture.Pixels.AsSpan(corner + y * picture.Width, across)) sum += pixel;
            }

            pixels[i] = (byte)((sum + count / 2) / count);
        }

        return (new GrayImage(width, height, pixels), across, down);
    }
}
