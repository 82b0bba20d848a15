namespace Nabla.Tests;

/// <summary>The kernels against the reference, and each register width against the others.</summary>
public class KernelTests
{
    private const int Count = 13;

    public static TheoryData<int> Widths() => [4, 8, 16];

    [Theory]
    [MemberData(nameof(TestNetworks.All), MemberType = typeof(TestNetworks))]
    public void Gradient_agrees_with_the_reference(string hidden, string output, string cost, int depth)
    {
        var network = TestNetworks.Make(hidden, output, depth);
        var data = TestNetworks.Data(Count);
        var kernel = Run(network, data, Cost.Parse(cost), lanes: 16);
        var computed = network.Clone();
        kernel.StoreGradient(computed);

        var examples = Enumerable.Range(0, Count).Select(i => data[i]).ToList();
        var reference = Backpropagation.Gradient<float>(network, examples, Cost.Parse(cost));
        for (int l = 0; l < depth; l++)
        {
            var layer = computed.Layers[l];
            float[] expected = [.. reference.Weights[l].Cast<float>(), .. reference.Biases[l]];
            float[] actual = [.. layer.Weights, .. layer.Biases];

            // Relative to the largest derivative of the layer: sums of terms that cancel have no relative precision of their own.
            float scale = expected.Max(MathF.Abs);
            for (int i = 0; i < expected.Length; i++)
                Assert.Equal(expected[i], actual[i] / Count, Math.Max(1e-5f * MathF.Abs(expected[i]), 1e-6f * scale));
        }
    }

    [Theory]
    [MemberData(nameof(TestNetworks.All), MemberType = typeof(TestNetworks))]
    public void Cost_and_outputs_agree_with_the_reference(string hidden, string output, string cost, int depth)
    {
        var network = TestNetworks.Make(hidden, output, depth);
        var data = TestNetworks.Data(Count);
        var kernel = Run(network, data, Cost.Parse(cost), lanes: 16);
        double expected = 0;
        for (int i = 0; i < Count; i++)
        {
            var trace = Backpropagation.Trace(network, data[i], Cost.Parse(cost));
            expected += trace.Cost;
            for (int j = 0; j < trace.Output.Length; j++)
                Assert.Equal(trace.Output[j], kernel.Output(i)[j], 1e-5 * Math.Max(0.1, Math.Abs(trace.Output[j])));
        }

        Assert.Equal(expected, kernel.CostSum(Count), 1e-5 * expected);
    }

    [Theory]
    [MemberData(nameof(TestNetworks.All), MemberType = typeof(TestNetworks))]
    public void Every_width_computes_the_same_bits(string hidden, string output, string cost, int depth)
    {
        var results = new List<float[]>();
        foreach (int lanes in (int[])[4, 8, 16])
        {
            var network = TestNetworks.Make(hidden, output, depth);
            var kernel = Run(network, TestNetworks.Data(Count), Cost.Parse(cost), lanes);
            kernel.Decay(0.99f);
            kernel.Descend(Count, -0.1f);
            kernel.Store(network);
            results.Add([.. TestNetworks.Parameters(network), (float)kernel.CostSum(Count), .. kernel.Output(Count - 1)]);
        }

        Assert.Equal(results[0], results[1]);
        Assert.Equal(results[0], results[2]);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Bytes_are_pixels_of_x_over_255(int lanes)
    {
        byte[] pixels = [0, 1, 0, 128, 255, 0, 0, 3, 200, 0, 64];
        var kernel = NetworkKernel.Create(TestNetworks.Make("sigmoid", "sigmoid", 2), null, 1, lanes);
        kernel.SetInput(0, [.. pixels.Select(x => x / 255f)]);
        kernel.Forward(1);
        float[] expected = kernel.Output(0).ToArray();
        kernel.SetInput(0, pixels);
        kernel.Forward(1);
        float[] scanned = kernel.Output(0).ToArray();
        kernel.SetInputs(LitPixels.Of(pixels, pixels.Length, LitPixels.MostBytes)!, [0]);
        kernel.Forward(1);
        Assert.Equal(scanned, kernel.Output(0).ToArray());
        for (int j = 0; j < expected.Length; j++) Assert.Equal(expected[j], scanned[j], 1e-6f);
    }

    [Theory]
    [InlineData("relu", 4)]
    [InlineData("relu", 16)]
    [InlineData("sigmoid", 16)]
    public void Wide_layers_agree_with_the_reference(string hidden, int lanes)
    {
        var network = Network.Create(150, seed: 2, new Dense(210, Activation.Parse(hidden)), new Dense(140, Activation.Parse(hidden)), new Dense(5, Activation.Softmax));
        var data = TestNetworks.Data(40, inputs: 150);
        var kernel = Run(network, data, Cost.CrossEntropy, lanes);
        var computed = network.Clone();
        kernel.StoreGradient(computed);
        var reference = Backpropagation.Gradient<double>(network, [.. Enumerable.Range(0, 40).Select(i => data[i])], Cost.CrossEntropy);
        for (int l = 0; l < 3; l++)
        {
            var layer = computed.Layers[l];
            double scale = reference.Weights[l].Cast<double>().Max(Math.Abs);
            for (int j = 0; j < layer.Outputs; j++)
            {
                Assert.Equal(reference.Biases[l][j], layer.Biases[j] / 40, 2e-6 * Math.Max(scale, Math.Abs(reference.Biases[l][j])));
                for (int k = 0; k < layer.Inputs; k++) Assert.Equal(reference.Weights[l][j, k], layer[j, k] / 40, 2e-6 * scale);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Not_a_number_reaches_the_cost(int lanes)
    {
        foreach (var cost in Cost.All)
        {
            foreach (string hidden in (string[])["sigmoid", "tanh", "relu", "identity"])
            {
                var network = TestNetworks.Make(hidden, (cost.OutputActivation ?? Activation.Sigmoid).Name, 2);
                network.Layers[0].Biases[0] = float.NaN;
                var kernel = NetworkKernel.Create(network, cost, 1, lanes);
                kernel.SetExamples(TestNetworks.Data(1), [0]);
                kernel.Forward(1);
                Assert.False(double.IsFinite(kernel.CostSum(1)), $"{cost} after {hidden}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Cross_entropies_stay_finite_at_logits_of_a_thousand(int lanes)
    {
        foreach (var cost in (Cost[])[Cost.CrossEntropy, Cost.BinaryCrossEntropy])
        {
            var network = new Network(new DenseLayer(1, 2, cost.OutputActivation!));
            network.Layers[0].Biases[0] = 1000;
            network.Layers[0].Biases[1] = -1000;
            var kernel = NetworkKernel.Create(network, cost, 1, lanes);
            kernel.SetInput(0, [0f]);
            kernel.SetTarget(0, 1);
            kernel.Forward(1);
            Assert.Equal(2000, kernel.CostSum(1));
            kernel.SetTarget(0, 0);
            Assert.Equal(0, kernel.CostSum(1), 1e-30);
        }
    }

    internal static ILearningKernel Run(Network network, Dataset data, Cost cost, int lanes)
    {
        var kernel = NetworkKernel.Create(network, cost, data.Count, lanes);
        kernel.SetExamples(data, [.. Enumerable.Range(0, data.Count)]);
        kernel.Forward(data.Count);
        kernel.Backward(data.Count);
        kernel.ClearGradient();
        kernel.Accumulate(data.Count);
        return kernel;
    }
}
