namespace Nabla.Charts;

/// <summary>Draws what a <see cref="LearningRateFinder"/> saw.</summary>
public static class LearningRateCharts
{
    /// <summary>The sweep as a chart: the smoothed cost over the learning rate.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="subtitle">The setting.</param>
    public static Chart ToChart(this LearningRateSweep sweep, string? subtitle = null)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        var (rates, costs, suggestion) = sweep;
        // What explodes at the end would press all else to the ground.
        double first = costs.Count > 0 ? costs[0] : 1, least = costs.DefaultIfEmpty(0).Min(), margin = 0.1 * (first - least);
        return new Chart("Cost while the learning rate grows", new Axis("learning rate η", IsLogarithmic: true), new Axis("smoothed cost")
        {
            Minimum = Math.Max(0, least - margin),
            Maximum = first + Math.Max(3 * margin, 0.2 * first),
        })
        {
            Subtitle = subtitle,
            Series = [new Series("", rates, costs)],
            Marks = suggestion is { } rate ? [new ChartMark(rate, costs[rates.ToList().IndexOf(rate)], $"{rate:G2}")] : [],
        };
    }
}
