namespace Nabla.Tests;

public class FormulaCheckTests
{
    [Theory]
    [InlineData("a' * σ'(z) * 2(a-y)", "w", "quadratic", "sigmoid")]
    [InlineData("2 a' a (1-a) (a-y)", "w", "quadratic", "sigmoid")]
    [InlineData("σ(z)·(1−σ(z))·(a−y)", "b", "half-quadratic", "sigmoid")]
    [InlineData("w × σ′(w a' + b) × 2(a−y)", "a'", "quadratic", "sigmoid")]
    [InlineData("sigma'(z) (a-y)", "z", "half-quadratic", "tanh")]
    [InlineData("(1-a^2) * 2 * (a-y)", "z", "quadratic", "tanh")]
    [InlineData("a' step(z) * 2(a-y)", "w", "quadratic", "relu")]
    [InlineData("σ'(z) · a' · 2(a-y)", "w", "quadratic", "relu")]
    [InlineData("2(a-y)", "a", "quadratic", "sigmoid")]
    [InlineData("a-y", "a", "half-quadratic", "tanh")]
    public void Right_formula_holds(string formula, string of, string cost, string activation)
    {
        var check = Run(formula, of, cost, activation);

        Assert.True(check.Holds, $"{check}");
        Assert.Null(check.Factor);
        Assert.InRange(check.WorstRelativeError!.Value, 0, 1e-6);
        Assert.Equal(200, check.Points);
    }

    [Theory]
    [InlineData("w")]
    [InlineData("b")]
    [InlineData("a'")]
    [InlineData("z")]
    [InlineData("a")]
    public void What_is_given_as_right_is_right(string of)
    {
        foreach (string cost in new[] { "quadratic", "half-quadratic" })
        {
            string right = Run("0", of, cost).Right;
            Assert.True(Run(right, of, cost).Holds, right);
        }
    }

    [Theory]
    [InlineData("a' σ'(z) (a-y)", "w", "quadratic", 0.5)] // the factor 2 that comes and goes
    [InlineData("2a' σ'(z) (a-y)", "w", "half-quadratic", 2)]
    [InlineData("2 a' σ'(z) (y-a)", "w", "quadratic", -1)]
    [InlineData("2(y-a)", "a", "half-quadratic", -2)]
    [InlineData("(a-y)/3", "a", "half-quadratic", 1.0 / 3)]
    public void Constant_factor_is_named(string formula, string of, string cost, double factor)
    {
        var check = Run(formula, of, cost);

        Assert.False(check.Holds);
        Assert.Equal(factor, check.Factor!.Value, 1e-6);
    }

    [Theory]
    [InlineData("z-y", "a")] // the slip of one set of notes
    [InlineData("a' * 2(a-y)", "w")]
    [InlineData("w σ'(z) * 2(a-y)", "w")]
    [InlineData("0", "b")]
    [InlineData("2σ'(z) (a-y) + 0.001", "b")]
    public void Wrong_formula_fails_with_a_point_that_shows_it(string formula, string of)
    {
        var check = Run(formula, of);

        Assert.False(check.Holds);
        Assert.Null(check.Factor);
        var point = check.Worst;
        double z = point.W * point.Previous + point.B, a = 1 / (1 + Math.Exp(-z)), slope = a * (1 - a);
        Assert.Equal((z, a), (point.Z, point.A));
        double right = 2 * (a - point.Y) * of switch { "w" => point.Previous * slope, "b" => slope, _ => 1 };
        Assert.Equal(right, point.Measured, 1e-9);
        Assert.Equal(Expression.Parse(formula, FormulaCheck.Symbols).Evaluate(point.W, point.B, point.Previous, z, a, point.Y), point.Value!.Value, 1e-15);
        Assert.NotEqual(right, point.Value!.Value, 1e-4);
    }

    [Fact]
    public void Formula_without_a_value_somewhere_fails_there()
    {
        var check = Run("ln(w)", "w");

        Assert.False(check.Holds);
        Assert.Null(check.WorstRelativeError);
        Assert.Null(check.Worst.Value);
        Assert.True(check.Worst.W < 0);
    }

    [Theory]
    [InlineData("a' * σ'(z) * ", 13)]
    [InlineData("a' * σ'(z) * foo", 13)]
    [InlineData("σ(z) + $", 7)]
    [InlineData("σ'(z", 2)]
    public void Nonsense_is_refused_at_its_place_whatever_sigma_stands_for(string formula, int position)
    {
        foreach (string activation in new[] { "sigmoid", "tanh", "relu" })
        {
            var refusal = Assert.Throws<ExpressionException>(() => Run(formula, "w", activation: activation));
            Assert.Equal((formula, position), (refusal.Text, refusal.Position));
        }
    }

    [Fact]
    public void What_is_not_offered_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Run("a", "y"));
        Assert.Throws<ArgumentException>(() => Run("a", "w", cost: "cross-entropy"));
        Assert.Throws<ArgumentException>(() => Run("a", "w", activation: "softmax"));
    }

    private static FormulaCheck Run(string formula, string of, string cost = "quadratic", string activation = "sigmoid") =>
        FormulaCheck.Run(formula, of, Cost.Parse(cost), Activation.Parse(activation));
}
