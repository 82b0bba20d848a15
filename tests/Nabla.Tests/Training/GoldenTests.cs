namespace Nabla.Tests;

/// <summary>Training, step by step, against a NumPy program that shares no code with ours.</summary>
public class GoldenTests
{
    [Fact]
    public void Order_of_an_epoch_is_the_oracles()
    {
        var order = new EpochOrder(12, seed: 7);
        order.Shuffle(1);
        Assert.Equal(Golden.Load().Order12Seed7Epoch1, order.Slice(0, 12).ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_step_of_a_run_is_the_oracles(int which)
    {
        var golden = Golden.Load().Runs[which];
        var network = MakeNetwork(golden);
        var trainer = new Trainer(network, MakeData(golden), new TrainingOptions
        {
            Cost = Cost.Parse(golden.Cost), Optimizer = new Sgd(golden.Eta), L2 = golden.L2,
            BatchSize = golden.BatchSize, Epochs = golden.Epochs, Seed = golden.Seed,
        });
        int step = 0;
        foreach (var report in trainer.Batches())
        {
            Assert.Equal(golden.Steps[step].Cost, report.Cost, 1e-5 * Math.Max(1, golden.Steps[step].Cost));
            float[] parameters = TestNetworks.Parameters(trainer.Network);
            for (int i = 0; i < parameters.Length; i++) Assert.Equal(golden.Steps[step].Parameters[i], parameters[i], 1e-5);
            step++;
        }

        Assert.Equal(golden.Steps.Length, step);
        Assert.Equal(TrainingState.Finished, trainer.State);
    }

    // The same whole-number formulas as in golden.py.
    private static Network MakeNetwork(Golden.Run run)
    {
        int last = run.Sizes.Length - 2;
        var network = new Network(Enumerable.Range(0, last + 1).Select(l =>
            new DenseLayer(run.Sizes[l], run.Sizes[l + 1], Activation.Parse(l == last ? run.Output : run.Hidden))));
        for (int l = 0; l <= last; l++)
        {
            var layer = network.Layers[l];
            for (int j = 0; j < layer.Outputs; j++)
            {
                layer.Biases[j] = ((j * 3 + l) % 7 - 3) / 8f;
                for (int k = 0; k < layer.Inputs; k++) layer[j, k] = ((j * 13 + k * 7 + l * 5) % 23 - 11) / 16f;
            }
        }

        return network;
    }

    private static Dataset MakeData(Golden.Run run)
    {
        int inputs = run.Sizes[0];
        float[] values = new float[run.Examples * inputs];
        for (int i = 0; i < run.Examples; i++)
        {
            for (int k = 0; k < inputs; k++)
            {
                float x = (i * 37 + k * 11 + i * k) % 17 / 16f;
                values[i * inputs + k] = x < 0.25f ? 0 : x;
            }
        }

        int[] labels = [.. Enumerable.Range(0, run.Examples).Select(i => (i * 5 + 2) % run.Sizes[^1])];
        return Dataset.FromValues(values, labels, inputs, run.Sizes[^1]);
    }
}
