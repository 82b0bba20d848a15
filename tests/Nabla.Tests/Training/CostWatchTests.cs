namespace Nabla.Tests;

public class CostWatchTests
{
    [Fact]
    public void A_cost_that_falls_by_less_than_the_least_improvement_is_no_better()
    {
        var watch = new CostWatch(new EarlyStopping { Patience = 3, MinimumImprovement = 0.1 }, null);
        int[] waits = [.. new[] { 1, 0.95, 0.91, 0.89, 0.85, 0.9, 0.81 }.Select(cost =>
        {
            watch.Note(cost);
            return watch.WithoutImprovement;
        })];

        // 0.89 is a tenth below 1, the best so far; of 0.85, 0.9 and 0.81 none is a tenth below 0.89.
        Assert.Equal([0, 1, 2, 0, 1, 2, 3], waits);
        Assert.Equal(0.89, watch.Best);
        Assert.True(watch.IsPatienceOver);
    }

    [Fact]
    public void Without_a_least_improvement_every_fall_counts()
    {
        var watch = new CostWatch(new EarlyStopping { MinimumImprovement = 0 }, null);
        foreach (double cost in new[] { 1, 0.9999999, 0.9999998 }) watch.Note(cost);
        Assert.Equal((0.9999998, 0), (watch.Best, watch.WithoutImprovement));
    }
}
