namespace Nabla;

/// <summary>What a <see cref="LearningRateFinder"/> saw.</summary>
/// <param name="Rates">The learning rate of each step, growing.</param>
/// <param name="Costs">The smoothed cost of the mini-batches up to each step.</param>
/// <param name="Suggestion">
/// The rate halfway, in the logarithm, between where the cost fell fastest and where it was lowest; null where it did not fall.
/// </param>
public sealed record LearningRateSweep(IReadOnlyList<double> Rates, IReadOnlyList<double> Costs, double? Suggestion)
{
    /// <summary>The sweep as a chart.</summary>
    /// <param name="subtitle">The setting.</param>
    public Chart ToChart(string? subtitle = null)
    {
        // What explodes at the end would press all else to the ground.
        double first = Costs.Count > 0 ? Costs[0] : 1, least = Costs.DefaultIfEmpty(0).Min(), margin = 0.1 * (first - least);
        return new Chart("Cost while the learning rate grows", new Axis("learning rate η", IsLogarithmic: true), new Axis("smoothed cost")
        {
            Minimum = Math.Max(0, least - margin),
            Maximum = first + Math.Max(3 * margin, 0.2 * first),
        })
        {
            Subtitle = subtitle,
            Series = [new Series("", Rates, Costs)],
            Marks = Suggestion is { } rate ? [new ChartMark(rate, Costs[Rates.ToList().IndexOf(rate)], $"{rate:G2}")] : [],
        };
    }
}
