namespace Nabla.Tests;

public class CostTests
{
    [Fact]
    public void Lectures_cost_is_twice_Nielsens()
    {
        double[] a = [0.4, 0.9], y = [1, 0];
        Assert.Equal(0.36 + 0.81, Cost.Quadratic.Value<double>([], a, y), 1e-15);
        Assert.Equal((0.36 + 0.81) / 2, Cost.HalfQuadratic.Value<double>([], a, y), 1e-15);
        Assert.Equal(2 * (0.4 - 1), Cost.Quadratic.Derivative(0.4, 1.0), 1e-15);
        Assert.Equal(0.4 - 1, Cost.HalfQuadratic.Derivative(0.4, 1.0), 1e-15);
    }

    [Fact]
    public void Cross_entropy_is_minus_the_logarithm_of_the_right_output()
    {
        double[] z = [0.5, -1, 2], a = new double[3];
        Activation.Softmax.Apply<double>(z, a);
        Assert.Equal(-Math.Log(a[1]), Cost.CrossEntropy.Value<double>(z, a, [0, 1, 0]), 1e-14);
        Assert.Equal(-1 / 0.25, Cost.CrossEntropy.Derivative(0.25, 1.0));
    }

    [Fact]
    public void Binary_cross_entropy_counts_every_output()
    {
        double[] z = [0.5, -1], a = new double[2];
        Activation.Sigmoid.Apply<double>(z, a);
        Assert.Equal(-Math.Log(a[0]) - Math.Log(1 - a[1]), Cost.BinaryCrossEntropy.Value<double>(z, a, [1, 0]), 1e-14);
        Assert.Equal((0.3 - 1) / (0.3 * 0.7), Cost.BinaryCrossEntropy.Derivative(0.3, 1.0), 1e-14);
    }

    [Theory]
    [InlineData(1000, -1000, 2000)] // sure, and wrong
    [InlineData(-1000, 1000, 0)] // sure, and right
    public void Cross_entropies_are_exact_at_logits_of_a_thousand(double wrong, double right, double expected)
    {
        double[] z = [wrong, right], a = new double[2], y = [0, 1];
        Activation.Softmax.Apply<double>(z, a);
        Assert.Equal(expected, Cost.CrossEntropy.Value<double>(z, a, y));
        Activation.Sigmoid.Apply<double>(z, a);
        Assert.Equal(expected, Cost.BinaryCrossEntropy.Value<double>(z, a, y));
    }

    [Fact]
    public void Cost_that_does_not_fit_the_output_says_what_does()
    {
        Assert.Null(Cost.CrossEntropy.Misfit(Activation.Softmax));
        Assert.Contains("binary-cross-entropy", Cost.CrossEntropy.Misfit(Activation.Sigmoid)!.ToString(), StringComparison.Ordinal);
        Assert.Contains("needs sigmoid outputs", Cost.BinaryCrossEntropy.Misfit(Activation.Softmax)!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Name_leads_back_to_the_cost() => Assert.All(Cost.All, cost => Assert.Same(cost, Cost.Parse(cost.Name)));
}
