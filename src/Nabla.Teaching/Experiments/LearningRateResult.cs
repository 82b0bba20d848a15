using Nabla.Charts;

namespace Nabla.Experiments;

/// <summary>What <see cref="LearningRateExperiment"/> measured.</summary>
/// <param name="Runs">A run for each learning rate.</param>
public sealed record LearningRateResult(IReadOnlyList<LearningRateRun> Runs) : ExperimentResult
{
    /// <inheritdoc/>
    public override ExperimentReport Report()
    {
        var findings = new List<Said>();
        var best = Best;
        if (best is not null)
            findings.Add($"η = {Words.Given(best.LearningRate)} came lowest, to a cost of {Words.Number(best.Cost)}.");
        if (Of(LearningRateVerdict.TooSmall) is { } small) findings.Add($"With a smaller η, {small}, it ended higher.");
        if (Of(LearningRateVerdict.TooLarge) is { } large) findings.Add($"With a larger η, {large}, it ended higher too.");
        if (Of(LearningRateVerdict.NoBetter) is { } stuck) findings.Add($"With η = {stuck} it ended no lower than it began.");
        if (Of(LearningRateVerdict.Diverged) is { } lost) findings.Add($"With η = {lost} it diverged: it is no finite number any more.");
        return new ExperimentReport(findings, new ExperimentTable(
            [$"η", $"cost at start", $"cost at end", $"change in last epoch", $"test accuracy", $"verdict"],
            [.. Runs.Select(run => (Said[])
            [
                $"{Words.Given(run.LearningRate)}", $"{Words.Number(run.Learning.Curve.Points[0].TrainCost)}",
                $"{Words.Number(run.Cost)}", $"{(run.Learning.Diverged > 0 ? "-" : Words.Percent(run.Learning.Curve.LastChange))}",
                $"{run.Learning.TestAccuracy}", Say(run),
            ])]))
        {
            Charts =
            [
                Plot.Curves(
                    "Cost by learning rate", new Axis("epoch"), new Axis("training cost", IsLogarithmic: true),
                    Runs.Select(run => run.Learning), point => point.Epoch, point => point.TrainCost),
                Plot.Curves(
                    "Test accuracy by learning rate", new Axis("epoch"), Plot.Accuracy("test accuracy"),
                    Runs.Select(run => run.Learning), point => point.Epoch, point => point.TestAccuracy),
            ],
        };
    }

    internal LearningRateRun? Best => Runs.Where(run => run.Learning.Diverged == 0).MinBy(run => run.Cost);

    internal LearningRateVerdict Verdict(LearningRateRun run) =>
        run.Learning.Diverged > 0 ? LearningRateVerdict.Diverged
        : run.Cost >= run.Learning.Curve.Points[0].TrainCost ? LearningRateVerdict.NoBetter
        : run == Best ? LearningRateVerdict.Best
        : run.LearningRate > Best!.LearningRate ? LearningRateVerdict.TooLarge
        : LearningRateVerdict.TooSmall;

    private Said? Of(LearningRateVerdict verdict) =>
        Runs.Where(run => Verdict(run) == verdict).Select(run => (Said)$"{Words.Given(run.LearningRate)}").ToList() is { Count: > 0 } rates ? Said.List(rates) : null;

    private Said Say(LearningRateRun run) => Verdict(run) switch
    {
        LearningRateVerdict.Diverged when run.Learning.Ends.Count > 1 => $"diverged ({run.Learning.Diverged} of {run.Learning.Ends.Count})",
        LearningRateVerdict.Diverged => $"diverged",
        LearningRateVerdict.NoBetter => $"no better than at the start",
        LearningRateVerdict.Best => $"best",
        LearningRateVerdict.TooLarge => $"too large",
        _ => $"too small",
    };
}

/// <summary>Training with one learning rate.</summary>
/// <param name="LearningRate">The learning rate η.</param>
/// <param name="Learning">How it learned.</param>
public sealed record LearningRateRun(double LearningRate, LearningRun Learning)
{
    internal double Cost => Learning.Curve.End.TrainCost;
}

internal enum LearningRateVerdict
{
    TooSmall,
    Best,
    TooLarge,
    NoBetter,
    Diverged,
}
