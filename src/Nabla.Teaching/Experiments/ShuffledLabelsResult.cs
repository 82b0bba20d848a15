using Nabla.Charts;

namespace Nabla.Experiments;

/// <summary>What <see cref="ShuffledLabelsExperiment"/> measured.</summary>
/// <param name="Target">The training accuracy that the steps were counted to.</param>
/// <param name="Classes">Classes of the data; whoever guesses is right once in so many.</param>
/// <param name="True">Training on the labels as they are.</param>
/// <param name="Shuffled">Training on the same labels in another order.</param>
public sealed record ShuffledLabelsResult(double Target, int Classes, LearningRun True, LearningRun Shuffled) : ExperimentResult
{
    /// <summary>Steps until the true labels were learned to the target; null where they were not.</summary>
    public double? TrueSteps => Steps(True);

    /// <summary>Steps until the shuffled labels were learned to the target; null where they were not.</summary>
    public double? ShuffledSteps => Steps(Shuffled);

    /// <inheritdoc/>
    public override ExperimentReport Report()
    {
        Said to = $"{Words.Percent(Target)} training accuracy";
        Said race = (TrueSteps, ShuffledSteps) switch
        {
            ({ } a, { } b) => $"True labels reach {to} after {Words.Count(a)} steps, shuffled ones after {Words.Count(b)}: "
                + $"{Words.Number(b / Math.Max(1, a))} times as many.",
            ({ } a, null) => $"True labels reach {to} after {Words.Count(a)} steps; shuffled ones do not in {Words.Count(Shuffled.Curve.End.Step)}, "
                + $"and end at {Words.Percent(Shuffled.Curve.End.TrainAccuracy)}.",
            (null, { } b) => $"True labels do not reach {to} in {Words.Count(True.Curve.End.Step)} steps; shuffled ones do after {Words.Count(b)}.",
            _ => $"Neither reaches {to} in {Words.Count(True.Curve.End.Step)} steps; more --epochs may.",
        };
        Said[] findings =
        [
            race,
            $"On test examples the first network is right in {True.TestAccuracy}, the second in {Shuffled.TestAccuracy}; "
                + $"whoever guesses is right in {Words.Percent(1.0 / Classes)}.",
        ];
        return new ExperimentReport(findings, new ExperimentTable(
            [$"labels", $"steps to {Words.Percent(Target)}", $"train accuracy", $"test accuracy", $"train cost", $"test cost"],
            [Row($"true", True), Row($"shuffled", Shuffled)]))
        {
            Charts =
            [
                new Chart("True and shuffled labels: accuracy", new Axis("step"), Plot.Accuracy("accuracy"))
                {
                    Series = Curves(p => p.TrainAccuracy, p => p.TestAccuracy),
                },
                new Chart("True and shuffled labels: cost", new Axis("step"), new Axis("cost"))
                {
                    Series = Curves(p => p.TrainCost, p => p.TestCost),
                },
            ],
        };
    }

    private double? Steps(LearningRun run) => run.Curve.StepsUntil(point => point.TrainAccuracy >= Target);

    private Said[] Row(Said name, LearningRun run) =>
    [
        name, Words.Steps(Steps(run)), $"{run.TrainAccuracy}", $"{run.TestAccuracy}",
        $"{Words.Number(run.Curve.End.TrainCost)}", $"{Words.Number(run.Curve.End.TestCost)}",
    ];

    private IReadOnlyList<Series> Curves(Func<LearningPoint, double> train, Func<LearningPoint, double> test) =>
    [
        Plot.Curve("true, train", True.Curve, point => point.Step, train),
        Plot.Curve("true, test", True.Curve, point => point.Step, test, SeriesStyle.Dashed),
        Plot.Curve("shuffled, train", Shuffled.Curve, point => point.Step, train),
        Plot.Curve("shuffled, test", Shuffled.Curve, point => point.Step, test, SeriesStyle.Dashed),
    ];
}
