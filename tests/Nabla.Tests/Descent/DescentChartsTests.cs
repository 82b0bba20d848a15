namespace Nabla.Tests;

public class DescentChartsTests
{
    [Fact]
    public void A_curve_carries_the_way_down_and_the_minima()
    {
        var f = Objective.All[1];
        var result = GradientDescent.Run(f, [2]);
        var chart = DescentCharts.Of(f, result);
        Assert.Null(chart.Heights);
        Assert.Equal([SeriesStyle.Line, SeriesStyle.Path], chart.Series.Select(series => series.Style));
        Assert.All(chart.Series[1].X.Zip(chart.Series[1].Y), point => Assert.Equal(f.Value(point.First), point.Second, 1e-12));
        Assert.Equal(result.Steps[^1].Position[0], chart.Series[1].X[^1]);
        Assert.Equal(["global minimum", "local minimum"], chart.Marks.Select(mark => mark.Text));
    }

    [Fact]
    public void A_landscape_has_the_functions_values_or_their_logarithm_where_it_is_lopsided()
    {
        var bowl = Objective.All.First(f => f.Name == "bowl");
        var heights = DescentCharts.Of(bowl, GradientDescent.Run(bowl)).Heights!;
        Assert.Equal("f", heights.Label);
        Assert.Equal(bowl.Value(heights.X[3], heights.Y[5]), heights.Values[5 * heights.X.Count + 3]);

        var bent = Objective.All.First(f => f.Name == "rosenbrock");
        heights = DescentCharts.Of(bent, GradientDescent.Run(bent)).Heights!;
        Assert.StartsWith("log10(1 + f", heights.Label, StringComparison.Ordinal);
        Assert.Equal(Math.Log10(1 + bent.Value(heights.X[3], heights.Y[5])), heights.Values[5 * heights.X.Count + 3], 0.01);
    }

    [Fact]
    public void A_way_that_leaves_is_drawn_as_far_as_it_is_shown()
    {
        var f = Objective.All[0];
        var chart = DescentCharts.Of(f, GradientDescent.Run(f, [2], new DescentOptions { LearningRate = 1.2 }));
        Assert.All(chart.Series[1].X, x => Assert.InRange(x, f.Low[0], f.High[0]));
        Assert.NotEmpty(chart.Series[1].X);
    }

    [Theory]
    [InlineData("saddle", 3, false)]
    [InlineData("rastrigin", 0, true)]
    public void Basins_have_a_colour_each_or_a_shade(string name, int series, bool isShade)
    {
        var f = Objective.All.First(f => f.Name == name);
        var chart = DescentCharts.Of(f, Basins.Map(f, new DescentOptions { LearningRate = f.LearningRate!.Value }, starts: 15));
        Assert.Equal(series, chart.Series.Count);
        Assert.Equal(isShade, chart.Heights!.X.Count == 15);
    }
}
