using FsCheck;
using FsCheck.Fluent;
using Nabla.Tests.Text;

namespace Nabla.Tests;

public class ExpressionRefusalTests
{
    [Theory]
    [InlineData("", 0, "empty")]
    [InlineData("  ", 2, "empty")]
    [InlineData("x +", 3, "ends where")]
    [InlineData("x *", 3, "ends where")]
    [InlineData("-", 1, "ends where")]
    [InlineData("* x", 0, "must stand before '*'")]
    [InlineData("x + * 2", 4, "must stand before '*'")]
    [InlineData("x ^ ^ 2", 4, "must stand before '^'")]
    [InlineData("2(x + 1", 1, "never closed")]
    [InlineData("sin(x", 3, "never closed")]
    [InlineData("x + 1)", 5, "no '('")]
    [InlineData("()", 1, "must stand before ')'")]
    [InlineData("1.2.3", 3, "only one dot")]
    [InlineData("1..2", 2, "only one dot")]
    [InlineData("x + .", 4, "dot alone")]
    [InlineData("1e999", 0, "too large")]
    [InlineData("x 2", 2, "operator is missing")]
    [InlineData("2 3", 2, "operator is missing")]
    [InlineData("2 3(x)", 2, "operator is missing")]
    [InlineData("x 2 (x)", 2, "operator is missing")]
    [InlineData("x² 3(x)", 3, "operator is missing")]
    [InlineData("1/x 2(x)", 4, "implied product after a division")]
    [InlineData("0,5", 1, "decimals have a dot")]
    [InlineData("max(x)", 5, "two arguments")]
    [InlineData("max(x, y, 1)", 8, "between the arguments")]
    [InlineData("sin x", 4, "needs parentheses")]
    [InlineData("sin", 3, "needs parentheses")]
    [InlineData("y = x^2", 2, "no '='")]
    [InlineData("|x|", 0, "abs(x)")]
    [InlineData("x % 2", 2, "'%' has no meaning")]
    [InlineData("x + 😀", 4, "'😀' has no meaning")]
    [InlineData("x + \ud83d", 4, "no meaning")]
    [InlineData("1/2x", 3, "two ways")]
    [InlineData("x/2(y+1)", 3, "two ways")]
    [InlineData("x⁻", 1, "raised minus")]
    [InlineData("sin''(x)", 0, "several primes")]
    [InlineData("x + foo", 4, "'foo' is not known")]
    [InlineData("x2", 0, "'x2' is not known; did you mean 'x'?")]
    [InlineData("x'", 0, "'x'' is not known; did you mean 'x'?")]
    [InlineData("2 sni(x)", 2, "did you mean 'sin'?")]
    [InlineData("3·sigmod(x)", 2, "did you mean 'sigmoid'?")]
    [InlineData("z", 0, "Known: x, y, π, e; sin,")]
    public void Nonsense_is_refused_where_it_stands(string text, int position, string message)
    {
        var refusal = Assert.Throws<ExpressionException>(() => Expression.Parse(text, "x", "y"));
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(position, refusal.Position);
        Chinese.Check(Said.Of(refusal));
    }

    [Theory]
    [InlineData("(", "x", ")")]
    [InlineData("-", "x", "")]
    [InlineData("√", "x", "")]
    [InlineData("x^", "x", "")]
    [InlineData("sin(", "x", ")")]
    public void Deep_nesting_is_refused(string opening, string inside, string closing)
    {
        string Nested(int depth) => string.Concat(Enumerable.Repeat(opening, depth)) + inside + string.Concat(Enumerable.Repeat(closing, depth));
        Assert.NotNull(Expression.Parse(Nested(20), "x").Derivative(0).ToString());
        Assert.Contains("nested", Assert.Throws<ExpressionException>(() => Expression.Parse(Nested(150), "x")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_formulas_are_refused() =>
        Assert.Equal(1000, Assert.Throws<ExpressionException>(() => Expression.Parse(new string('x', 1001), "x")).Position);

    [Theory]
    [InlineData("x + foo", "    ^")]
    [InlineData("x\t+ $", "    ^")]
    [InlineData("（x）％", "     ^")] // full-width forms take two columns
    [InlineData("e\u0301x", " ^")] // a combining accent takes none, and this one has no meaning
    public void Caret_stands_below_the_place(string text, string caret)
    {
        var lines = Assert.Throws<ExpressionException>(() => Expression.Parse(text, "x")).Lines;
        Assert.Equal(text.Replace('\t', ' '), lines[0]);
        Assert.Equal(caret, lines[1]);
    }

    [Fact]
    public void Any_text_is_read_or_refused_cleanly()
    {
        var text = Gen.Elements<string>([.. "x+-*/^().,23e' σ√²⁻½|=%（".Select(c => c.ToString()), "sin", "max(", "σ'(", "\ud83d", "\0"])
            .ListOf().Select(string.Concat).ToArbitrary();
        Check.One(Repeatable.Config, Prop.ForAll(text, text =>
        {
            try
            {
                var f = Expression.Parse(text, "x");
                Assert.Equal(f.ToString(), Expression.Parse(f.ToString(), "x").ToString());
            }
            catch (ExpressionException refusal)
            {
                Assert.InRange(refusal.Position, 0, refusal.Text.Length);
                Assert.Equal(2, refusal.Lines.Count);
            }
        }));
    }
}
