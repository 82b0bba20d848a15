using Nabla.Charts;

namespace Nabla.Experiments;

/// <summary>What <see cref="BatchSizeExperiment"/> measured.</summary>
/// <param name="Target">The training accuracy that the steps were counted to.</param>
/// <param name="LearningRate">The learning rate η of mini-batches of 10, from which the others follow.</param>
/// <param name="Runs">A run for each size.</param>
public sealed record BatchSizeResult(double Target, double LearningRate, IReadOnlyList<BatchSizeRun> Runs) : ExperimentResult
{
    /// <summary>The step of mini-batches of 10 after which gradients were compared.</summary>
    public required int AtStep { get; init; }

    /// <summary>Numbers that an example leaves for its way back: its input, and z, a, σ′ and δ of each neuron.</summary>
    public required int KeptOfAnExample { get; init; }

    /// <summary>The most examples of a mini-batch that this engine takes at once.</summary>
    public required int MostAtOnce { get; init; }

    /// <summary>The smallest size with the η of mini-batches of 10; null where it has that or a larger one.</summary>
    public BatchSizeRun? Hasty { get; init; }

    /// <inheritdoc/>
    public override ExperimentReport Report()
    {
        var best = Runs.MaxBy(run => run.TestAccuracy.Mean)!;
        var (small, large) = (Runs.MinBy(run => run.BatchSize)!, Runs.MaxBy(run => run.BatchSize)!);
        var findings = new List<Said>
        {
            $"After the same examples, mini-batches of {Words.Count(best.BatchSize)} read most test examples right: "
                + $"{best.TestAccuracy.Say(Words.Percent)}.",
            $"At step {Words.Count(AtStep)} the gradient of {Words.Count(small.BatchSize)} has a cosine of {Words.Number(small.Cosine.Mean)} with that of all examples, "
                + $"that of {Words.Count(large.BatchSize)} one of {Words.Number(large.Cosine.Mean)}: "
                + $"{Words.Count(small.StepsPerEpoch)} steps an epoch beside {Words.Count(large.StepsPerEpoch)}.",
        };
        if (Hasty is { } hasty)
        {
            Said beside = $"With η = {Words.Given(hasty.LearningRate)}, as those of 10 have it, mini-batches of {Words.Count(small.BatchSize)} end at a training cost of "
                + $"{Words.Number(hasty.Cost)} instead of {Words.Number(small.Cost)}";
            findings.Add(hasty.Cost > small.Cost
                ? (Said)$"{beside}: steps by so noisy a gradient must be shorter."
                : $"{beside}: of these examples the gradients agree well enough for longer steps.");
        }

        if (large.Learning.Curve.End.TrainAccuracy < Target)
        {
            findings.Add($"Mini-batches of {Words.Count(large.BatchSize)} took {Words.Count(large.Learning.Curve.End.Step)} steps in all, beside "
                + $"{Words.Count(best.Learning.Curve.End.Step)} of mini-batches of {Words.Count(best.BatchSize)}: with so few they do not come far, whatever their direction.");
        }

        findings.Add($"An example leaves {Words.Count(KeptOfAnExample)} numbers for its way back, its input and z, a, σ′ and δ of each neuron: "
            + $"{Memory(small.BatchSize)} for a mini-batch of {Words.Count(small.BatchSize)}, {Memory(large.BatchSize)} for one of {Words.Count(large.BatchSize)} "
            + $"at once. This engine takes at most {MostAtOnce} at once and adds their gradients up.");
        return new ExperimentReport(findings, new ExperimentTable(
            [
                $"mini-batch", $"η", $"steps/epoch", $"s/epoch", $"memory", $"steps to {Words.Percent(Target)}", $"cosine with all", $"train cost",
                $"test accuracy",
            ],
            [.. (Hasty is null ? Runs : [Hasty, .. Runs]).Select(run => (Said[])
            [
                $"{Words.Count(run.BatchSize)}", $"{Words.Given(run.LearningRate)}", $"{Words.Count(run.StepsPerEpoch)}", $"{Words.Number(run.SecondsPerEpoch)}",
                $"{Memory(run.BatchSize)}",
                Words.Steps(run.StepsToTarget), $"{run.Cosine.Say(Words.Number)}",
                $"{Words.Number(run.Cost)}", $"{run.TestAccuracy.Say(Words.Percent)}",
            ])]))
        {
            Charts =
            [
                Plot.Curves(
                    "Cost by examples seen", new Axis("epoch"), new Axis("training cost", IsLogarithmic: true),
                    Runs.Select(run => run.Learning), point => point.Epoch, point => point.TrainCost),
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

    private string Memory(int batchSize) => Words.Bytes((long)batchSize * KeptOfAnExample * sizeof(float));

    private IReadOnlyList<double> Sizes => [.. Runs.Select(run => (double)run.BatchSize)];
}

/// <summary>Training with mini-batches of one size.</summary>
/// <param name="BatchSize">Examples in a mini-batch.</param>
/// <param name="StepsPerEpoch">Steps in an epoch.</param>
/// <param name="SecondsPerEpoch">Time in training steps for an epoch.</param>
/// <param name="StepsToTarget">Steps until the training accuracy was reached, as far as it was looked at; null where it never was.</param>
/// <param name="Cosine">
/// How well mini-batches' gradients point: their cosine with the gradient of all examples, on one network that has
/// learned for some steps. 1 is the same direction, 0 none.
/// </param>
/// <param name="Learning">How it learned.</param>
public sealed record BatchSizeRun(
    int BatchSize, int StepsPerEpoch, double SecondsPerEpoch, double? StepsToTarget, Spread Cosine, LearningRun Learning)
{
    /// <summary>The learning rate η.</summary>
    public double LearningRate { get; init; }

    internal double Cost => Learning.Curve.End.TrainCost;

    internal Spread TestAccuracy => Learning.SpreadOf(point => point.TestAccuracy);
}
