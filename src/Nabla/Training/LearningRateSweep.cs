namespace Nabla;

/// <summary>What a <see cref="LearningRateFinder"/> saw.</summary>
/// <param name="Rates">The learning rate of each step, growing.</param>
/// <param name="Costs">The smoothed cost of the mini-batches up to each step.</param>
/// <param name="Suggestion">
/// The rate halfway, in the logarithm, between where the cost fell fastest and where it was lowest; null where it did not fall.
/// </param>
public sealed record LearningRateSweep(IReadOnlyList<double> Rates, IReadOnlyList<double> Costs, double? Suggestion);
