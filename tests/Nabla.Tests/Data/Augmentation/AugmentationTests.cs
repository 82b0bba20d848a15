using System.Security.Cryptography;

namespace Nabla.Tests;

public class AugmentationTests
{
    private const ulong Seed = 5;

    private static readonly Augmentation All = Augmentation.Parse("elastic,rotate=15,shift=2,scale=0.15");

    [Fact]
    public void Nothing_set_changes_nothing()
    {
        var digits = Digits.Make(20, 1);
        Assert.Equal(digits.Pixels.ToArray(), Varied(new Augmentation(), digits).Pixels.ToArray());
    }

    [Theory]
    [InlineData("elastic")]
    [InlineData("elastic=60,sigma=3")]
    [InlineData("rotate=40")]
    [InlineData("shift=3.5")]
    [InlineData("scale=0.3")]
    [InlineData("elastic,rotate,shift,scale")]
    public void Every_pixel_is_what_the_equation_says(string how)
    {
        var augmentation = Augmentation.Parse(how);
        var digits = Digits.Make(8, 3);
        var varied = Varied(augmentation, digits, epoch: 4);
        int different = 0;
        for (int i = 0; i < digits.Count; i++)
        {
            double[] expected = Naive(augmentation, digits, i, 4);
            for (int p = 0; p < expected.Length; p++)
            {
                Assert.InRange(varied.Image(i)[p], expected[p] - 0.51, expected[p] + 0.51);
                different += varied.Image(i)[p] == digits.Image(i)[p] ? 0 : 1;
            }
        }

        Assert.True(different > 500);
    }

    [Theory]
    [InlineData(5, 9)]
    [InlineData(17, 3)]
    [InlineData(1, 1)]
    public void Images_of_any_size_go(int width, int height)
    {
        var rng = new Rng(1);
        byte[] pixels = [.. Enumerable.Range(0, 6 * width * height).Select(_ => (byte)rng.NextInt(256))];
        var data = Dataset.FromImages(pixels, [0, 1, 0, 1, 0, 1], width, height, 2);
        var augmentation = Augmentation.Parse("elastic=5,sigma=6,rotate=180,scale=0.9,shift=4");
        var varied = Varied(augmentation, data, 1);
        for (int i = 0; i < data.Count; i++)
        {
            double[] expected = Naive(augmentation, data, i, 1);
            for (int p = 0; p < expected.Length; p++) Assert.InRange(varied.Image(i)[p], expected[p] - 0.6, expected[p] + 0.6);
        }
    }

    [Fact]
    public void Displacements_are_as_large_as_the_theory_of_smoothed_noise_says()
    {
        // Even draws have a deviation of 1/√3; a Gaussian of σ in two dimensions leaves 1/(2σ√π) of it.
        var field = new ElasticField(28, 28, 4);
        var rng = new Rng(1);
        double sum = 0, squares = 0;
        const int Fields = 400;
        for (int i = 0; i < Fields; i++)
        {
            field.Draw(rng);
            for (int y = 0; y < 28; y++)
            {
                foreach (float d in field.Row(y)) (sum, squares) = (sum + d, squares + d * d);
            }
        }

        double deviation = Math.Sqrt(squares / (Fields * 784.0)), expected = 1 / Math.Sqrt(3) / (2 * 4 * Math.Sqrt(Math.PI));
        Assert.InRange(deviation / expected, 0.97, 1.03);
        Assert.InRange(sum / (Fields * 784.0) / expected, -0.05, 0.05);
    }

    [Fact]
    public void Seed_epoch_and_example_decide_and_nothing_else()
    {
        var digits = Digits.Make(6, 1);
        var whole = Varied(All, digits);
        var some = All.Apply(digits, [4, 1], Seed, 1);
        Assert.Equal(whole.Image(4).ToArray(), some.Image(0).ToArray());
        Assert.Equal(whole.Image(1).ToArray(), some.Image(1).ToArray());
        Assert.Equal([digits.Labels[4], digits.Labels[1]], some.Labels.ToArray());
        Assert.NotEqual(whole.Pixels.ToArray(), Varied(All, digits, epoch: 2).Pixels.ToArray());
        Assert.NotEqual(whole.Pixels.ToArray(), All.Apply(digits, [0, 1, 2, 3, 4, 5], Seed + 1, 1).Pixels.ToArray());
    }

    [Fact]
    public void The_bits_are_the_same_on_every_machine()
    {
        var rng = new Rng(9);
        byte[] pixels = [.. Enumerable.Range(0, 20 * 784).Select(_ => (byte)(rng.NextUInt64() & 255))];
        var noise = Dataset.FromImages(pixels, [.. Enumerable.Repeat(0, 20)], 28, 28, 1);
        Assert.Equal("727abe60bcf7005177e3139167cc1820db8c2d50", Convert.ToHexStringLower(SHA256.HashData(Varied(All, noise).Pixels))[..40]);
    }

