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

    [Theory]
    [InlineData("quadratic", 0.25, 0, "(0.25-0)^2")]
    [InlineData("half-quadratic", -0.25, 1, "\\tfrac12(-0.25-1)^2")]
    [InlineData("cross-entropy", 0.5, 1, "-\\ln 0.500")]
    [InlineData("cross-entropy", 0.5, 0, "")]
    [InlineData("cross-entropy", 0.5, 0.25, "-0.25\\ln 0.500")]
    [InlineData("binary-cross-entropy", 0.5, 1, "-\\ln 0.500")]
    [InlineData("binary-cross-entropy", -0.25, 0, "-\\ln(1--0.250)")]
    [InlineData("binary-cross-entropy", 0.5, 0.25, "-0.25\\ln 0.500-0.75\\ln(1-0.500)")]
    public void Part_is_shown_with_its_numbers(string cost, double a, double y, string expected) =>
        Assert.Equal(expected, Cost.Parse(cost).PartTex(a, y));

    [Fact]
    public void Parts_of_the_outputs_add_up_to_the_cost() => Assert.All(Cost.All, cost =>
    {
        double[] z = [0.3, -1.2, 2], a = new double[3], y = [0, 0, 1];
        (cost.OutputActivation ?? Activation.Sigmoid).Apply<double>(z, a);
        Assert.Equal(cost.Value<double>(z, a, y), a.Zip(y, cost.Part).Sum(), 1e-12);
    });

    [Fact]
    public void Outputs_that_nobody_chose_a_cost_for_are_judged_by_one_that_fits() =>
        Assert.All(Activation.All, output => Assert.Null(Cost.UsualFor(output).Misfit(output)));

    [Theory]
    [InlineData("quadratic", "(a - y)^2", "2*(a - y)")]
    [InlineData("half-quadratic", "1/2*(a - y)^2", "a - y")]
    public void Formulas_of_the_quadratic_costs_are_their_values(string name, string part, string derivative)
    {
        var cost = Cost.Parse(name);
        Assert.Equal(part, Plain(cost.PartFormula));
        Assert.Equal(derivative, Plain(cost.DerivativeFormula));
        Assert.Equal(cost.Value<double>([0], [0.7], [0.2]), Value(part), 1e-15);
        Assert.Equal(cost.Derivative(0.7, 0.2), Value(derivative), 1e-15);

        static string Plain(string formula) => formula.Replace("²", "^2").Replace("½", "1/2*").Replace("2(", "2*(").Replace('−', '-');

        static double Value(string formula) => Expression.Parse(formula, ["a", "y"]).Evaluate(0.7, 0.2);
    }

    [Fact]
    public void Name_leads_back_to_the_cost() => Assert.All(Cost.All, cost => Assert.Same(cost, Cost.Parse(cost.Name)));
}
