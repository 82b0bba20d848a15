namespace Nabla.Tests;

public class DropOutTests
{
    private const int Hidden = 30, Slots = 3;
    private const float Probability = 0.4f;

    [Fact]
    public void Gradient_is_that_of_the_network_whose_dropped_neurons_lead_nowhere()
    {
        var network = Network.Create(11, seed: 3, new Dense(Hidden, Activation.Tanh), new Dense(5, Activation.Softmax));
        var data = TestNetworks.Data(Slots);
        for (int slot = 0; slot < Slots; slot++)
        {
            float[] factors = Factors(slot);
            Assert.Contains(0, factors);
            Assert.Contains(1 / (1 - Probability), factors);

            // What a hidden neuron says counts `factor` times: as if its outgoing weights were so much larger.
            var thinned = network.Clone();
            for (int k = 0; k < Hidden; k++)
            {
                for (int j = 0; j < 5; j++) thinned.Layers[1][j, k] *= factors[k];
            }

            var expected = Backpropagation.Gradient<double>(thinned, [data[slot]], Cost.CrossEntropy);
            var seen = Gradient(network, data, slot);
            for (int j = 0; j < Hidden; j++)
            {
                Assert.Equal(expected.Biases[0][j], seen.Layers[0].Biases[j], 1e-5);
                for (int k = 0; k < 11; k++) Assert.Equal(expected.Weights[0][j, k], seen.Layers[0][j, k], 1e-5);
            }

            for (int j = 0; j < 5; j++)
            {
                for (int k = 0; k < Hidden; k++) Assert.Equal(factors[k] * expected.Weights[1][j, k], seen.Layers[1][j, k], 1e-5);
            }
        }
    }

    [Fact]
    public void A_neuron_that_is_left_out_of_a_step_does_not_learn_and_every_step_leaves_out_others()
    {
        var left = LeftOut(seed: 1);
        Assert.Equal(60, left.Select(step => string.Join(',', step)).Distinct().Count());
        for (int j = 0; j < Hidden; j++) Assert.InRange(left.Count(step => step.Contains(j)), 5, 45);
        Assert.NotEqual(left[0], LeftOut(seed: 2)[0]);
    }

    /// <summary>The hidden neurons that stay as they are, step by step.</summary>
    private static List<int[]> LeftOut(ulong seed)
    {
        var network = Network.Create(11, seed: 3, new Dense(Hidden, Activation.Tanh), new Dense(5, Activation.Softmax));
        var options = new TrainingOptions
        {
            Cost = Cost.CrossEntropy, Optimizer = new Sgd(0.01), Epochs = 60, BatchSize = 1, Seed = seed, DropOut = Probability,
        };
        var trainer = new Trainer(network, TestNetworks.Data(1), options);
        float[] before = [.. network.Layers[0].Biases];
        return [.. trainer.Batches().Select(_ =>
        {
            float[] now = [.. trainer.Network.Layers[0].Biases];
            int[] same = [.. Enumerable.Range(0, Hidden).Where(j => now[j] == before[j])];
            before = now;
            return same;
        })];
    }

    /// <summary>What each hidden neuron of a slot counts: hidden neurons of 1, each with an output of its own that repeats it.</summary>
    private static float[] Factors(int slot)
    {
        var probe = new Network(new DenseLayer(11, Hidden, Activation.Identity), new DenseLayer(Hidden, Hidden, Activation.Identity));
        probe.Layers[0].Biases.Fill(1);
        for (int j = 0; j < Hidden; j++) probe.Layers[1][j, j] = 1;
        var kernel = NetworkKernel.Create(probe, Cost.Quadratic, Slots);
        for (int e = 0; e < Slots; e++) kernel.SetInput(e, new float[11]);
        kernel.DropOut(Probability, draw: 17);
        kernel.Forward(Slots);
        return kernel.Output(slot).ToArray();
    }

    /// <summary>The gradient of one slot alone: the others do not count.</summary>
    private static Network Gradient(Network network, Dataset data, int slot)
    {
        var kernel = NetworkKernel.Create(network, Cost.CrossEntropy, Slots);
        kernel.SetExamples(data, [.. Enumerable.Range(0, Slots)]);
        for (int e = 0; e < Slots; e++) kernel.SetWeight(e, e == slot ? 1 : 0);
        kernel.DropOut(Probability, draw: 17);
        kernel.Forward(Slots);
        kernel.CostSum(Slots);
        kernel.Backward(Slots);
        kernel.ClearGradient();
        kernel.Accumulate(Slots);
        var gradient = network.Clone();
        kernel.StoreGradient(gradient);
        return gradient;
    }
}
