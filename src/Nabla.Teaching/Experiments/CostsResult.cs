using Nabla.Charts;

namespace Nabla.Experiments;

/// <summary>What <see cref="CostsExperiment"/> measured.</summary>
/// <param name="Bias">What the network's output biases started at.</param>
/// <param name="Runs">A run for each cost.</param>
public sealed record CostsResult(double Bias, IReadOnlyList<CostRun> Runs) : ExperimentResult
{
    private const double Half = 0.5, Good = 0.8;

    /// <inheritdoc/>
    public override ExperimentReport Report()
    {
        var findings = new List<Said>
        {
            $"One neuron that should answer 0 starts at {Words.Number(Runs[0].Outputs[0])}. "
                + $"To ½ it takes {Said.List([.. Runs.Select(run => With(run, NeuronSteps(run), run.Outputs.Count - 1))])}.",
            $"A network whose outputs start at σ({Words.Given(Bias)}) or so takes "
                + $"{Said.List([.. Runs.Select(run => With(run, run.Learning.Curve.StepsUntil(IsGood), run.Learning.Curve.End.Step))])} "
                + $"to read {Words.Percent(Good)} of the training examples right.",
        };
        if (NeuronSteps(Runs[0]) is { } slow && NeuronSteps(Runs[1]) is { } fast && slow < 5 * fast)
        {
            double a = Runs[0].Outputs[0];
            findings.Add($"From this start the costs differ little: at an output of {Words.Number(a)} the factor σ′(z) = a(1−a), which slows the quadratic cost alone, is "
                + $"{Words.Number(a * (1 - a))}, of 0.25 at most. A larger --start saturates the neuron.");
        }

        return new ExperimentReport(findings, new ExperimentTable(
            [
                $"cost", $"neuron: first change", $"steps to ½", $"output at end", $"network: steps to {Words.Percent(Good)}", $"train accuracy",
                $"test accuracy",
            ],
            [.. Runs.Select(run => (Said[])
            [
                $"{run.Cost}", $"{Words.Number(run.Outputs[1] - run.Outputs[0])}", Words.Steps(NeuronSteps(run)),
                $"{Words.Number(run.Outputs[^1])}", Words.Steps(run.Learning.Curve.StepsUntil(IsGood)),
                $"{run.Learning.TrainAccuracy}", $"{run.Learning.TestAccuracy}",
            ])]))
        {
            Charts =
            [
                new Chart("One neuron that should answer 0", new Axis("step"), Plot.Accuracy("output"))
                {
                    Series = [.. Runs.Select(run => new Series(run.Cost, [.. run.Outputs.Select((_, step) => (double)step)], run.Outputs))],
                },
                Plot.Curves(
                    $"A network whose output biases start at {Words.Given(Bias)}", new Axis("step"), Plot.Accuracy("training accuracy"),
                    Runs.Select(run => run.Learning), point => point.Step, point => point.TrainAccuracy),
            ],
        };
    }

    internal static int? NeuronSteps(CostRun run)
    {
        int at = run.Outputs.ToList().FindIndex(output => output <= Half);
        return at < 0 ? null : at;
    }

    private static bool IsGood(LearningPoint point) => point.TrainAccuracy >= Good;

    private static Said With(CostRun run, double? steps, double all) => steps is { } reached
        ? (Said)$"{Words.Count(reached)} steps with the {run.Cost} cost"
        : $"more than {Words.Count(all)} steps with the {run.Cost} cost";
}

/// <summary>Learning with one cost.</summary>
/// <param name="Cost">The cost's name.</param>
/// <param name="Outputs">The output of the single neuron, step by step.</param>
/// <param name="Learning">How the network learned.</param>
public sealed record CostRun(string Cost, IReadOnlyList<double> Outputs, LearningRun Learning);
