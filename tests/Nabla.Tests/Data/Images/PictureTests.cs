namespace Nabla.Tests;

/// <summary>Pictures as people have them: scans, photographs and drawings.</summary>
public sealed class PictureTests
{
    private static readonly byte[] Ring = ImageNormalizerTests.Ring(90, 130, 40, 60, 16);
    private static readonly byte[] Expected = Normalized(Ring);

    [Theory]
    [InlineData(0, 255)]
    [InlineData(255, 0)]
    [InlineData(235, 40)]
    [InlineData(120, 200)]
    [InlineData(140, 100)]
    public void Ink_of_any_shade_is_found_on_paper_of_any_other(byte paper, byte ink) =>
        Assert.InRange(ImageNormalizerTests.Difference(Expected, Read(value => paper + (ink - paper) * value / 255.0)), 0, 3);

    [Fact]
    public void Grain_shadow_and_dust_are_not_ink()
    {
        var rng = new Rng(1);
        double[] grain = [.. Enumerable.Range(0, Ring.Length).Select(_ => 5 * rng.NextNormal())];
        int i = 0;
        var photograph = Picture(value =>
        {
            // Darker towards the bottom; one pixel in five hundred is dust.
            double shade = 215 - 25.0 * i / Ring.Length + grain[i] - value * 0.6;
            return i++ % 500 == 3 ? 60 : shade;
        });
        Assert.InRange(ImageNormalizerTests.Difference(Expected, ImageNormalizer.Normalize(photograph).Pixels), 0, 6);
    }

    [Fact]
    public void A_large_picture_gives_what_a_small_one_gives()
    {
        const int Times = 11;
        byte[] large = new byte[Ring.Length * Times * Times];
        for (int i = 0; i < large.Length; i++) large[i] = (byte)(255 - Ring[i / (200 * Times) / Times * 200 + i % (200 * Times) / Times]);
        var picture = new GrayImage(200 * Times, 240 * Times, large);
        Assert.InRange(ImageNormalizerTests.Difference(Expected, ImageNormalizer.Normalize(picture).Pixels), 0, 3);
    }

    [Fact]
    public void A_digit_on_paper_is_read_as_itself()
    {
        // Only the edges, which a scan need not show as we draw them, may become a little darker or lighter.
        var digits = Digits.Make(100, seed: 6);
        for (int i = 0; i < digits.Count; i++)
        {
            byte[] paper = Array.ConvertAll(digits.Image(i).ToArray(), pixel => (byte)(255 - pixel));
            var image = ImageNormalizer.Normalize(new GrayImage(28, 28, paper));
            Assert.InRange(ImageNormalizerTests.Difference(digits.Image(i), image.Pixels), 0, 4);
        }
    }

    [Theory]
    [InlineData(255)]
    [InlineData(0)]
    [InlineData(127)]
    public void Empty_paper_gives_a_blank_image(byte paper)
    {
        var rng = new Rng(1);
        Assert.Equal(new byte[784], Read(_ => paper + 3 * rng.NextNormal(), draw: false));
        Assert.Equal(new byte[784], ImageNormalizer.Normalize(new GrayImage(1, 1, [paper])).Pixels);
    }

    private static byte[] Read(Func<byte, double> shade, bool draw = true) =>
        ImageNormalizer.Normalize(Picture(value => shade(draw ? value : (byte)0))).Pixels;

    private static GrayImage Picture(Func<byte, double> shade) =>
        new(200, 240, Array.ConvertAll(Ring, value => (byte)Math.Clamp(Math.Round(shade(value)), 0, 255)));

    private static byte[] Normalized(byte[] ring)
    {
        byte[] image = new byte[784];
        ImageNormalizer.Normalize(ring, 200, 240, image);
        return image;
    }
}
