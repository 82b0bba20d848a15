using FsCheck;
using FsCheck.Fluent;
using static System.Math;

namespace Nabla.Tests;

public class ExpressionTests
{
    // Their values at x = 2, y = −0.5, by C#'s own arithmetic.
    private static readonly (string Formula, Func<double, double, double> Value)[] Table =
    [
        ("3", (_, _) => 3), (".5", (_, _) => 0.5), ("2.", (_, _) => 2), ("1e-3", (_, _) => 0.001), ("2E2", (_, _) => 200), ("½", (_, _) => 0.5),
        ("π", (_, _) => PI), ("2pi", (_, _) => 2 * PI), ("e", (_, _) => E), ("2e", (_, _) => 2 * E), ("2e-x", (x, _) => 2 * E - x),
        ("x + y - 1", (x, y) => x + y - 1), ("1 - x - y", (x, y) => 1 - x - y), ("8/x/4", (x, _) => 8 / x / 4), ("6÷x×3", (x, _) => 6 / x * 3),
        ("x − 1", (x, _) => x - 1), ("x·y*3", (x, y) => x * y * 3), ("（x＋y）＊２", (x, y) => (x + y) * 2),
        ("-x^2", (x, _) => -(x * x)), ("(-x)^2", (x, _) => x * x), ("2^3^2", (_, _) => 512), ("x**3", (x, _) => x * x * x), ("2^-x", (_, _) => 0.25),
        ("--x", (x, _) => x), ("3*-x", (x, _) => -3 * x), ("+x", (x, _) => x), ("x - -y", (x, y) => x + y),
        ("x²", (x, _) => x * x), ("x¹⁰", (_, _) => 1024), ("x⁻²", (_, _) => 0.25), ("-x²", (x, _) => -x * x), ("x²^3", (_, _) => 64), ("2^x²", (_, _) => 16),
        ("2x", (x, _) => 2 * x), ("2(x-y)", (x, y) => 2 * (x - y)), ("x y", (x, y) => x * y), ("xy", (x, y) => x * y), ("3x^2y", (x, y) => 3 * x * x * y),
        ("(x)(y)", (x, y) => x * y), ("x(y+1)", (x, y) => x * (y + 1)), ("2x/4", (x, _) => x / 2), ("x/2·y", (x, y) => x / 2 * y), ("½x²", (x, _) => x * x / 2),
        ("sin(x)", (x, _) => Sin(x)), ("cos(x)", (x, _) => Cos(x)), ("tan(x)", (x, _) => Tan(x)), ("exp(y)", (_, y) => Exp(y)), ("ln(x)", (x, _) => Log(x)),
        ("log(x)", (x, _) => Log(x)), ("sqrt(x)", (x, _) => Sqrt(x)), ("√x", (x, _) => Sqrt(x)), ("√(x+7)", (_, _) => 3), ("√2x", (x, _) => Sqrt(2) * x),
        ("abs(y)", (_, y) => -y), ("sign(y)", (_, _) => -1), ("tanh(x)", (x, _) => Tanh(x)), ("xsin(y)", (x, y) => x * Sin(y)), ("sin(x)cos(y)", (x, y) => Sin(x) * Cos(y)),
        ("σ(x)", (x, _) => 1 / (1 + Exp(-x))), ("sigma(x)", (x, _) => 1 / (1 + Exp(-x))), ("sigmoid(x)", (x, _) => 1 / (1 + Exp(-x))),
        ("σ'(x)", (x, _) => Exp(-x) / Pow(1 + Exp(-x), 2)), ("σ′(x)", (x, _) => Exp(-x) / Pow(1 + Exp(-x), 2)), ("sigma'(x)", (x, _) => Exp(-x) / Pow(1 + Exp(-x), 2)),
        ("tanh'(x)", (x, _) => 1 - Pow(Tanh(x), 2)), ("sin'(x)", (x, _) => Cos(x)), ("relu(y)", (_, _) => 0), ("relu(x)", (x, _) => x), ("relu'(x)", (_, _) => 1),
        ("step(y)", (_, _) => 0), ("max(x, y)", (x, _) => x), ("min(x, max(y, 0))", (_, _) => 0), ("e^-x", (x, _) => Exp(-x)),
    ];

    public static TheoryData<string> Formulas => [.. Table.Select(row => row.Formula)];

    [Theory]
    [MemberData(nameof(Formulas))]
    public void Value_is_that_of_arithmetic(string formula)
    {
        double expected = Table.First(row => row.Formula == formula).Value(2, -0.5);
        Assert.Equal(expected, Expression.Parse(formula, "x", "y").Evaluate(2, -0.5), 1e-14 * Max(1, Abs(expected)));
    }

    [Fact]
    public void Primed_names_are_one_symbol_and_the_longest_name_wins()
    {
        string[] names = ["a", "a'", "w", "y", "z", "a_jk", "z₁"];
        double[] values = [0.9, 0.3, -2, 1, 0.7, 5, 11];
        Assert.Equal(0.3 * -2, Expression.Parse("a'w", names).Evaluate(values));
        Assert.Equal(0.3 * -2, Expression.Parse("a′ w", names).Evaluate(values));
        Assert.Equal(5 * 11, Expression.Parse("a_jk z₁", names).Evaluate(values));
        Assert.Equal(2 * (0.9 - 1), Expression.Parse("2(a−y)", names).Evaluate(values));
        Assert.Equal("a'·σ'(z)·2·(a − y)", Expression.Parse("a' σ'(z) 2(a-y)".Replace(" 2", "·2"), names).ToString());
    }

