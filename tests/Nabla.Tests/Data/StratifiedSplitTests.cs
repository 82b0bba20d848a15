namespace Nabla.Tests;

public class StratifiedSplitTests
{
    [Fact]
    public void Seed_decides_which_examples_are_set_aside()
    {
        Assert.Equal(Aside(1), Aside(1));
        Assert.Equal(20, Enumerable.Range(1, 20).Select(seed => string.Join(',', Aside((ulong)seed))).Distinct().Count());
    }

    [Fact]
    public void Every_example_is_as_likely_to_be_set_aside_as_any_other()
    {
        // Of 2,000 draws with a chance of a quarter each, within six deviations of √(2,000·¼·¾).
        int[] times = new int[40];
        for (ulong seed = 0; seed < 2000; seed++)
        {
            foreach (int i in Aside(seed)) times[i]++;
        }

        Assert.All(times, count => Assert.InRange(count, 500 - 117, 500 + 117));
    }

    [Fact]
    public void Each_class_gives_its_share()
    {
        int[] aside = Aside(5);
        Assert.Equal((5, 5), (aside.Count(i => i % 2 == 0), aside.Count(i => i % 2 == 1)));
    }

    private static int[] Aside(ulong seed) => StratifiedSplit.Of(40, i => i % 2, 0.25, seed).Aside;
}
