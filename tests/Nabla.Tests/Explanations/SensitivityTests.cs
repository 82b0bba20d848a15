namespace Nabla.Tests;

public class SensitivityTests
{
    [Fact]
    public void Parameters_are_ranked_by_the_gradient_of_the_data()
    {
        // More examples than the kernels take at once.
        var data = TestNetworks.Data(300);
        var network = TestNetworks.Make("sigmoid", "softmax", 3);
        var expected = Backpropagation.Gradient<double>(network, [.. Enumerable.Range(0, 300).Select(i => data[i])], Cost.CrossEntropy);

        var sensitivity = Sensitivity.Of(network, data, Cost.CrossEntropy, strongest: 7);

        Assert.Equal(Evaluator.Evaluate(network, data, Cost.CrossEntropy).Cost, sensitivity.Cost, 1e-12);
        Assert.Equal(7, sensitivity.Strongest.Count);
        Assert.Equal(Parameter.All(network).Max(parameter => Math.Abs(expected[parameter])), Math.Abs(sensitivity.Strongest[0].Derivative), 1e-6);
        foreach (var strong in sensitivity.Strongest)
        {
            Assert.Equal(expected[strong.Parameter], strong.Derivative, 1e-6);
            Assert.Equal(strong.Parameter.In(network), strong.Value);
        }

        Assert.Equal(1, sensitivity.Layers.Sum(layer => layer.Share), 1e-9);
        Assert.Equal(network.ParameterCount, sensitivity.Layers.Sum(layer => layer.Parameters));
        Assert.Equal(expected.Weights[0][4, 3], sensitivity.FirstLayer[4][3], 1e-6);
        Assert.Equal(expected.Weights[1].Cast<double>().Concat(expected.Biases[1]).Average(Math.Abs), sensitivity.Layers[1].Mean, 1e-6);
    }

    [Fact]
    public void Weights_of_inputs_that_are_always_dark_stay_still()
    {
        float[] values = [1, 0, 0.5f, 0];
        var data = Dataset.FromValues(values, [0, 1], 2, 2);
        var network = Network.Create(2, 1, new Dense(3, Activation.Sigmoid), new Dense(2, Activation.Sigmoid));

        Assert.Equal(3, Sensitivity.Of(network, data, Cost.Quadratic).Layers[0].Still);
    }
}
