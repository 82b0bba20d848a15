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
    [InlineData("a' σ'(z) 2(a-y)", "w", "quadratic", "sigmoid")]
    [InlineData("σ'(z)2(a-y)a'", "w", "quadratic", "sigmoid")]
    [InlineData("a^(L-1) σ'(z^(L)) 2(a^(L)-y)", "w", "quadratic", "sigmoid")]
    [InlineData("a^{(L-1)}σ'(z^{(L)})2(a^{(L)}-y)", "w", "quadratic", "tanh")]
    [InlineData("a^(l − 1) · sigma'(z^l) · (a^l - y^l)", "w", "half-quadratic", "relu")]
    [InlineData("w⁽ᴸ⁾a⁽ᴸ⁻¹⁾ σ′(zᴸ) 2(aᴸ−y) / w^(L)", "w", "quadratic", "sigmoid")]
    [InlineData("w^(L)σ'(w^(L)a^(L-1)+b^(L))·2（a^（L）−y）", "a'", "quadratic", "sigmoid")]
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

    [Theory]
    [InlineData("2(z-y)", "a", "z", "a")] // the slip of one set of notes
    [InlineData("a^(L-1) σ'(z^(L)) 2(z^(L)-y)", "w", "z", "a")]
    [InlineData("a' σ'(a) 2(a-y)", "w", "a", "z")]
    [InlineData("a σ'(z) 2(a-y)", "w", "a", "a'")]
    [InlineData("w σ'(z) 2(a-y)", "w", "w", "a'")]
    [InlineData("a' σ'(z) 2(a-y)", "a'", "a'", "w")]
    [InlineData("2 a' z(1-z)(z-y)", "w", "z", "a")]
    [InlineData("a' tanh'(z) 2(a'-y)", "w", "a'", "a", "tanh")]
    public void One_symbol_in_place_of_another_is_named(string formula, string of, string written, string meant, string activation = "sigmoid")
    {
        var check = Run(formula, of, activation: activation);

        Assert.False(check.Holds);
        Assert.Equal(new FormulaSlip(written, meant), check.Slip);
    }

    [Theory]
    [InlineData("2(a-y)", "a")]
    [InlineData("a-y", "a")] // off by a factor
    [InlineData("z-y", "a")] // a slip, and off by a factor besides
    [InlineData("2(z-y) + 1", "a")]
    [InlineData("2(w-y)", "a")]
    public void What_no_slip_explains_names_none(string formula, string of) => Assert.Null(Run(formula, of).Slip);

    [Theory]
    [InlineData("a^L-1", 0, "'a^L-1' is read in two ways; write a^(L-1), or (a^L) - 1.")]
    [InlineData("2(a - z^(L-1))", 6, "of layer L−1 it knows only a^(L-1)")]
    [InlineData("a^(L+1)", 3, "'L' is not known")]
    [InlineData("a^(L-1", 3, "'L' is not known")]
    [InlineData("a^(L)'", 5, "has no meaning")]
    [InlineData("a^ln(w) +", 9, "ends where")]
    public void Layers_that_are_not_there_are_refused(string formula, int position, string says)
    {
        var refusal = Assert.Throws<ExpressionException>(() => Run(formula, "w"));
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
        Assert.Equal((formula, position), (refusal.Text, refusal.Position));
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
