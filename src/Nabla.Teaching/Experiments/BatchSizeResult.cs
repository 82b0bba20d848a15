using Nabla.Charts;

namespace Nabla.Experiments;

/// <summary>What <see cref="BatchSizeExperiment"/> measured.</summary>
/// <param name="Target">The training accuracy that the steps were counted to.</param>
/// <param name="LearningRate">The learning rate η of all.</param>
/// <param name="Runs">A run for each size.</param>
public sealed record BatchSizeResult(double Target, double LearningRate, IReadOnlyList<BatchSizeRun> Runs) : ExperimentResult
{
    /// <inheritdoc/>
    public override ExperimentReport Report()
    {
        var best = Runs.MaxBy(run => run.TestAccuracy.Mean)!;
        var (small, large) = (Runs.MinBy(run => run.BatchSize)!, Runs.MaxBy(run => run.BatchSize)!);
        Said[] findings =
        [
            $"After the same examples, mini-batches of {Words.Count(best.BatchSize)} read most test examples right: "
                + $"{best.TestAccuracy.Say(Words.Percent)}.",
            $"The gradient of {Words.Count(small.BatchSize)} has a cosine of {Words.Number(small.Cosine.Mean)} with that of all examples, "
                + $"that of {Words.Count(large.BatchSize)} one of {Words.Number(large.Cosine.Mean)}: "
                + $"{Words.Count(small.StepsPerEpoch)} steps an epoch beside {Words.Count(large.StepsPerEpoch)}.",
        ];
        return new ExperimentReport(findings, new ExperimentTable(
            [$"mini-batch", $"steps/epoch", $"s/epoch", $"steps to {Words.Percent(Target)}", $"cosine with all", $"train cost", $"test accuracy"],
            [.. Runs.Select(run => (Said[])
            [
                $"{Words.Count(run.BatchSize)}", $"{Words.Count(run.StepsPerEpoch)}", $"{Words.Number(run.SecondsPerEpoch)}",
                Words.Steps(run.StepsToTarget), $"{run.Cosine.Say(Words.Number)}",
                $"{Words.Number(run.Learning.Curve.End.TrainCost)}", $"{run.TestAccuracy.Say(Words.Percent)}",
            ])]))
        {
            Charts =
            [
                Plot.Curves(
                    "Cost by examples seen", new Axis("epoch"), new Axis("training cost", IsLogarithmic: true),
                    Runs.Select(run => run.Learning), point => point.Epoch, point => point.TrainCost) with
                {
                    Subtitle = $"η = {Words.Given(LearningRate)} for all",
                },
                Plot.Curves(
                    "Cost by steps", new Axis("step", IsLogarithmic: true), new Axis("training cost", IsLogarithmic: true),
                    Runs.Select(run => run.Learning), point => point.Step, point => point.TrainCost),
                new Chart(
                    "How well a mini-batch's gradient points", new Axis("examples in the mini-batch", IsLogarithmic: true),
                    new Axis("cosine with the gradient of all"))
                {
                    Series =
                    [
                        new Series("mean", Sizes, [.. Runs.Select(run => run.Cosine.Mean)], SeriesStyle.Path),
                        new Series("least", Sizes, [.. Runs.Select(run => run.Cosine.Least)], SeriesStyle.Dashed),
                        new Series("most", Sizes, [.. Runs.Select(run => run.Cosine.Most)], SeriesStyle.Dashed),
                    ],
                },
            ],
        };
    }

    private IReadOnlyList<double> Sizes => [.. Runs.Select(run => (double)run.BatchSize)];
}

/// <summary>Training with mini-batches of one size.</summary>
/// <param name="BatchSize">Examples in a mini-batch.</param>
/// <param name="StepsPerEpoch">Steps in an epoch.</param>
/// <param name="SecondsPerEpoch">Time in training steps for an epoch.</param>
/// <param name="StepsToTarget">Steps until the training accuracy was reached, as far as it was looked at; null where it never was.</param>
/// <param name="Cosine">
/// How well mini-batches' gradients point: their cosine with the gradient of all examples, on one network that has
/// learned for an epoch. 1 is the same direction, 0 none.
/// </param>
/// <param name="Learning">How it learned.</param>
public sealed record BatchSizeRun(
    int BatchSize, int StepsPerEpoch, double SecondsPerEpoch, double? StepsToTarget, Spread Cosine, LearningRun Learning)
{
    internal Spread TestAccuracy => Learning.SpreadOf(point => point.TestAccuracy);
}
