namespace Nabla.Tests;

/// <summary>First layers of more inputs than a place of 16 bits reaches, against the reference.</summary>
public class WideInputTests
{
    private const int Block = ushort.MaxValue + 1;

    public static TheoryData<int, int, int, bool> Shapes() => new()
    {
        { Block - 1, 3, 5, false },
        { Block, 3, 5, true },
        { Block + 1, 3, 5, false },
        { Block + 1, 3, 5, true },
        { 70_000, 20, 5, true },
        { 2 * Block, 3, 5, false },
        { 2 * Block + 1, 3, 5, true },

        // Wide enough to go input by input, with few examples and with many.
        { Block + 1, 66, 3, true },
        { Block + 1, 66, 33, false },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Outputs_and_gradient_agree_with_the_reference(int inputs, int neurons, int examples, bool isImages)
    {
        var network = Network.Create(inputs, seed: 5, new Dense(neurons, Activation.Tanh), new Dense(2, Activation.Softmax));
        foreach (ref float weight in network.Layers[0].Weights) weight *= 10;
        var data = Make(inputs, examples, isImages);
        var reference = new ReferenceNetwork<double>(network);
        var traces = Enumerable.Range(0, examples).Select(i => reference.Trace(
            Backpropagation.Convert<double>(data[i].Input), Backpropagation.Convert<double>(data[i].Target), Cost.CrossEntropy));
        var expected = new double[neurons, inputs];
        var outputs = new List<double[]>();
        foreach (var trace in traces)
        {
            outputs.Add(trace.Output);
            for (int j = 0; j < neurons; j++)
            {
                for (int k = 0; k < inputs; k++) expected[j, k] += trace.Layers[0].DCdW[j, k];
            }
        }

        float[]? first = null;
        foreach (int lanes in neurons > 3 ? (int[])[16] : [4, 8, 16])
        {
            var kernel = KernelTests.Run(network, data, Cost.CrossEntropy, lanes);
            var gradient = network.Clone();
            kernel.StoreGradient(gradient);
            for (int i = 0; i < examples; i++) Assert.Equal(outputs[i][0], kernel.Output(i)[0], 1e-5);

            double scale = expected.Cast<double>().Max(Math.Abs), worst = 0;
            for (int j = 0; j < neurons; j++)
            {
                var row = gradient.Layers[0].Row(j);
                for (int k = 0; k < inputs; k++) worst = Math.Max(worst, Math.Abs(expected[j, k] - row[k]));
            }

            Assert.True(worst <= 2e-6 * scale, $"{worst} of {scale} by {lanes} lanes");
            first ??= TestNetworks.Parameters(gradient);
            Assert.True(first.AsSpan().SequenceEqual(TestNetworks.Parameters(gradient)), $"other bits by {lanes} lanes");
        }
    }

    [Fact]
    public void Training_of_wide_images_does_not_depend_on_the_threads()
    {
        string[] digests = [.. new[] { 1, 2, 3 }.Select(threads =>
        {
            var network = Network.Create(Block + 256, seed: 1, new Dense(4, Activation.Tanh), new Dense(2, Activation.Softmax));
            var options = new TrainingOptions { Cost = Cost.CrossEntropy, Optimizer = new Adam(0.01), BatchSize = 4, Epochs = 3, Threads = threads };
            foreach (var _ in new Trainer(network, Make(Block + 256, 12, isImages: true), options).Batches()) { }
            return network.Digest();
        })];
        Assert.Single(digests.Distinct());
    }

    [Fact]
    public void A_pixel_beyond_the_first_block_is_learned()
    {
        // The classes differ by that pixel alone; for places of 16 bits it is the first one.
        int inputs = 256 * 257;
        byte[] pixels = new byte[8 * inputs];
        int[] labels = [0, 1, 0, 1, 0, 1, 0, 1];
        for (int i = 0; i < 8; i++) pixels[i * inputs + (labels[i] == 1 ? Block : 7)] = 255;
        var data = Dataset.FromImages(pixels, labels, 256, 257, 2);
        var network = Network.Create(inputs, seed: 1, new Dense(4, Activation.Tanh), new Dense(2, Activation.Softmax));
        var trainer = new Trainer(network, data, new TrainingOptions { Cost = Cost.CrossEntropy, Optimizer = new Adam(0.05), BatchSize = 4, Epochs = 10 });
        Assert.Equal(1, trainer.Epochs().Last().Train.Accuracy);
        Assert.Equal(labels, Enumerable.Range(0, 8).Select(i => new Predictor(network).Classify(data.Image(i))));
    }

    private static Dataset Make(int inputs, int examples, bool isImages)
    {
        var rng = new Rng(4);
        byte[] pixels = new byte[examples * inputs];
        for (int i = 0; i < examples; i++)
        {
            int[] lit = [.. Enumerable.Range(0, 60).Select(_ => rng.NextInt(inputs)), 0, 1, inputs - 1, Math.Min(inputs, Block) - 1, Math.Min(inputs - 1, Block)];
            foreach (int k in lit) pixels[i * inputs + k] = (byte)(1 + rng.NextInt(255));
        }

        int[] labels = [.. Enumerable.Range(0, examples).Select(i => i % 2)];
        return isImages
            ? Dataset.FromImages(pixels, labels, inputs, 1, 2)
            : Dataset.FromValues(Array.ConvertAll(pixels, x => x / 255f - 0.1f * (x > 0 ? 1 : 0)), labels, inputs, 2);
    }
}
