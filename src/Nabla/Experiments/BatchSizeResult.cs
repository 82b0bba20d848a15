namespace Nabla;

/// <summary>What <see cref="BatchSizeExperiment"/> measured.</summary>
public sealed record BatchSizeResult : ExperimentResult
{
    /// <summary>The training accuracy that the steps were counted to.</summary>
    public required double Target { get; init; }

    /// <summary>The learning rate η of all.</summary>
    public required double LearningRate { get; init; }

    /// <summary>A run for each size.</summary>
    public required IReadOnlyList<BatchSizeRun> Runs { get; init; }

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
public sealed record BatchSizeRun
{
    /// <summary>Examples in a mini-batch.</summary>
    public required int BatchSize { get; init; }

    /// <summary>Steps in an epoch.</summary>
    public required int StepsPerEpoch { get; init; }

    /// <summary>Time in training steps for an epoch.</summary>
    public required double SecondsPerEpoch { get; init; }

    /// <summary>Steps until the training accuracy was reached, as far as it was looked at; null where it never was.</summary>
    public double? StepsToTarget { get; init; }

    /// <summary>
    /// How well mini-batches' gradients point: their cosine with the gradient of all examples, on one network that has
    /// learned for an epoch. 1 is the same direction, 0 none.
    /// </summary>
    public required Spread Cosine { get; init; }

    /// <summary>How it learned.</summary>
    public required LearningRun Learning { get; init; }

    internal Spread TestAccuracy => Learning.SpreadOf(point => point.TestAccuracy);
}
