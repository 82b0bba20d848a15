using System.Globalization;

namespace Nabla.Tests;

/// <summary>A network that has learned on MNIST, before pictures that are not MNIST's.</summary>
public sealed class ForeignPicturesTests(ForeignPicturesTests.Reader reader) : IClassFixture<ForeignPicturesTests.Reader>
{
    [MnistFact]
    public void Five_hundred_pages_are_read_as_well_as_clean_digits_or_nearly()
    {
        string[] kinds = ["ruled", "boxed", "shaded", "edged", "crowded"];
        int clean = 0, read = 0;
        for (int i = 0; i < 500; i++)
        {
            var digit = reader.Test.Image(7 * i);
            int label = reader.Test.Labels[7 * i];
            if (reader.Sees(digit) == label) clean++;
            if (reader.Sees(ImageNormalizer.Normalize(ComposedPage.With(digit, kinds[i % kinds.Length], new Rng(7, (ulong)i)).ToImage()).Pixels) == label) read++;
        }

        Assert.True(read >= 0.95 * clean, $"{read} of {clean}");
    }

    [MnistFact]
    public void Several_digits_are_read_in_order()
    {
        string[] kinds = ["plain", "ruled", "edged"];
        int right = 0;
        const int Rows = 150;
        for (int i = 0; i < Rows; i++)
        {
            var rng = new Rng(11, (ulong)i);
            int[] which = [.. Enumerable.Range(0, 2 + rng.NextInt(5)).Select(_ => rng.NextInt(reader.Test.Count))];
            var picture = ComposedPage.WithRow([.. which.Select(example => reader.Test.Image(example).ToArray())], kinds[i % kinds.Length], rng).ToImage();
            try
            {
                var seen = ImageNormalizer.FindDigits(picture).Select(digit => reader.Sees(digit.Image.Pixels));
                if (seen.SequenceEqual(which.Select(example => (int)reader.Test.Labels[example]))) right++;
            }
            catch (InvalidDataException)
            {
                // Said, not guessed; it counts as not read.
            }
        }

        Assert.True(right >= 0.9 * Rows, $"{right} of {Rows}");
    }

    [MnistFact]
    public void The_table_of_docs_pictures_holds()
    {
        var drawn = Digits.Make(500, seed: 9);
        string[][] rows = [.. File.ReadLines(Path.Combine(Repository.Root, "docs", "pictures.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Where(cells => ForeignDigits.Kinds.Contains(cells[1]))];
        Assert.Equal(ForeignDigits.Kinds, rows.Select(cells => cells[1]));
        Assert.All(rows, cells =>
        {
            // The first of the 400 that the table is of.
            const int Count = 50;
            int right = 0;
            for (int i = 0; i < Count; i++)
            {
                var (picture, label) = ForeignDigits.Make(cells[1], reader.Test, drawn, i);
                if (reader.Sees(ImageNormalizer.Normalize(picture).Pixels) == label) right++;
            }

            double before = double.Parse(cells[2], CultureInfo.InvariantCulture), after = double.Parse(cells[3], CultureInfo.InvariantCulture);
            Assert.True(after >= before - 0.5, $"{cells[1]} is worse than it was");
            Assert.True(Math.Abs(100.0 * right / Count - after) <= 6, $"{cells[1]}: {100.0 * right / Count}, not {after}");
        });
    }

    [MnistFact]
    public void MNIST_itself_is_taken_as_it_always_was()
    {
        byte[] image = new byte[784];
        for (int i = 0; i < 1000; i++)
        {
            float[] ink = Paper.Remove(new GrayImage(28, 28, reader.Test.Image(i).ToArray()), flatten: false);
            Specks.Remove(ink, 28);
            ImageNormalizer.Normalize(ink, 28, 28, image);
            Assert.Equal(image, ImageNormalizer.Normalize(new GrayImage(28, 28, reader.Test.Image(i).ToArray())).Pixels);
        }
    }

    /// <summary>784-64-10, four epochs of MNIST; it reads 97 % of the test digits.</summary>
    public sealed class Reader
    {
        private readonly Lazy<(Dataset Test, Predictor Predictor)> _learned = new(() =>
        {
            var (train, test) = Mnist.Load();
            var network = Network.Create(784, 1, new Dense(64, Activation.Sigmoid), new Dense(10, Activation.Softmax));
            var trainer = new Trainer(network, train, new TrainingOptions { Cost = Cost.CrossEntropy, Optimizer = new Sgd(0.5), Epochs = 4, Seed = 1 });
            Assert.Equal(4, trainer.Epochs().Count());
            return (test, new Predictor(network));
        });

        public Dataset Test => _learned.Value.Test;

        public int Sees(ReadOnlySpan<byte> pixels)
        {
            var outputs = _learned.Value.Predictor.Outputs(pixels);
            int seen = 0;
            for (int j = 1; j < outputs.Length; j++)
            {
                if (outputs[j] > outputs[seen]) seen = j;
            }

            return seen;
        }
    }
}
