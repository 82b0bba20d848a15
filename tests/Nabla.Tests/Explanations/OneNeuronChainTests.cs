namespace Nabla.Tests;

public class OneNeuronChainTests
{
    [Fact]
    public void Lecture_chain_has_the_lectures_factors()
    {
        // w = 0.7, b = −0.3, a' = 0.6, y = 1.
        double z = 0.7 * 0.6 - 0.3, a = 1 / (1 + Math.Exp(-z)), slope = a * (1 - a);

        var chain = OneNeuronChain.Run(0.6, 1, Cost.Quadratic, Activation.Sigmoid, (0.7, -0.3));

        var link = Assert.Single(chain.Links);
        Assert.Equal((a - 1) * (a - 1), chain.Cost, 1e-15);
        Assert.Equal(z, link.Z, 1e-15);
        Assert.Equal(0.6 * slope * 2 * (a - 1), link.DCdW, 1e-15);
        Assert.Equal(slope * 2 * (a - 1), link.DCdB, 1e-15);
        Assert.Equal(0.7 * slope * 2 * (a - 1), link.DCdPrevious, 1e-15);
    }

    [Theory]
    [InlineData("sigmoid", "quadratic")]
    [InlineData("tanh", "half-quadratic")]
    [InlineData("identity", "quadratic")]
    [InlineData("sigmoid", "binary-cross-entropy")]
    public void Every_derivative_of_a_longer_chain_is_the_ratio_of_nudges(string activation, string cost)
    {
        (double W, double B)[] neurons = [(0.7, -0.3), (-1.2, 0.5), (0.9, 0.1)];
        var chain = Run(0.6, neurons);
        for (int l = 0; l < neurons.Length; l++)
        {
            Assert.Equal(Naive.Slope(h => Run(0.6, Nudged(l, h, 0)).Cost), chain.Links[l].DCdW, 1e-9);
            Assert.Equal(Naive.Slope(h => Run(0.6, Nudged(l, 0, h)).Cost), chain.Links[l].DCdB, 1e-9);
        }

        Assert.Equal(Naive.Slope(h => Run(0.6 + h, neurons).Cost), chain.Links[0].DCdPrevious, 1e-9);

        OneNeuronChain Run(double input, (double W, double B)[] of) =>
            OneNeuronChain.Run(input, 1, Cost.Parse(cost), Activation.Parse(activation), of);

        (double W, double B)[] Nudged(int l, double w, double b) =>
            [.. neurons.Select((neuron, i) => i == l ? (neuron.W + w, neuron.B + b) : neuron)];
    }

    /// <summary>Nielsen's first example of a neuron that starts badly wrong: w = 2, b = 2, x = 1, y = 0, an output of 0.98.</summary>
    [Fact]
    public void Cross_entropy_leaves_a_minus_y_of_the_two_last_factors()
    {
        var chain = OneNeuronChain.Run(1, 0, Cost.BinaryCrossEntropy, Activation.Sigmoid, (2, 2));

        var link = Assert.Single(chain.Links);
        double a = 1 / (1 + Math.Exp(-4));
        Assert.Equal(0.98, link.A, 0.005);
        Assert.Equal(-Math.Log(1 - a), chain.Cost, 1e-12);
        Assert.Equal(1 / (1 - a), link.DCdA, 1e-10);
        Assert.Equal(a, link.DCdW, 1e-12);
        Assert.Equal(a, link.DCdB, 1e-12);
        Assert.Equal(2 * a, link.DCdPrevious, 1e-12);
    }

    [Fact]
    public void Chain_that_makes_no_sense_is_refused()
    {
        Assert.Throws<ArgumentException>(() => OneNeuronChain.Run(1, 1, Cost.Quadratic, Activation.Sigmoid));
        Assert.Throws<ArgumentException>(() => OneNeuronChain.Run(1, 1, Cost.CrossEntropy, Activation.Sigmoid, (1, 0)));
        Assert.Throws<ArgumentException>(() => OneNeuronChain.Run(1, 1, Cost.Quadratic, Activation.Softmax, (1, 0)));
        Assert.Throws<ArgumentException>(() => OneNeuronChain.Run(1, 1, Cost.BinaryCrossEntropy, Activation.Tanh, (1, 0)));
        var refused = Assert.Throws<ArgumentException>(() => OneNeuronChain.Run(1, 1.5, Cost.BinaryCrossEntropy, Activation.Sigmoid, (1, 0)));
        Assert.Equal("The target of the cost binary-cross-entropy is from 0 to 1, not 1.5.", refused.Message);
        Assert.Throws<ArgumentException>(() => OneNeuronChain.Run(1, double.NaN, Cost.BinaryCrossEntropy, Activation.Sigmoid, (1, 0)));
    }
}
