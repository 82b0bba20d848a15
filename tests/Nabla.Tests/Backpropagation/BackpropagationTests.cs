namespace Nabla.Tests;

public class BackpropagationTests
{
    [Fact]
    public void One_neuron_a_layer_is_the_chain_of_the_lecture()
    {
        // C₀ = (a−y)², a = σ(z), z = w·a' + b, twice.
        var network = new Network(new DenseLayer(1, 1, Activation.Sigmoid), new DenseLayer(1, 1, Activation.Sigmoid));
        network.Layers[0][0, 0] = 0.5f;
        network.Layers[0].Biases[0] = 0.25f;
        network.Layers[1][0, 0] = -1.5f;
        network.Layers[1].Biases[0] = 0.75f;
        var trace = Backpropagation.Trace(network, new Example([2], [1], 0), Cost.Quadratic);

        double a1 = Sigmoid(0.5 * 2 + 0.25), a2 = Sigmoid(-1.5 * a1 + 0.75);
        double delta2 = 2 * (a2 - 1) * a2 * (1 - a2), delta1 = -1.5 * delta2 * a1 * (1 - a1);
        Assert.Equal((a2 - 1) * (a2 - 1), trace.Cost, 1e-15);
        Assert.Equal(a1 * delta2, trace.Layers[1].DCdW[0, 0], 1e-15);
        Assert.Equal(delta2, trace.Layers[1].DCdB[0], 1e-15);
        Assert.Equal(-1.5 * delta2, trace.Layers[0].DCdA[0], 1e-15);
        Assert.Equal(2 * delta1, trace.Layers[0].DCdW[0, 0], 1e-15);
        Assert.Equal(0.5 * delta1, trace.DCdInput[0], 1e-15);
    }

    [Fact]
    public void Where_the_input_is_dark_no_weight_moves()
    {
        var trace = Backpropagation.Trace(TestNetworks.Make("tanh", "sigmoid", 2), TestNetworks.Data(1)[0], Cost.Quadratic);
        var first = trace.Layers[0];
        Assert.Contains(0, first.Input);
        for (int k = 0; k < first.Input.Length; k++)
        {
            for (int j = 0; j < first.Z.Length; j++) Assert.Equal(first.Input[k] == 0, first.DCdW[j, k] == 0);
        }
    }

    [Fact]
    public void Gradient_of_a_set_is_the_mean_of_its_examples()
    {
        var network = TestNetworks.Make("sigmoid", "softmax", 3);
        var data = TestNetworks.Data(4);
        var examples = Enumerable.Range(0, 4).Select(i => data[i]).ToList();
        var mean = Backpropagation.Gradient<double>(network, examples, Cost.CrossEntropy);
        double expected = examples.Average(example => Backpropagation.Trace(network, example, Cost.CrossEntropy).Layers[1].DCdW[2, 3]);
        Assert.Equal(expected, mean.Weights[1][2, 3], 1e-15);
    }

    [Fact]
    public void Float_agrees_with_double()
    {
        var network = TestNetworks.Make("sigmoid", "sigmoid", 3);
        var example = TestNetworks.Data(1)[0];
        var single = Backpropagation.Trace<float>(network, example, Cost.Quadratic);
        var twice = Backpropagation.Trace(network, example, Cost.Quadratic);
        for (int j = 0; j < 9; j++) Assert.Equal(twice.Layers[0].Delta[j], single.Layers[0].Delta[j], 1e-6);
    }

    [Fact]
    public void Example_that_does_not_fit_is_refused()
    {
        var network = TestNetworks.Make("sigmoid", "sigmoid", 1);
        Assert.Throws<ArgumentException>(() => Backpropagation.Trace(network, new Example([1, 2], [1, 0, 0, 0, 0], 0), Cost.Quadratic));
        Assert.Throws<ArgumentException>(() => Backpropagation.Trace(network, new Example(new float[11], [1, 0], -1), Cost.Quadratic));
        Assert.Throws<ArgumentException>(() => Backpropagation.Trace(network, new Example(new float[11], [1, 0, 0, 0, 0, 0], 0), Cost.Quadratic));
        Assert.Throws<ArgumentException>(() => Backpropagation.Trace(network, new Example(new float[11], new float[5], 0), Cost.CrossEntropy));
    }

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));
}
