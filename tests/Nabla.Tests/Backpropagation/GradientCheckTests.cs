namespace Nabla.Tests;

public class GradientCheckTests
{
    [Theory]
    [MemberData(nameof(TestNetworks.All), MemberType = typeof(TestNetworks))]
    public void Every_derivative_agrees_with_finite_differences(string hidden, string output, string cost, int depth)
    {
        var network = TestNetworks.Make(hidden, output, depth);
        var data = TestNetworks.Data(20);

        // A finite difference across a rectifier's corner measures neither of its slopes.
        var examples = Enumerable.Range(0, data.Count).Select(i => data[i])
            .Where(example => Backpropagation.Trace(network, example, Cost.Parse(cost)).Layers.All(layer => layer.Z.All(z => Math.Abs(z) > 0.004)))
            .Take(3).ToList();
        Assert.Equal(3, examples.Count);
        foreach (var example in examples)
        {
            var result = GradientCheck.Run(network, example, Cost.Parse(cost));
            Assert.Equal(network.ParameterCount, result.Parameters);
            Assert.True(result.WorstRelativeError < 1e-7, $"{result}");
            Assert.True(result.Agrees);
        }
    }

    // Weighted sums this near a kink are carried over it by the usual nudge: half of a slope on either side.
    [Theory]
    [MemberData(nameof(Kinked))]
    public void Derivative_beside_a_kink_agrees(string name, double beside)
    {
        var activation = Activation.Parse(name);
        foreach (double kink in activation.Kinks)
        {
            var network = TestNetworks.Make(name, "sigmoid", 2);
            network.Layers[0].Weights.Clear();
            network.Layers[0].Biases.Fill((float)(kink + beside));

            var result = GradientCheck.Run(network, TestNetworks.Data(1)[0], Cost.Quadratic);

            Assert.True(result.Agrees, $"{result}");
        }
    }

    public static TheoryData<string, double> Kinked()
    {
        var data = new TheoryData<string, double>();
        foreach (var activation in Activation.All.Where(activation => activation.Kinks.Count > 0))
        {
            foreach (double beside in (double[])[1e-3, -1e-3, 2e-5, -2e-5]) data.Add(activation.Name, beside);
        }

        return data;
    }

    [Fact]
    public void Wrong_derivative_is_found()
    {
        // The slip of some notes: with the lectures' cost, ∂C/∂a is 2(a−y); without the 2 the check must fail.
        var network = TestNetworks.Make("sigmoid", "sigmoid", 2);
        var example = TestNetworks.Data(1)[0];
        double right = Backpropagation.Trace(network, example, Cost.Quadratic).Layers[1].DCdB[0];
        double slip = Backpropagation.Trace(network, example, Cost.HalfQuadratic).Layers[1].DCdB[0];
        Assert.True(GradientCheck.RelativeError(right, slip) > 0.4);
        Assert.Equal(double.PositiveInfinity, GradientCheck.RelativeError(right, double.NaN));
    }

    [Fact]
    public void Examples_are_checked_by_their_mean_cost()
    {
        var network = TestNetworks.Make("tanh", "sigmoid", 3);
        var data = TestNetworks.Data(4);
        Example[] examples = [.. Enumerable.Range(0, 4).Select(i => data[i])];

        var result = GradientCheck.Run(network, examples, Cost.Quadratic);

        Assert.Equal(4, result.Examples);
        Assert.Equal(Backpropagation.Gradient<double>(network, examples, Cost.Quadratic)[result.Worst], result.Computed);
        Assert.Equal(result.WorstRelativeError, GradientCheck.RelativeError(result.Computed, result.Measured));
        Assert.Equal([1, 2, 3], result.Layers.Select(layer => layer.Layer));
        Assert.Equal(result.WorstRelativeError, result.Layers.Max(layer => layer.WorstRelativeError));
        Assert.Equal(result.WorstRelativeError, result.Layers[result.Worst.Layer - 1].WorstRelativeError);
    }

    [Fact]
    public void All_13002_derivatives_of_a_trained_lecture_network_agree()
    {
        var network = Network.Create(784, 1, new Dense(16, Activation.Sigmoid), new Dense(16, Activation.Sigmoid), new Dense(10, Activation.Sigmoid));
        var data = Digits.Load(train: 500, test: 1).Train;
        foreach (var _ in new Trainer(network, data, new TrainingOptions { Epochs = 5 }).Batches())
        {
        }

        var result = GradientCheck.Run(network, data[0], Cost.Quadratic);

        Assert.Equal(13_002, result.Parameters);
        Assert.True(result.Agrees, $"{result}");
        Assert.True(result.Layers.All(layer => layer.LargestDerivative > 1e-3), "The example must still have something to teach.");
    }

    [Fact]
    public void Agreement_is_a_matter_of_the_tolerance() =>
        Assert.False(GradientCheck.Run(TestNetworks.Make("tanh", "sigmoid", 2), [TestNetworks.Data(1)[0]], Cost.Quadratic, tolerance: 1e-15).Agrees);

    [Fact]
    public void Check_can_be_cancelled() => Assert.Throws<OperationCanceledException>(() => GradientCheck.Run(
        TestNetworks.Make("tanh", "sigmoid", 2), [TestNetworks.Data(1)[0]], Cost.Quadratic, cancellation: new CancellationToken(canceled: true)));

    [Fact]
    public void Parameters_are_named_in_file_order()
    {
        var network = TestNetworks.Make("tanh", "sigmoid", 2);
        Assert.Equal(TestNetworks.Parameters(network), Parameter.All(network).Select(parameter => parameter.In(network)));
        Assert.Equal(["w[1,0,0]", "w[1,0,1]"], Parameter.All(network).Take(2).Select(parameter => parameter.ToString()));
        Assert.Equal("b[2,4]", Parameter.All(network).Last().ToString());
    }

    [Fact]
    public void A_network_whose_derivatives_are_all_0_checks_nothing()
    {
        var network = Network.Create(2, seed: 1, new Dense(3, Activation.Relu), new Dense(1, Activation.Relu));
        foreach (var layer in network.Layers) layer.Biases.Fill(-9);
        var example = new Example([1, 2], [1], -1);

        var dead = GradientCheck.Run(network, example, Cost.Quadratic);
        Assert.True(dead is { Agrees: true, ChecksNothing: true });
        Assert.All(dead.Layers, layer => Assert.True(layer.ChecksNothing));

        // The output alone lives: its bias is checked, the layer before is not.
        network.Layers[1].Biases.Fill(0.5f);
        var half = GradientCheck.Run(network, example, Cost.Quadratic);
        Assert.True(half is { Agrees: true, ChecksNothing: false });
        Assert.Equal([true, false], half.Layers.Select(layer => layer.ChecksNothing));
    }
}
