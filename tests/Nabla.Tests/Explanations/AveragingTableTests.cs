namespace Nabla.Tests;

public class AveragingTableTests
{
    private static readonly Dataset Data = TestNetworks.Data(60);

    [Theory]
    [InlineData("sigmoid", "sigmoid", "quadratic")]
    [InlineData("relu", "softmax", "cross-entropy")]
    public void Mean_is_the_trainers_gradient(string hidden, string output, string cost)
    {
        var network = TestNetworks.Make(hidden, output, 3);
        var table = AveragingTable.Of(network, Data.Take(12), [.. Enumerable.Range(0, 12)], Cost.Parse(cost));

        // One step of gradient descent on just these examples, read backward: ∂C/∂θ = (θ before − θ after)/η.
        float[] before = TestNetworks.Parameters(network);
        var options = new TrainingOptions { Cost = Cost.Parse(cost), BatchSize = 12, Epochs = 1, Optimizer = new Sgd(1) };
        var trainer = new Trainer(network.Clone(), Data.Take(12), options);
        Assert.Single(trainer.Batches());
        float[] after = TestNetworks.Parameters(trainer.Network);

        Assert.Equal(network.ParameterCount, table.Means.Count);
        for (int p = 0; p < before.Length; p++) Assert.Equal((double)before[p] - after[p], table.Means[p], 1e-6);
        Assert.InRange(table.LargestDifference, 0, 1e-6);
    }

    [Fact]
    public void Rows_are_the_strongest_and_hold_every_examples_own_derivative()
    {
        var network = TestNetworks.Make("tanh", "sigmoid", 2);
        int[] batch = [7, 3, 50];

        var table = AveragingTable.Of(network, Data, batch, Cost.Quadratic, rows: 5);

        Assert.Equal(5, table.Rows.Count);
        Assert.Equal(table.Means.Max(Math.Abs), Math.Abs(table.Rows[0].Mean), 1e-15);
        foreach (var row in table.Rows)
        {
            Assert.Equal(row.Derivatives.Average(), row.Mean, 1e-15);
            for (int e = 0; e < batch.Length; e++)
            {
                var (layer, j, k) = row.Parameter;
                var trace = Backpropagation.Trace(network, Data[batch[e]], Cost.Quadratic).Layers[layer - 1];
                Assert.Equal(k is null ? trace.DCdB[j] : trace.DCdW[j, k.Value], row.Derivatives[e]);
            }
        }
    }

    [Fact]
    public void More_examples_point_better_along_the_full_gradient()
    {
        var network = TestNetworks.Make("sigmoid", "sigmoid", 2);

        var table = AveragingTable.Of(network, Data, [.. Enumerable.Range(0, 60)], Cost.Quadratic);

        Assert.Equal(1, table.Cosine!.Value, 1e-6);
        Assert.All(table.Rows, row => Assert.Equal(row.Mean, row.Full, 1e-6));
        Assert.Equal(table.Mattering, table.SameSigns);
        Assert.Equal(table.FullLength, table.Length, 1e-6);
        Assert.True(table.ExampleCosines.Average() < 0.95);
        Assert.Equal(60, table.FullExamples);
        Assert.Equal(Evaluator.Evaluate(network, Data, Cost.Quadratic).Cost, table.Costs.Average(), 1e-6);
    }

    [Fact]
    public void Signs_are_compared_with_those_of_the_gradient_of_all()
    {
        var network = TestNetworks.Make("sigmoid", "sigmoid", 2);
        double[] full = Flat(Enumerable.Range(0, 60)), mean = Flat([3, 8, 21]);
        int[] mattering = [.. Enumerable.Range(0, full.Length).OrderByDescending(p => Math.Abs(full[p])).Take(100)];

        var table = AveragingTable.Of(network, Data, [3, 8, 21], Cost.Quadratic);

        Assert.Equal(mattering.Length, table.Mattering);
        Assert.Equal(mattering.Count(p => full[p] > 0 == mean[p] > 0), table.SameSigns);

        double[] Flat(IEnumerable<int> examples)
        {
            var gradient = Backpropagation.Gradient<double>(network, [.. examples.Select(i => Data[i])], Cost.Quadratic);
            return [.. gradient.Weights.SelectMany(weights => weights.Cast<double>()), .. gradient.Biases.SelectMany(biases => biases)];
        }
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var network = TestNetworks.Make("sigmoid", "sigmoid", 2);
        Assert.Throws<ArgumentException>(() => AveragingTable.Of(network, Data, [], Cost.Quadratic));
        Assert.Throws<ArgumentOutOfRangeException>(() => AveragingTable.Of(network, Data, [60], Cost.Quadratic));
        Assert.Throws<ArgumentException>(() => AveragingTable.Of(network, TestNetworks.Data(3, inputs: 4), [0], Cost.Quadratic));
        Assert.Throws<ArgumentException>(() => AveragingTable.Of(network, Data, [0], Cost.CrossEntropy));
    }
}
