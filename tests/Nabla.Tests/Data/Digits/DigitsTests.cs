using System.Security.Cryptography;

namespace Nabla.Tests;

public sealed class DigitsTests
{
    private static readonly Dataset Many = Digits.Make(4_000, seed: 3);

    [Fact]
    public void They_are_images_of_ten_classes()
    {
        Assert.Equal((28, 28, 10), (Many.Width, Many.Height, Many.Classes));
        Assert.Equal("built-in digits: 4,000 examples, 28×28 pixels, 10 classes", Many.ToString());
    }

    [Theory]
    [InlineData(1UL, "72FA6D2B7C214506")]
    [InlineData(2UL, "0FB8BB8C823B293C")]
    public void A_seed_means_the_same_bytes_on_every_machine_and_in_every_version(ulong seed, string digest)
    {
        var digits = Digits.Make(1_000, seed);
        byte[] labels = Array.ConvertAll(digits.Labels.ToArray(), label => (byte)label);
        Assert.Equal(digest, Convert.ToHexString(SHA256.HashData([.. digits.Pixels, .. labels]))[..16]);
    }

    [Fact]
    public void An_image_is_the_same_however_many_are_made_and_on_however_many_threads()
    {
        foreach (int threads in new[] { 1, 2, 5 })
        {
            var few = Digits.Draw(300, seed: 3, RngStream.TrainDigits, threads);
            Assert.Equal(Many.Labels[..300], few.Labels);
            Assert.Equal(Many.Pixels[..few.Pixels.Length], few.Pixels);
        }

        var (train, test) = Digits.Load(seed: 3, train: 20, test: 30);
        Assert.Equal((20, 30), (train.Count, test.Count));
        Assert.Equal(Many.Pixels[..train.Pixels.Length], train.Pixels);
    }

    [Fact]
    public void No_image_occurs_twice_neither_for_learning_nor_for_testing_nor_under_another_seed()
    {
        var (train, test) = Digits.Load(seed: 3, train: 3_000, test: 3_000);
        var images = new HashSet<string>(StringComparer.Ordinal);
        foreach (var set in new[] { train, test, Digits.Make(3_000, seed: 4) })
        {
            for (int i = 0; i < set.Count; i++) Assert.True(images.Add(Convert.ToHexString(set.Image(i))));
        }
    }

    [Fact]
    public void Each_class_is_as_likely_as_another()
    {
        // 4,000 draws: 400 of each class, give or take 19.
        int[] counts = new int[10];
        foreach (int label in Many.Labels) counts[label]++;
        Assert.All(counts, count => Assert.InRange(count, 400 - 95, 400 + 95));
    }

    [Fact]
    public void Ink_fits_20_by_20_pixels_and_its_centre_of_mass_is_in_the_middle_pixel()
    {
        for (int i = 0; i < Many.Count; i++)
        {
            var ink = Ink.Of(Many.Image(i), 28);
            Assert.Equal(20, Math.Max(ink.Width, ink.Height));

            // Ink that is very heavy on one side stays in the image, at its border, rather than in the middle.
            if (ink.Left > 0 && ink.Left + ink.Width < 28) Assert.InRange(ink.CenterX, 13.48, 14.52);
            if (ink.Top > 0 && ink.Top + ink.Height < 28) Assert.InRange(ink.CenterY, 13.48, 14.52);
            Assert.InRange(ink.CenterX, 12, 16);
            Assert.InRange(ink.CenterY, 12, 16);
        }
    }

    [Fact]
    public void Ink_is_about_as_much_as_in_MNIST_and_mostly_black_or_white()
    {
        // MNIST's mean is 0.1307 of a pixel.
        double mean = 0, gray = 0;
        foreach (byte pixel in Many.Pixels)
        {
            mean += pixel / 255.0 / Many.Pixels.Length;
            if (pixel is > 0 and < 255) gray += 1.0 / Many.Pixels.Length;
        }

        Assert.InRange(mean, 0.12, 0.14);
        Assert.InRange(gray, 0.08, 0.16);
    }

    [Fact]
    public void Two_of_a_class_are_alike_and_not_the_same()
    {
        // Nearest neighbours by distance, a reader that learns nothing, tell most digits.
        const int Known = 2_000, Asked = 200;
        int right = 0;
        for (int i = 0; i < Asked; i++)
        {
            var image = Many.Image(Known + i).ToArray();
            int nearest = Enumerable.Range(0, Known).MinBy(j => Distance(image, Many.Image(j)));
            Assert.True(Distance(image, Many.Image(nearest)) > 0);
            if (Many.Labels[nearest] == Many.Labels[Known + i]) right++;
        }

        Assert.InRange(right, Asked * 80 / 100, Asked);
    }

    [Fact]
    public void A_number_that_is_too_small_or_too_large_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Digits.Make(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Digits.Make(int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => Digits.Load(train: 1, test: 0));
    }

    [MnistFact]
    public void Who_has_learned_from_them_alone_reads_real_handwriting()
    {
        Assert.True(Mnist.TryFind(out string? folder));
        var real = Idx.Load(
            IdxNames.Require(folder, IdxNames.TrainImages), IdxNames.Require(folder, IdxNames.TrainLabels), classes: 10).Take(5_000);
        var network = Network.Create(784, seed: 1, new Dense(30, Activation.Sigmoid), new Dense(10, Activation.Sigmoid));
        var options = new TrainingOptions { Cost = Cost.HalfQuadratic, Optimizer = new Sgd(3), Epochs = 3 };
        var last = new Trainer(network, Digits.Make(20_000), options).Epochs(real).Last();
        Assert.InRange(last.Test!.Accuracy, 0.85, 1);
    }

    private static long Distance(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        long sum = 0;
        for (int i = 0; i < a.Length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
        return sum;
    }
}
