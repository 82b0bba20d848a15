namespace Nabla.Tests;

public class RngTests
{
    [Fact]
    public void Sequence_of_a_seed_is_the_published_algorithms()
    {
        var rng = new Rng(1);
        Assert.Equal(Golden.Load().Seed1, Enumerable.Range(0, 6).Select(_ => $"{rng.NextUInt64()}"));
    }

    [Fact]
    public void Sequence_of_a_stream_never_changes()
    {
        var rng = new Rng(42, 2, 3);
        Assert.Equal(Golden.Load().Seed42Stream2Index3, Enumerable.Range(0, 6).Select(_ => $"{rng.NextUInt64()}"));
    }

    [Fact]
    public void Whole_numbers_are_evenly_spread()
    {
        var rng = new Rng(5);
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++) counts[rng.NextInt(7)]++;

        // Six degrees of freedom: chi-square above 22.5 has a chance of one in a thousand, and the seed is fixed.
        Assert.InRange(counts.Sum(count => (count - 10_000.0) * (count - 10_000.0) / 10_000), 0, 22.5);
    }

    [Fact]
    public void Normal_numbers_have_the_moments_of_the_normal_distribution()
    {
        var rng = new Rng(6);
        double[] draws = [.. Enumerable.Range(0, 200_000).Select(_ => rng.NextNormal())];
        Assert.Equal(0, draws.Average(), 0.01);
        Assert.Equal(1, draws.Average(x => x * x), 0.02);
        Assert.Equal(0, draws.Average(x => x * x * x), 0.04);
        Assert.Equal(3, draws.Average(x => x * x * x * x), 0.1);
        Assert.Equal(0.6827, draws.Count(x => Math.Abs(x) < 1) / 200_000.0, 0.005);
    }

    [Fact]
    public void Shuffling_keeps_every_item()
    {
        int[] items = [.. Enumerable.Range(0, 1000)];
        new Rng(9).Shuffle<int>(items);
        Assert.NotEqual(Enumerable.Range(0, 1000), items);
        Assert.Equal(Enumerable.Range(0, 1000), items.Order());
    }

    [Fact]
    public void Bound_below_one_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new Rng(1).NextInt(0));

    [Theory]
    [InlineData(1e-300)]
    [InlineData(0.001)]
    [InlineData(0.5)]
    [InlineData(0.7071067811865476)]
    [InlineData(1)]
    [InlineData(1.4142135623730951)]
    [InlineData(2.718281828459045)]
    [InlineData(12345.678)]
    [InlineData(1e300)]
    public void Logarithm_agrees_with_the_platforms(double x) =>
        Assert.Equal(Math.Log(x), DeterministicMath.Log(x), 1e-15 * Math.Max(1, Math.Abs(Math.Log(x))));

    [Fact]
    public void A_generator_that_starts_again_is_a_new_one()
    {
        var rng = new Rng(1);
        rng.NextNormal();
        rng.Restart(42, 2, 3);
        var fresh = new Rng(42, 2, 3);
        Assert.Equal(fresh.NextNormal(), rng.NextNormal());
        Assert.Equal(fresh.NextUInt64(), rng.NextUInt64());
    }

    [Theory]
    [InlineData(-700)]
    [InlineData(-12.34)]
    [InlineData(-0.5)]
    [InlineData(-1e-10)]
    [InlineData(0)]
    [InlineData(0.34657)]
    [InlineData(1)]
    [InlineData(18.4)]
    [InlineData(700)]
    public void Exponential_is_right(double x) => Assert.Equal(1, DeterministicMath.Exp(x) / Math.Exp(x), 1e-13);
}
