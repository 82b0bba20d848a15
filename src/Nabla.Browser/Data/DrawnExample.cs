namespace Nabla.Browser;

/// <summary>What was drawn or photographed, as the network gets it.</summary>
/// <param name="Pixels">28×28 pixels.</param>
/// <param name="IsBlank">Whether nothing is drawn.</param>
/// <param name="Label">What it is meant to be; null where nobody said.</param>
internal sealed record DrawnExample(byte[] Pixels, bool IsBlank, int? Label)
{
    private const int Size = ImageNormalizer.Size;
    private const int LongestSide = 2000;

    public static DrawnExample Of(byte[] pixels, int width, int height, bool normalise, int? label)
    {
        Check(pixels.Length, width, height);
        byte[] image = new byte[Size * Size];
        if (normalise) return new DrawnExample(image, !ImageNormalizer.Normalize(pixels, width, height, image), label);

        float[] small = AreaResampler.Resample(new GrayImage(width, height, pixels), Size, Size);
        for (int i = 0; i < image.Length; i++) image[i] = (byte)Math.Clamp(small[i] + 0.5f, 0, 255);
        return new DrawnExample(image, !pixels.AsSpan().ContainsAnyExcept((byte)0), label);
    }

    internal static void Check(int count, int width, int height)
    {
        if (width is < 1 or > LongestSide || height is < 1 or > LongestSide || count != width * height)
            throw Refusal.Argument($"A drawing of {width}×{height} needs as many pixels, and no side longer than {LongestSide}; {count} were given.");
    }
}
