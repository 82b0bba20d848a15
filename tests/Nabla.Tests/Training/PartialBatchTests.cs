namespace Nabla.Tests;

public class PartialBatchTests
{
    [Theory]
    [InlineData(0, 3)]
    [InlineData(2, 0)]
    [InlineData(2, 3)]
    public void Regularisation_is_whole_in_a_last_smaller_mini_batch_too(double l1, double l2)
    {
        // Ten examples in fours: 4, 4, 2. With μ = 0 a step is −η times the mean gradient of its two, plus (λ₂·w + λ₁·sign w)/n.
        var options = new TrainingOptions
        {
            Optimizer = new Momentum(0.5) { Mu = 0 }, BatchSize = 4, Epochs = 1, Seed = 11, L1 = l1, L2 = l2,
        };
        var data = TestNetworks.Data(10);
        var trainer = new Trainer(TestNetworks.Make("sigmoid", "sigmoid", 3), data, options);
        var before = trainer.Network.Clone();
        foreach (var report in trainer.Batches())
        {
            if (report.Step == 3) break;
            before = trainer.Network.Clone();
        }

        var order = new EpochOrder(10, options.Seed);
        order.Shuffle(1);
        var gradient = Backpropagation.Gradient<double>(before, [.. order.Slice(8, 2).ToArray().Select(i => data[i])], options.Cost);
        for (int l = 0; l < before.Layers.Count; l++)
        {
            var (was, now) = (before.Layers[l], trainer.Network.Layers[l]);
            for (int j = 0; j < was.Outputs; j++)
            {
                Assert.Equal(was.Biases[j] - 0.5 * gradient.Biases[l][j], now.Biases[j], 1e-6);
                for (int k = 0; k < was.Inputs; k++)
                {
                    double w = was[j, k], slope = gradient.Weights[l][j, k] + (l2 * w + l1 * Math.Sign(w)) / 10;
                    Assert.Equal(w - 0.5 * slope, now[j, k], 1e-6);
                }
            }
        }
    }
}
