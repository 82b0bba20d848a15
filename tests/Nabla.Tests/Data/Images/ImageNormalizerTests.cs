namespace Nabla.Tests;

public sealed class ImageNormalizerTests
{
    private static readonly Dataset Some = Digits.Make(300, seed: 5);

    [Fact]
    public void An_image_that_is_normalised_already_hardly_changes()
    {
        byte[] again = new byte[784];
        for (int i = 0; i < Some.Count; i++)
        {
            Assert.True(ImageNormalizer.Normalize(Some.Image(i), 28, 28, again));
            Assert.InRange(Difference(Some.Image(i), again), 0, 2);
        }
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(1)]
    [InlineData(7.3)]
    [InlineData(10)]
    public void A_drawing_of_any_size_anywhere_gives_the_same_image(double scale)
    {
        byte[] reference = new byte[784], image = new byte[784];
        ImageNormalizer.Normalize(Ring(100, 120, 40, 60, 16), 200, 240, reference);
        int width = (int)(300 * scale), height = (int)(260 * scale);
        byte[] drawing = Ring(90 * scale, 150 * scale, 40 * scale, 60 * scale, 16 * scale, width, height);
        Assert.True(ImageNormalizer.Normalize(drawing, width, height, image));
        Assert.InRange(Difference(reference, image), 0, 5);
    }

    [Theory]
    [InlineData(300, 20)]
    [InlineData(20, 300)]
    [InlineData(3, 3)]
    [InlineData(1, 1)]
    public void Ink_fits_20_by_20_pixels_with_its_proportions_and_its_centre_of_mass_in_the_middle_pixel(int across, int down)
    {
        const int Size = 400;
        byte[] pixels = new byte[Size * Size], image = new byte[784];
        for (int y = 0; y < down; y++) pixels.AsSpan((y + 50) * Size + 70, across).Fill(255);
        Assert.True(ImageNormalizer.Normalize(pixels, Size, Size, image));
        var ink = Ink.Of(image, 28);
        Assert.Equal(20, Math.Max(ink.Width, ink.Height));
        Assert.Equal((int)Math.Ceiling(20.0 * Math.Min(across, down) / Math.Max(across, down)), Math.Min(ink.Width, ink.Height));
        Assert.InRange(ink.CenterX, 13.49, 14.51);
        Assert.InRange(ink.CenterY, 13.49, 14.51);
    }

    [Fact]
    public void A_blank_image_stays_blank_and_is_reported()
    {
        byte[] image = [.. Enumerable.Repeat((byte)9, 784)];
        Assert.False(ImageNormalizer.Normalize(new byte[50], 10, 5, image));
        Assert.Equal(new byte[784], image);
        Assert.False(ImageNormalizer.Normalize([float.NaN, -1, 0, float.NegativeInfinity], 2, 2, image));
        Assert.Equal(new byte[784], image);
    }

    [Fact]
    public void Numbers_are_read_in_any_scale_and_what_is_no_number_is_no_ink()
    {
        byte[] one = new byte[784], other = new byte[784];
        ImageNormalizer.Normalize([0, 1, 0.5f, 0, 0, 1], 2, 3, one);
        ImageNormalizer.Normalize([float.NaN, 1e6f, 5e5f, -3, -1, 1e6f], 2, 3, other);
        Assert.Equal(one, other);
    }

    [Fact]
    public void Lengths_that_do_not_fit_are_refused()
    {
        byte[] image = new byte[784];
        Assert.Throws<ArgumentException>(() => ImageNormalizer.Normalize(new byte[5], 2, 2, image));
        Assert.Throws<ArgumentException>(() => ImageNormalizer.Normalize(new byte[4], 2, 2, new byte[783]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ImageNormalizer.Normalize(new byte[4], 0, 2, image));
    }

    internal static double Difference(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++) sum += Math.Abs(a[i] - b[i]);
        return sum / a.Length;
    }

    /// <summary>An ellipse drawn with a round pen that is pressed harder at the bottom right, bright on black.</summary>
    internal static byte[] Ring(double x, double y, double across, double down, double pen, int width = 200, int height = 240)
    {
        byte[] pixels = new byte[width * height];
        for (int step = 0; step < 400; step++)
        {
            var (sin, cos) = Math.SinCos(step * Math.Tau / 400);
            double dotX = x + across * cos, dotY = y + down * sin;
            for (int py = (int)Math.Max(0, dotY - pen); py < Math.Min(height, dotY + pen + 1); py++)
            {
                for (int px = (int)Math.Max(0, dotX - pen); px < Math.Min(width, dotX + pen + 1); px++)
                {
                    double cover = pen * (0.4 + 0.05 * cos + 0.05 * sin) - double.Hypot(px + 0.5 - dotX, py + 0.5 - dotY) + 0.5;
                    ref byte pixel = ref pixels[py * width + px];
                    pixel = Math.Max(pixel, (byte)(255 * Math.Clamp(cover, 0, 1)));
                }
            }
        }

        return pixels;
    }
}
