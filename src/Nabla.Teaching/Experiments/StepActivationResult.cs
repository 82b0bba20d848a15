using Nabla.Charts;

namespace Nabla.Experiments;

/// <summary>What <see cref="StepActivationExperiment"/> measured.</summary>
public sealed record StepActivationResult : ExperimentResult
{
    /// <summary>By how much weights were nudged.</summary>
    public required double Nudge { get; init; }

    /// <summary>The value of the weight whose curves are drawn: of layer 2, neuron 0, input 0.</summary>
    public required double Weight { get; init; }

    /// <summary>Values of that weight.</summary>
    public required IReadOnlyList<double> Weights { get; init; }

    /// <summary>The cost of the network of sigmoids there.</summary>
    public required IReadOnlyList<double> SmoothCosts { get; init; }

    /// <summary>The cost of the network of step functions there.</summary>
    public required IReadOnlyList<double> StepCosts { get; init; }

    /// <summary>How the network of sigmoids answers nudges.</summary>
    public required NudgeAnswers Smooth { get; init; }

    /// <summary>How the network of step functions answers nudges.</summary>
    public required NudgeAnswers Step { get; init; }

    /// <summary>How the network of sigmoids learned.</summary>
    public required LearningCurve Learning { get; init; }

    /// <summary>Different values among the costs of the network of step functions along the curve.</summary>
    public int StepLevels => StepCosts.Distinct().Count();

    /// <inheritdoc/>
    public override ExperimentReport Report()
    {
        Said[] findings =
        [
            $"Of {Words.Count(Smooth.Nudged)} nudges of {Words.Given(Nudge)}, {Words.Count(Smooth.Answered)} changed the cost of the sigmoids, "
                + $"by {Words.Number(Smooth.LargestChange)} at most, and {Words.Count(Step.Answered)} that of the step functions"
                + $"{(Step.Answered > 0 ? (Said)$", by up to {Words.Number(Step.LargestChange)} at once" : $"")}.",
            $"Along one weight the cost of the step functions takes {(StepLevels == 1 ? (Said)$"1 value" : $"{Words.Count(StepLevels)} values")} at "
                + $"{Words.Count(StepCosts.Count)} places, that of the sigmoids {Words.Count(SmoothCosts.Distinct().Count())}.",
            $"Descent takes the sigmoids from a cost of {Words.Number(Learning.Points[0].TrainCost)} to {Words.Number(Learning.End.TrainCost)}. "
                + $"For step functions δ = ∂C/∂a ⊙ σ′(z) is 0 in every neuron, so every step has length 0 and the cost stays at "
                + $"{Words.Number(Step.Cost)}.",
        ];
        var epochs = Learning.Points.Select(point => point.Epoch).ToList();
        return new ExperimentReport(findings, new ExperimentTable(
            [$"activation", $"cost", $"nudged", $"answered", $"largest answer", $"cost after training"],
            [
                Row($"sigmoid", Smooth, Learning.End.TrainCost), Row($"step", Step, Step.Cost),
            ]))
        {
            Charts =
            [
                new Chart("The cost by one weight", new Axis("w of layer 2, neuron 0, input 0"), new Axis("cost, less its mean"))
                {
                    Series = [Centred("sigmoid", SmoothCosts), Centred("step", StepCosts)],
                },
                new Chart("Descent", new Axis("epoch"), new Axis("training cost"))
                {
                    Series =
                    [
                        Plot.Curve("sigmoid", Learning, point => point.Epoch, point => point.TrainCost),
                        new Series("step", epochs, [.. epochs.Select(_ => Step.Cost)]),
                    ],
                },
            ],
        };
    }

    private static Said[] Row(Said name, NudgeAnswers answers, double trained) =>
    [
        name, $"{Words.Number(answers.Cost)}", $"{Words.Count(answers.Nudged)}", $"{Words.Count(answers.Answered)}",
        $"{Words.Number(answers.LargestChange)}", $"{Words.Number(trained)}",
    ];

    // The two costs are of different height, and what counts is their shape.
    private Series Centred(string name, IReadOnlyList<double> costs)
    {
        double mean = costs.Average();
        return new Series(name, Weights, [.. costs.Select(cost => cost - mean)]);
    }
}

/// <summary>How a cost answers when one weight after another is nudged.</summary>
/// <param name="Cost">The cost before.</param>
/// <param name="Nudged">Weights nudged, one at a time.</param>
/// <param name="Answered">For how many of them the cost changed at all.</param>
/// <param name="LargestChange">The largest change.</param>
public sealed record NudgeAnswers(double Cost, int Nudged, int Answered, double LargestChange);
