namespace Nabla.Tests.Networks;

public class RangeTests
{
    public static TheoryData<string> Names => [.. Activation.All.Where(activation => activation.IsElementwise).Select(activation => activation.Name)];

    /// <summary>What an activation says that it reaches it comes near, and does not pass.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void The_range_is_that_of_the_curve(string name)
    {
        var activation = Activation.Parse(name);
        double[] z = [.. Enumerable.Range(-40_000, 80_001).Select(i => i / 1000.0), -1e6, 1e6], a = new double[z.Length];
        activation.Apply<double>(z, a);

        var (least, most) = activation.Range;
        if (double.IsFinite(least)) Assert.Equal(least, a.Min(), 1e-5);
        else Assert.True(a.Min() < -1000);
        if (double.IsFinite(most)) Assert.Equal(most, a.Max(), 1e-9);
        else Assert.True(a.Max() > 1000);
    }
}
