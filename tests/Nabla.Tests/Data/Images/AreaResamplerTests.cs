namespace Nabla.Tests;

public sealed class AreaResamplerTests
{
    [Fact]
    public void The_same_size_gives_the_same_pixels()
    {
        float[] pixels = [1, 2, 3, 4, 5, 6];
        Assert.Equal(pixels, AreaResampler.Resample(pixels, 3, new InkBounds(0, 0, 3, 2, 6), 1, 3, 2));
        Assert.Equal([5, 6], AreaResampler.Resample(pixels, 3, new InkBounds(1, 1, 2, 1, 6), 1, 2, 1));
    }

    [Fact]
    public void A_smaller_pixel_is_the_mean_of_its_area()
    {
        // Rows and columns of 2½ pixels, worked out by hand for one of the four.
        float[] pixels = [.. Enumerable.Range(0, 25).Select(i => (float)(i * i % 17))];
        float[] small = AreaResampler.Resample(pixels, 5, new InkBounds(0, 0, 5, 5, 16), 0.4f, 2, 2);
        float whole = pixels[0] + pixels[1] + pixels[5] + pixels[6];
        float half = pixels[2] + pixels[7] + pixels[10] + pixels[11];
        Assert.Equal((whole + 0.5f * half + 0.25f * pixels[12]) / 6.25f, small[0], 1e-5);
        Assert.Equal(pixels.Average(), small.Average(), 1e-5);
    }

    [Fact]
    public void A_larger_image_is_interpolated_linearly_with_paper_around_it()
    {
        float[] large = AreaResampler.Resample([51, 255], 2, new InkBounds(0, 0, 2, 1, 255), 10, 20, 10);
        for (int i = 0; i < large.Length; i++)
        {
            double x = (i % 20 + 0.5) / 10, y = (i / 20 + 0.5) / 10;
            double across = x < 0.5 ? 51 * (x + 0.5) : x < 1.5 ? 51 + 204 * (x - 0.5) : 255 * (2.5 - x);
            double down = 1 - Math.Abs(y - 0.5);
            Assert.Equal(across * down, large[i], 1e-3);
        }
    }
}