    [Theory]
    [InlineData("x^4 - 3x^2 + x", "4·x³ − 6·x + 1")]
    [InlineData("½x²", "x")]
    [InlineData("(x-3)^2", "2·(x − 3)")]
    [InlineData("σ(x)", "σ'(x)")]
    [InlineData("ln(x)", "1/x")]
    [InlineData("cos(2x)", "−2·sin(2·x)")]
    [InlineData("e^x", "e^x")]
    [InlineData("x^y", "y·x^(y − 1)")]
    [InlineData("y", "0")]
    [InlineData("1/x", "−1/x²")]
    public void Derivative_is_written_simply(string formula, string derivative) =>
        Assert.Equal(derivative, Expression.Parse(formula, "x", "y").Derivative(0).ToString());

    [Fact]
    public void Derivatives_agree_with_finite_differences() => Check.One(Repeatable.Config, Prop.ForAll(Smooth, f =>
    {
        double[] at = [0.83, -0.47];
        for (int i = 0; i < 2; i++)
        {
            double exact = f.Derivative(i).Evaluate(at), measured = Slope(f, at, i, 1e-3);

            // Where half the step gives another slope, the formula is too wild to be measured better than that.
            double doubt = 10 * Abs(measured - Slope(f, at, i, 5e-4)) + 1e-8 * Max(1, Abs(exact));
            Assert.True(Abs(exact - measured) <= doubt, $"{f} by {f.Variables[i]}: {f.Derivative(i)}");
            Assert.Equal(exact, Expression.Parse(f.Derivative(i).ToString(), f.Variables).Evaluate(at), 1e-9 * Max(1, Abs(exact)));
        }
    }));

    [Fact]
    public void Printed_formula_reads_back_the_same() => Check.One(Repeatable.Config, Prop.ForAll(Smooth, f =>
    {
        var again = Expression.Parse(f.ToString(), f.Variables);
        Assert.Equal(f.ToString(), again.ToString());
        Assert.Equal(f.Evaluate(0.83, -0.47), again.Evaluate(0.83, -0.47));
    }));

    [Theory]
    [InlineData("abs(x)", -1)]
    [InlineData("relu(x)", 0)]
    [InlineData("max(x, 2y)", 0)]
    [InlineData("min(x, 2y)", 1)]
    [InlineData("σ''(x)", 0.0)]
    public void Functions_with_a_kink_have_the_slope_of_their_side(string formula, double expected)
    {
        var f = Expression.Parse(formula, "x", "y");
        double[] at = [-0.7, 0.4];
        Assert.Equal(Slope(f, at, 0, 1e-3), f.Derivative(0).Evaluate(at), 1e-8);
        if (expected != 0) Assert.Equal(expected, f.Derivative(0).Evaluate(at));
    }

    [Fact]
    public void Formula_needs_as_many_values_as_variables()
    {
        var f = Expression.Parse("x", "x", "y");
        Assert.Throws<ArgumentException>(() => f.Evaluate(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => f.Derivative(2));
        Assert.Throws<ArgumentException>(() => Expression.Parse("x", "x", "x"));
        Assert.Throws<ArgumentException>(() => Expression.Parse("x", "2x"));
    }

    private static double Slope(Expression f, double[] at, int i, double h)
    {
        double At(double step) => f.Evaluate([.. at.Select((value, k) => k == i ? value + step * h : value)]);
        return (At(-2) - 8 * At(-1) + 8 * At(1) - At(2)) / (12 * h);
    }

    // Formulas that are smooth and tame near the point where they are tried.
    private static Arbitrary<Expression> Smooth => Arb.From(Gen.Sized(size => Text(Min(4, size / 10 + 1))))
        .Generator.Select(text => Expression.Parse(text, "x", "y")).Where(f => Abs(f.Evaluate(0.83, -0.47)) < 1e3).ToArbitrary();

    private static Gen<string> Text(int depth)
    {
        var leaf = Gen.Elements("x", "y", "2", "0.3", "π", "e", "½", "-x", "3x");
        if (depth == 0) return leaf;
        var part = Text(depth - 1);
        var pair = part.Two();
        return Gen.OneOf(
            leaf,
            pair.Select(p => $"{p.Item1} + {p.Item2}"),
            pair.Select(p => $"{p.Item1} - ({p.Item2})"),
            pair.Select(p => $"({p.Item1})({p.Item2})"),
            pair.Select(p => $"({p.Item1})/(3 + ({p.Item2})²)"),
            pair.Select(p => $"(1 + ({p.Item1})²)^σ({p.Item2})"),
            part.Select(p => $"({p})³"),
            part.Select(p => $"-({p})^2"),
            part.Select(p => $"2^tanh({p})"),
            part.Select(p => $"ln(2 + cos({p}))"),
            part.Select(p => $"√(1 + ({p})²)"),
            part.Select(p => $"σ'({p})"),
            part.Select(p => $"sin({p})"),
            part.Select(p => $"exp(-abs(1 + ({p})²))"));
    }
}
