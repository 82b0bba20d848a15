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
        }
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
    }
}