    [Theory]
    [InlineData("elastic", "elastic=34")]
    [InlineData("rotate, shift ,scale", "rotate=15,shift=2,scale=0.15")]
    [InlineData("scale=0.2,elastic=8.5,sigma=3", "elastic=8.5,sigma=3,scale=0.2")]
    public void What_is_written_is_read(string text, string written)
    {
        Assert.Equal(written, Augmentation.Parse(text).ToString());
        Assert.Equal(Augmentation.Parse(text), Augmentation.Parse(written));
    }

    [Theory]
    [InlineData("", "known: elastic, sigma, rotate, shift, scale")]
    [InlineData("blur", "'blur' is no augmentation")]
    [InlineData("shift,shift=3", "twice")]
    [InlineData("shift=far", "write shift=2")]
    [InlineData("shift=-1", "0 or more")]
    [InlineData("rotate=181", "from 0 to 180")]
    [InlineData("scale=1", "less than 1")]
    [InlineData("elastic=NaN", "0 or more")]
    [InlineData("sigma=0", "at most 100")]
    public void What_makes_no_sense_is_refused(string text, string says) =>
        Assert.Contains(says, Assert.Throws<FormatException>(() => Augmentation.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Only_images_can_be_varied()
    {
        var numbers = TestNetworks.Data(5);
        Assert.Contains("numbers, not images", Assert.Throws<ArgumentException>(() => All.Apply(numbers, [0], 1, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("numbers, not images", Assert.Single(new TrainingOptions { Augmentation = All }.Problems(TestNetworks.Make("sigmoid", "sigmoid", 2), numbers)).ToString(),
            StringComparison.Ordinal);
    }

    private static Dataset Varied(Augmentation augmentation, Dataset data, int epoch = 1) =>
        augmentation.Apply(data, [.. Enumerable.Range(0, data.Count)], Seed, epoch);

    /// <summary>The definition, pixel by pixel in double precision: the convolution as a sum over a plane tiled with the field.</summary>
    private static double[] Naive(Augmentation how, Dataset data, int example, int epoch)
    {
        int width = data.Width, height = data.Height;
        var rng = new Rng(Seed, RngStream.Variations, ((ulong)epoch << 32) + (ulong)example);
        double tx = rng.NextDouble(-how.Shift, how.Shift), ty = rng.NextDouble(-how.Shift, how.Shift);
        double angle = rng.NextDouble(-how.Rotation, how.Rotation) * Math.PI / 180;
        double sx = rng.NextDouble(1 - how.Scale, 1 + how.Scale), sy = rng.NextDouble(1 - how.Scale, 1 + how.Scale);
        double[] dx = how.Elastic > 0 ? Field() : new double[width * height], dy = how.Elastic > 0 ? Field() : new double[width * height];
        double[] result = new double[width * height];
        double cx = (width - 1) / 2.0, cy = (height - 1) / 2.0;
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                double px = x - cx - tx, py = y - cy - ty;
                double u = (Math.Cos(angle) * px + Math.Sin(angle) * py) / sx + cx + how.Elastic * dx[y * width + x];
                double v = (-Math.Sin(angle) * px + Math.Cos(angle) * py) / sy + cy + how.Elastic * dy[y * width + x];
                int left = (int)Math.Floor(u), top = (int)Math.Floor(v);
                double r = u - left, b = v - top;
                result[y * width + x] = (1 - r) * (1 - b) * At(left, top) + r * (1 - b) * At(left + 1, top)
                    + (1 - r) * b * At(left, top + 1) + r * b * At(left + 1, top + 1);
            }
        }

        return result;

        double At(int x, int y) => x < 0 || y < 0 || x >= width || y >= height ? 0 : data.Image(example)[y * width + x];

        double[] Field()
        {
            double[] noise = new double[width * height];
            for (int y = 0; y < height; y++)
            {
                ulong bits = 0;
                for (int x = 0; x < width; x++, bits >>= 16)
                {
                    if (x % 4 == 0) bits = rng.NextUInt64();
                    noise[y * width + x] = ((short)(bits & 0xFFFF) + 0.5) / 32768;
                }
            }

            int reach = (int)Math.Ceiling(3 * how.Smoothness);
            double[] smooth = new double[noise.Length];
            for (int p = 0; p < noise.Length; p++)
            {
                double total = 0;
                for (int j = -reach; j <= reach; j++)
                {
                    for (int i = -reach; i <= reach; i++)
                    {
                        double weight = Math.Exp(-(i * i + j * j) / (2 * how.Smoothness * how.Smoothness));
                        int x = ((p % width + i) % width + width) % width, y = ((p / width + j) % height + height) % height;
                        smooth[p] += weight * noise[y * width + x];
                        total += weight;
                    }
                }

                smooth[p] /= total;
            }

            return smooth;
        }
    }
}
