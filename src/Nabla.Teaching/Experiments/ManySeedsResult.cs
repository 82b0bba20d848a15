using Nabla.Charts;

namespace Nabla.Experiments;

/// <summary>What <see cref="ManySeedsExperiment"/> measured.</summary>
/// <param name="Curves">How each seed learned.</param>
public sealed record ManySeedsResult(IReadOnlyList<SeedCurve> Curves) : ExperimentResult
{
    internal Spread Of(Func<LearningPoint, double> value) => Spread.Of(Curves.Select(curve => value(curve.Curve.End)));

    /// <inheritdoc/>
    public override ExperimentReport Report()
    {
        Spread start = Spread.Of(Curves.Select(curve => curve.Curve.Points[0].TrainCost));
        Spread cost = Of(point => point.TrainCost), accuracy = Of(point => point.TestAccuracy);
        var findings = new List<Said>
        {
            $"{Curves.Count} random starts, costs from {Words.Number(start.Least)} to {Words.Number(start.Most)}, end at costs from "
                + $"{Words.Number(cost.Least)} to {Words.Number(cost.Most)} and at test accuracies from {Words.Percent(accuracy.Least)} to "
                + $"{Words.Percent(accuracy.Most)}.",
            $"The test accuracies have a mean of {Words.Percent(accuracy.Mean)} and a standard deviation of "
                + $"{Words.Number(100 * accuracy.Deviation)} points.",
        };
        var last = Curves.MaxBy(curve => curve.Curve.End.TrainCost)!;
        if (last.Curve.End.TrainCost > 2 * cost.Least)
        {
            double change = last.Curve.LastChange;
            Said apart = $"Seed {last.Seed} ends highest, at {Words.Number(last.Curve.End.TrainCost)}, more than twice the lowest";
            findings.Add(change < -0.01
                ? (Said)$"{apart}: it has not arrived, for in the last epoch its cost still changed by {Words.Percent(change)}; more --epochs may bring it nearer."
                : $"{apart}, and in its last epoch the cost changed by no more than {Words.Percent(Math.Abs(change))}: a poorer minimum or a plateau.");
        }

        return new ExperimentReport(findings, new ExperimentTable(
            [$"", $"mean", $"deviation", $"least", $"most"],
            [
                Row($"cost at start", start, Words.Number), Row($"training cost", cost, Words.Number),
                Row($"training accuracy", Of(point => point.TrainAccuracy), Words.Percent),
                Row($"test cost", Of(point => point.TestCost), Words.Number), Row($"test accuracy", accuracy, Words.Percent),
            ]))
        {
            Charts =
            [
                new Chart("Training cost from many starts", new Axis("epoch"), new Axis("training cost", IsLogarithmic: true))
                {
                    Subtitle = $"{Curves.Count} seeds",
                    Series =
                    [
                        Of("highest", Enumerable.Max, SeriesStyle.Dashed),
                        Of("mean", Enumerable.Average, SeriesStyle.Line),
                        Of("lowest", Enumerable.Min, SeriesStyle.Dashed),
                    ],
                },
                new Chart("Where each seed ended", new Axis("training cost"), new Axis("test accuracy"))
                {
                    Series =
                    [
                        new Series(
                            "a seed", [.. Curves.Select(curve => curve.Curve.End.TrainCost)],
                            [.. Curves.Select(curve => curve.Curve.End.TestAccuracy)], SeriesStyle.Points),
                    ],
                },
            ],
        };
    }

    private static Said[] Row(Said name, Spread spread, Func<double, string> say) =>
        [name, $"{say(spread.Mean)}", $"{say(spread.Deviation)}", $"{say(spread.Least)}", $"{say(spread.Most)}"];

    private Series Of(string name, Func<IEnumerable<double>, double> pick, SeriesStyle style)
    {
        int points = Curves.Min(curve => curve.Curve.Points.Count);
        return new Series(
            name, [.. Curves[0].Curve.Points.Take(points).Select(point => point.Epoch)],
            [.. Enumerable.Range(0, points).Select(i => pick(Curves.Select(curve => curve.Curve.Points[i].TrainCost)))], style);
    }
}

/// <summary>How one seed learned.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Curve">How it learned.</param>
public sealed record SeedCurve(ulong Seed, LearningCurve Curve);
