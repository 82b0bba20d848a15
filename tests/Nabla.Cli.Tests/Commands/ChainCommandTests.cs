using System.Text.Json;

namespace Nabla.Cli.Tests;

public class ChainCommandTests
{
    [Fact]
    public void Product_of_the_factors_is_what_a_nudge_measures()
    {
        var run = CommandRun.Of("chain", "--weights", "0.5,-1.5", "--biases", "0.1,0.3", "--input", "0.8", "--target", "1", "--json");
        Assert.Equal(0, run.ExitCode);
        using var json = JsonDocument.Parse(run.Out);

        // By hand: a' = σ(0.5·0.8 + 0.1), z = −1.5·a' + 0.3, ∂C/∂w = a'·σ(z)(1−σ(z))·2(σ(z)−1).
        double previous = 1 / (1 + Math.Exp(-0.5)), a = 1 / (1 + Math.Exp(1.5 * previous - 0.3));
        double derivative = previous * a * (1 - a) * 2 * (a - 1);
        var last = json.RootElement.GetProperty("links")[1];
        Assert.Equal(derivative, last.GetProperty("dCdW").GetDouble(), 1e-12);
        var nudge = json.RootElement.GetProperty("nudges").EnumerateArray().Last(nudge => nudge.GetProperty("symbol").GetString() == "w");
        Assert.Equal(derivative, nudge.GetProperty("measured").GetProperty("ratio").GetDouble(), 1e-6);
    }

    [Fact]
    public void Text_has_every_factor()
    {
        string text = CommandRun.Of("chain").Out;
        foreach (string part in (string[])["∂z/∂w = a'", "σ′(z)", "∂C/∂a", "Measured"]) Assert.Contains(part, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Cross_entropy_says_how_its_factors_join()
    {
        string text = CommandRun.Of("chain", "--weights", "2", "--biases", "2", "--input", "1", "--target", "0", "--cost", "binary-cross-entropy").Out;

        Assert.Contains("binary-cross-entropy cost, −[y·ln a + (1 − y)·ln(1 − a)]", text, StringComparison.Ordinal);
        Assert.Contains("σ′(z) · ∂C/∂a = a − y = +0.98201", text, StringComparison.Ordinal);
        Assert.DoesNotContain("make one", CommandRun.Of("chain").Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("needs sigmoid outputs, not tanh", "--activation", "tanh")]
    [InlineData("is from 0 to 1", "--target", "1.5")]
    [InlineData("the output is rounded to 1", "--weights", "60", "--input", "1")]
    public void Cross_entropy_that_makes_no_sense_is_refused(string says, params string[] arguments) => Assert.Contains(
        says, CommandRun.Of(["chain", "--cost", "binary-cross-entropy", .. arguments]).MustBeRefused(), StringComparison.Ordinal);

    [Fact]
    public void Numbers_that_do_not_fit_are_refused()
    {
        Assert.Contains("one of each", CommandRun.Of("chain", "--weights", "1,2", "--biases", "1").MustBeRefused(), StringComparison.Ordinal);
        Assert.Contains("'two' is not a number", CommandRun.Of("chain", "--weights", "1,two").MustBeRefused(), StringComparison.Ordinal);
        Assert.Contains("no longer finite", CommandRun.Of("chain", "--weights", "1e308,1e308", "--activation", "identity").MustBeRefused(), StringComparison.Ordinal);
    }
}
