using Nabla.Browser;

namespace Nabla.Tests.Browser;

/// <summary>What chapter 7 asks of the engine.</summary>
public class ChainTests
{
    private static readonly OneNeuronNetwork Network = new(0.6, 1, "quadratic", "sigmoid", [1.2, -0.7, 1.5], [-0.4, 0.3, 0.1]);

    [Theory]
    [InlineData(0, "w")]
    [InlineData(1, "b")]
    [InlineData(0, "a'")]
    [InlineData(2, "a'")]
    public void Nudges_of_a_chain_tend_to_its_factors_and_their_product(int neuron, string symbol)
    {
        var nudged = Laboratory.NudgeChain(Network, neuron, symbol);

        Assert.Equal(2 * (3 - neuron) + 1, nudged.Factors.Count);
        Assert.Equal(nudged.Derivative, nudged.Factors.Aggregate(1.0, (product, factor) => product * factor.Value), 1e-15);
        var smallest = nudged.Nudges[^1];
        Assert.Equal(nudged.Derivative, smallest.Ratio, 1e-6);
        Assert.All(nudged.Factors.Zip(smallest.Moves), pair => Assert.Equal(pair.First.Value, pair.Second.Ratio!.Value, 1e-5));
        Assert.True(Math.Abs(nudged.Nudges[0].Ratio - nudged.Derivative) > Math.Abs(nudged.Nudges[^2].Ratio - nudged.Derivative));
    }

    [Fact]
    public void A_chain_is_nudged_as_the_whole_is_differentiated()
    {
        var links = Laboratory.OneNeuronChain(Network).Links;

        Assert.All(Enumerable.Range(0, 3), l => Assert.Equal(links[l].DCdW, Laboratory.NudgeChain(Network, l, "w").Derivative, 1e-15));
        Assert.Throws<ArgumentException>(() => Laboratory.NudgeChain(Network, 3, "w"));
        Assert.Throws<ArgumentException>(() => Laboratory.NudgeChain(Network, 0, "y"));
    }

    [Fact]
    public void What_does_not_move_has_no_ratio()
    {
        var dead = Laboratory.NudgeChain(new OneNeuronNetwork(1, 1, "quadratic", "relu", [-3], [0]), 0, "w");

        Assert.Equal([0.01, 0.0], dead.Nudges[2].Moves.Take(2).Select(move => Math.Round(move.Change, 12)));
        Assert.Null(dead.Nudges[2].Moves[2].Ratio);
    }

    [Fact]
    public void A_formula_that_cannot_be_read_says_where()
    {
        var answer = Laboratory.CheckFormula("a' · q", "w", "quadratic", "sigmoid");

        Assert.Null(answer.Check);
        Assert.Equal(5, answer.Problem!.Position);
        Assert.True(Laboratory.CheckFormula("a' · σ′(z) · 2(a − y)", "w", "quadratic", "sigmoid").Check!.Holds);
    }

    [Fact]
    public void Parameters_are_drawn_from_every_layer_and_not_from_dark_pixels()
    {
        var laboratory = LaboratoryFixture.Started();
        var example = new ExampleRef(ExampleSet.Test, 3);

        var drawn = laboratory.DrawParameters(example, 30, 7);

        Assert.Equal(drawn, laboratory.DrawParameters(example, 30, 7));
        Assert.Equal([10, 10, 10], drawn.GroupBy(parameter => parameter.Layer).Select(group => group.Count()));
        Assert.All(drawn.Where(parameter => parameter.Layer == 1), parameter => Assert.NotEqual(0, laboratory.Chain(example, 1, parameter.Neuron, parameter.Input).DZdW));
        Assert.All(drawn, parameter => Assert.True(laboratory.CheckDerivative(example, parameter.Layer, parameter.Neuron, parameter.Input).Agrees));
    }
}
