namespace Nabla.Experiments;

/// <summary>Smooth activations are what makes small steps possible (C13).</summary>
public sealed class StepActivationExperiment() : Experiment<StepActivationSettings, StepActivationResult>(
    "step-activation", $"nudges the weights of a network of sigmoids, and of the same network with step functions",
    $"A neuron that is only on or off has σ′ = 0: a small nudge of a weight changes nothing, and now and then everything at once. "
        + $"Descent needs a cost that answers small nudges by small amounts.",
    [
        Whole("nudges", $"weights to nudge, spread evenly over the network", 1, 10_000, s => s.Nudges, (s, v) => s with { Nudges = v }),
        Number("nudge", $"by how much", 1e-6, 1, s => s.Nudge, (s, v) => s with { Nudge = v }),
        .. CommonOptions.Learning,
        Seeds(1),
    ])
{
    private const int CurvePoints = 801;

    private protected override StepActivationResult RunOn(StepActivationSettings settings, Workbench bench)
    {
        bench.Expect(4);
        var network = bench.CreateLecture(settings.Seeds[0]);
        var smooth = new CostLandscape(network, bench.Train, z => 1 / (1 + Math.Exp(-z)));
        var step = new CostLandscape(network, bench.Train, z => z >= 0 ? 1 : 0);

        // One weight of the second hidden layer: the first that feeds its first neuron.
        bench.Begin($"the cost by one weight");
        double at = network.Layers[1][0, 0];
        double[] x = [.. Enumerable.Range(0, CurvePoints).Select(i => at + 8 * (i / (CurvePoints - 1.0) - 0.5))];
        var result = new StepActivationResult
        {
            Nudge = settings.Nudge,
            Weight = at,
            Weights = x,
            SmoothCosts = [.. x.Select(w => smooth.CostAt(1, 0, 0, w))],
            StepCosts = [.. x.Select(w => step.CostAt(1, 0, 0, w))],
            Smooth = Nudged(smooth, settings, bench, $"nudging sigmoids"),
            Step = Nudged(step, settings, bench, $"nudging steps"),
            Learning = new LearningCurve([]),
        };
        bench.Begin($"training the sigmoids");
        return result with { Learning = bench.Learn(new LearningTask(network, bench.Train, settings.Training(settings.Seeds[0]))).Curve };
    }

    private static NudgeAnswers Nudged(CostLandscape landscape, StepActivationSettings settings, Workbench bench, Said doing)
    {
        bench.Begin(doing);
        int answered = 0, count = Math.Min(settings.Nudges, landscape.Weights.Count);
        double largest = 0;
        for (int i = 0; i < count; i++)
        {
            if (i % 10 == 0) bench.Report((double)i / count);
            var (l, j, k) = landscape.Weights[(int)((i + 0.5) * landscape.Weights.Count / count)];
            double change = landscape.CostAt(l, j, k, landscape.Weight(l, j, k) + settings.Nudge) - landscape.Cost;
            if (change != 0) answered++;
            largest = Math.Max(largest, Math.Abs(change));
        }

        return new NudgeAnswers(landscape.Cost, count, answered, largest);
    }
}

/// <summary>The settings of <see cref="StepActivationExperiment"/>.</summary>
public sealed record StepActivationSettings : LearningExperimentSettings
{
    /// <summary>The defaults.</summary>
    public StepActivationSettings() => (Examples, Epochs) = (100, 20);

    /// <summary>How many weights to nudge, one at a time.</summary>
    public int Nudges { get; init; } = 200;

    /// <summary>By how much.</summary>
    public double Nudge { get; init; } = 0.001;
}
