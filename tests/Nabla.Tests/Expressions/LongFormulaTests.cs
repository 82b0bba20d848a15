namespace Nabla.Tests;

/// <summary>A short formula costs little, and what is understood can be written down and read again.</summary>
public sealed class LongFormulaTests
{
    [Theory]
    [InlineData("", "exy", 266, "")]
    [InlineData("", "xy", 499, "x")]
    [InlineData("2^x^y", "exyx", 100, "-----exy")]
    [InlineData("ln(1+e^x)", "exyx", 97, "")]
    [InlineData("", "x^", 49, "x")]
    [InlineData("", "1/(x+", 45, "1" + Close45)]
    public void A_derivative_that_explodes_is_refused_in_words(string beginning, string middle, int times, string end)
    {
        var formula = Expression.Parse(beginning + string.Concat(Enumerable.Repeat(middle, times)) + end, "x", "y");
        Allocated.MustStayModest(0, () =>
        {
            try
            {
                MustBeReadAgain(formula.Derivative(0));
            }
            catch (ExpressionException refusal)
            {
                Assert.Equal("The derivative of this formula has more than 2000 parts, or is nested too deeply; write the formula more simply.", refusal.Message);
            }
        });
    }

    [Fact]
    public void Derivatives_of_derivatives_are_refused_before_they_fill_the_memory()
    {
        var formula = Expression.Parse(string.Concat(Enumerable.Repeat("x", 40)), "x");
        Allocated.MustStayModest(0, () =>
        {
            var first = formula.Derivative(0);
            Assert.Equal(40, first.Evaluate(1));
            Assert.Contains("more than 2000 parts", Assert.Throws<ExpressionException>(() => first.Derivative(0).Derivative(0)).Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_long_sum_is_derived()
    {
        string hills = string.Join(" + ", Enumerable.Range(1, 25).Select(i => $"{i}exp(-((x-{i})^2+(y-{i + 1})^2))"));
        var slope = Expression.Parse(hills, "x", "y").Derivative(1);
        double expected = Enumerable.Range(1, 25).Sum(i => -2 * (2.5 - i - 1) * i * Math.Exp(-((3 - i) * (3 - i) + (2.5 - i - 1) * (2.5 - i - 1))));
        Assert.Equal(expected, slope.Evaluate(3, 2.5), 1e-12);
        MustBeReadAgain(slope);
    }

    [Theory]
    [InlineData("x", "⁻¹", 50, "", "x⁻¹⁻¹")]
    [InlineData("min(x,1)", "⁻¹", 50, "", "min(x, 1)⁻¹⁻¹")]
    [InlineData("x^4 - 3x^2 + x", "⁻¹", 50, "", "x⁴ − 3·x² + x⁻¹")]
    [InlineData("", "xy", 500, "", "x·y·x")]
    [InlineData("", "max(x,-", 30, "y" + Close30, "max(x, −max(x, −")]
    [InlineData("", "-(", 40, "x" + Close40, "−−−")]
    [InlineData("", "x²^", 30, "y", "x²^x²^")]
    [InlineData("", "√", 90, "x", "√(√(")]
    public void What_is_printed_is_read_again(string beginning, string middle, int times, string end, string printed)
    {
        string text = beginning + string.Concat(Enumerable.Repeat(middle, times)) + end;
        Expression formula;
        try
        {
            formula = Expression.Parse(text, "x", "y");
        }
        catch (ExpressionException refusal)
        {
            Assert.Equal("The formula is nested more than 100 deep; write it more simply.", refusal.Message);
            return;
        }

        Assert.Contains(printed, formula.ToString(), StringComparison.Ordinal);
        MustBeReadAgain(formula);
    }

    [Theory]
    [InlineData("(x²)³", "(x²)³")]
    [InlineData("x²³", "x²³")]
    [InlineData("(x⁻¹)²", "(x⁻¹)²")]
    [InlineData("(x^2)^-1", "x²^(−1)")]
    [InlineData("x²⁻³", "x²⁻³")]
    [InlineData("(x^y)⁻¹", "(x^y)⁻¹")]
    [InlineData("(x²)^y", "x²^y")]
    public void Powers_of_powers_keep_their_meaning(string text, string printed)
    {
        var formula = Expression.Parse(text, "x", "y");
        Assert.Equal(printed, formula.ToString());
        Assert.Equal(formula.Evaluate(1.7, 2.3), Expression.Parse(printed, "x", "y").Evaluate(1.7, 2.3));
    }

    [Fact]
    public void Sums_of_numbers_that_are_too_large_stay_sums()
    {
        var slope = Expression.Parse("1e308x + 1e308x", "x").Derivative(0);
        Assert.Equal(double.PositiveInfinity, slope.Evaluate(1));
        MustBeReadAgain(slope);
    }

    [Fact]
    public void A_text_of_many_letters_is_refused_at_once() => Allocated.MustStayModest(0, () =>
    {
        Assert.Contains("more than 2000 parts", Assert.Throws<ExpressionException>(() => Expression.Parse(new string('x', 100_000), "x")).Message, StringComparison.Ordinal);
        Assert.Contains("at most 100000 are read", Assert.Throws<ExpressionException>(() => Expression.Parse(new string('x', 100_001), "x")).Message, StringComparison.Ordinal);
        Assert.True(Assert.Throws<ExpressionException>(() => Expression.Parse(new string('z', 100_000), "x")).Message.Length < 1000);
    });

    [Fact]
    public void Slopes_that_double_with_every_call_are_refused() => Assert.Contains("parts", Assert.Throws<ExpressionException>(() => Expression.Parse(
        string.Concat(Enumerable.Repeat("σ''(", 40)) + "x" + new string(')', 40), "x")).Message, StringComparison.Ordinal);

    private const string Close30 = "))))))))))))))))))))))))))))))", Close40 = Close30 + "))))))))))", Close45 = Close40 + ")))))";

    private static void MustBeReadAgain(Expression formula)
    {
        var again = Expression.Parse(formula.ToString(), [.. formula.Variables]);
        double[] point = [.. formula.Variables.Select((_, i) => 0.7 + 0.3 * i)];
        Assert.Equal(formula.Evaluate(point), again.Evaluate(point));
    }
}
