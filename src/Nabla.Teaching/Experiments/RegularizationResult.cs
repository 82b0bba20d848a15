using Nabla.Charts;

namespace Nabla.Experiments;

/// <summary>What <see cref="RegularizationExperiment"/> measured.</summary>
/// <param name="Runs">A run for each λ.</param>
public sealed record RegularizationResult(IReadOnlyList<RegularizationRun> Runs) : ExperimentResult
{
    /// <inheritdoc/>
    public override ExperimentReport Report()
    {
        var findings = new List<Said>();
        var best = Runs.MaxBy(run => run.Learning.Curve.End.TestAccuracy)!;
        if (Runs.FirstOrDefault(run => run.L2 == 0) is { } without)
        {
            var end = without.Learning.Curve.End;
            var lowest = without.Learning.Curve.Points.MinBy(point => point.TestCost)!;
            findings.Add($"Without L2 the network reads {Words.Percent(end.TrainAccuracy)} of the training examples right and "
                + $"{Words.Percent(end.TestAccuracy)} of the test examples; its test cost is lowest after epoch {Words.Count(lowest.Epoch)}, "
                + $"at {Words.Number(lowest.TestCost)}, and ends at {Words.Number(end.TestCost)}.");
        }

        findings.Add($"Most test examples are read right with λ = {Words.Given(best.L2)}: {Words.Percent(best.Learning.Curve.End.TestAccuracy)}; "
            + $"the lowest test cost at the end has λ = {Words.Given(Runs.MinBy(run => run.Learning.Curve.End.TestCost)!.L2)}.");
        var (first, lowestCost) = (Runs.MinBy(run => run.L2)!, Runs.MinBy(run => run.Learning.Curve.End.TestCost)!);
        if (best == first && lowestCost != first)
        {
            findings.Add($"By what is read right, more λ does not show here; by the cost it does, {Words.Number(lowestCost.Learning.Curve.End.TestCost)} instead of "
                + $"{Words.Number(first.Learning.Curve.End.TestCost)}: the network with larger weights, {Words.Number(first.WeightSize)} instead of "
                + $"{Words.Number(lowestCost.WeightSize)}, is not wrong more often but surer where it is.");
        }

        return new ExperimentReport(findings, new ExperimentTable(
            [$"λ", $"train accuracy", $"test accuracy", $"train cost", $"test cost", $"lowest test cost", $"size of weights"],
            [.. Runs.Select(run => (Said[])
            [
                $"{Words.Given(run.L2)}", $"{run.Learning.TrainAccuracy}",
                $"{run.Learning.TestAccuracy}", $"{Words.Number(run.Learning.Curve.End.TrainCost)}",
                $"{Words.Number(run.Learning.Curve.End.TestCost)}", $"{Words.Number(run.Learning.Curve.Points.Min(p => p.TestCost))}",
                $"{Words.Number(run.WeightSize)}",
            ])]))
        {
            Charts =
            [
                new Chart("Cost with and without L2", new Axis("epoch"), new Axis("cost, without the term for L2", IsLogarithmic: true))
                {
                    Series = [.. Runs.SelectMany(run => Curves(run, p => p.TrainCost, p => p.TestCost))],
                },
                Plot.Curves(
                    "Test accuracy with and without L2", new Axis("epoch"), new Axis("test accuracy"),
                    Runs.Select(run => run.Learning), p => p.Epoch, p => p.TestAccuracy),
            ],
        };
    }

    private static Series[] Curves(RegularizationRun run, Func<LearningPoint, double> train, Func<LearningPoint, double> test) =>
    [
        Plot.Curve($"{run.Learning.Name}, test", run.Learning.Curve, point => point.Epoch, test),
        Plot.Curve($"{run.Learning.Name}, train", run.Learning.Curve, point => point.Epoch, train, SeriesStyle.Dashed),
    ];
}

/// <summary>Training with one λ.</summary>
/// <param name="L2">The λ of L2 regularisation; 0 is none.</param>
/// <param name="WeightSize">The size of a weight at the end: <c>√(mean of w²)</c>.</param>
/// <param name="Learning">How it learned; costs are without the term for L2.</param>
public sealed record RegularizationRun(double L2, double WeightSize, LearningRun Learning);
