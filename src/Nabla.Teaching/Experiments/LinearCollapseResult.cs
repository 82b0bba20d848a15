using Nabla.Charts;

namespace Nabla.Experiments;

/// <summary>What <see cref="LinearCollapseExperiment"/> measured.</summary>
public sealed record LinearCollapseResult : ExperimentResult
{
    /// <summary>Layers of the stack.</summary>
    public required int Layers { get; init; }

    /// <summary>Weights and biases of the stack.</summary>
    public required int StackParameters { get; init; }

    /// <summary>Weights and biases of the single layer.</summary>
    public required int SingleParameters { get; init; }

    /// <summary>The largest output of the linear stack over the test examples, by size.</summary>
    public required double LargestOutput { get; init; }

    /// <summary>The largest difference between an output of the stack and that of the single layer, over the test examples.</summary>
    public required double LargestDifference { get; init; }

    /// <summary>The test accuracy of the single layer.</summary>
    public required Spread SingleAccuracy { get; init; }

    /// <summary>The same stack trained with each activation in its hidden layers; the first is the identity.</summary>
    public required IReadOnlyList<LearningRun> Runs { get; init; }

    /// <inheritdoc/>
    public override ExperimentReport Report()
    {
        var best = Runs.MaxBy(run => run.Curve.End.TestAccuracy)!;
        Said[] findings =
        [
            $"{Layers} linear layers ({Words.Count(StackParameters)} parameters) and the one matrix that they multiply out to "
                + $"({Words.Count(SingleParameters)}) differ by at most {Words.Number(LargestDifference)}, "
                + $"in outputs up to {Words.Number(LargestOutput)}.",
            $"After the same training the linear stack reads {Runs[0].TestAccuracy} of the test examples right, and {best.Name} most: {best.TestAccuracy}.",
        ];
        return new ExperimentReport(findings, new ExperimentTable(
            [$"hidden layers", $"training cost", $"train accuracy", $"test accuracy"],
            [
                .. Runs.Select(run => (Said[])
                [
                    run.Label, $"{Words.Number(run.Curve.End.TrainCost)}", $"{run.TrainAccuracy}", $"{run.TestAccuracy}",
                ]),
                [$"identity, multiplied out", $"", $"", $"{SingleAccuracy.Say(Words.Percent)}"],
            ]))
        {
            Charts =
            [
                Plot.Curves(
                    "The same stack with and without a non-linearity", new Axis("epoch"), new Axis("test accuracy"),
                    Runs, point => point.Epoch, point => point.TestAccuracy),
            ],
        };
    }
}
