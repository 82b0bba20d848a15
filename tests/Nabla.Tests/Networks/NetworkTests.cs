namespace Nabla.Tests;

public class NetworkTests
{
    [Fact]
    public void Lecture_network_has_13002_parameters()
    {
        var network = Network.Create(784, seed: 1, new Dense(16, Activation.Sigmoid), new Dense(16, Activation.Sigmoid), new Dense(10, Activation.Sigmoid));
        Assert.Equal(13_002, network.ParameterCount);
        Assert.Equal([784, 16, 16, 10], network.Sizes);
        Assert.Equal("784-16-16-10 (sigmoid, sigmoid, sigmoid), 13,002 parameters", network.ToString());
    }

    [Fact]
    public void Weight_w_jk_joins_input_k_to_neuron_j()
    {
        var layer = new DenseLayer(3, 2, Activation.Identity);
        layer[1, 2] = 5;
        Assert.Equal([0, 0, 0, 0, 0, 5], layer.Weights.ToArray());
        Assert.Equal([0, 0, 5], layer.Row(1).ToArray());
    }

    [Fact]
    public void Layers_that_do_not_fit_are_named()
    {
        var error = Assert.Throws<ArgumentException>(() => new Network(
            new DenseLayer(4, 3, Activation.Sigmoid), new DenseLayer(2, 1, Activation.Sigmoid)));
        Assert.Equal("Layer 2 takes 2 inputs, but layer 1 has 3 neurons.", error.Message);
    }

    [Fact]
    public void Softmax_is_for_the_last_layer() => Assert.Throws<ArgumentException>(() => new Network(
        new DenseLayer(4, 3, Activation.Softmax), new DenseLayer(3, 1, Activation.Sigmoid)));

    [Fact]
    public void Network_without_layers_is_refused() => Assert.Throws<ArgumentException>(() => new Network());

    [Fact]
    public void Layer_without_neurons_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new DenseLayer(784, 0, Activation.Sigmoid));

    [Fact]
    public void Same_seed_gives_the_same_network_and_another_seed_another()
    {
        var network = TestNetworks.Make("sigmoid", "sigmoid", 3, seed: 4);
        Assert.Equal(TestNetworks.Parameters(network), TestNetworks.Parameters(TestNetworks.Make("sigmoid", "sigmoid", 3, seed: 4)));
        Assert.NotEqual(TestNetworks.Parameters(network), TestNetworks.Parameters(TestNetworks.Make("sigmoid", "sigmoid", 3, seed: 5)));
    }

    [Fact]
    public void Clone_shares_nothing()
    {
        var network = TestNetworks.Make("relu", "softmax", 2);
        var clone = network.Clone();
        float before = network.Layers[0][0, 0];
        clone.Layers[0][0, 0] = before + 1;
        Assert.Equal(before, network.Layers[0][0, 0]);
    }
}
