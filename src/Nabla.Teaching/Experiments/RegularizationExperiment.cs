namespace Nabla.Experiments;

/// <summary>Overfitting few examples, with and without L2 regularisation (Nielsen, chapter 3).</summary>
public sealed class RegularizationExperiment() : Experiment<RegularizationSettings, RegularizationResult>(
    "regularization", $"overfits few examples, with and without L2 regularisation",
    $"A network with many more weights than examples fits the examples, and more than them. A price on large weights, λ/2n·Σw², "
        + $"keeps it simpler.",
    [
        Numbers("l2", $"the λ to compare; 0 is none", 0, 1e6, s => s.L2, (s, v) => s with { L2 = v }),
        Whole("hidden", $"neurons in the hidden layer", 1, 10_000, s => s.Hidden, (s, v) => s with { Hidden = v }),
        .. CommonOptions.Learning,
        Seeds(),
    ])
{
    private protected override RegularizationResult RunOn(RegularizationSettings settings, Workbench bench)
    {
        bench.Expect(settings.L2.Count * settings.Seeds.Count);

        // The largest λ is the one that may not go with the learning rate: better told before the others are trained.
        var problems = (settings.Training(1) with { Cost = Cost.BinaryCrossEntropy, L2 = settings.L2.Max() }).Problems(Create(1), bench.Train);
        if (problems.Count > 0) throw new TrainingOptionsException(problems);
        return new RegularizationResult([.. settings.L2.Select(Run)]);

        Network Create(ulong seed) => bench.Create(seed, [settings.Hidden], Activation.Sigmoid, Activation.Sigmoid);

        RegularizationRun Run(double l2)
        {
            var networks = new List<Network>();
            var learning = bench.Learn(l2 == 0 ? (Said)$"no L2" : $"λ = {Words.Given(l2)}", seed =>
            {
                networks.Add(Create(seed));
                return new LearningTask(networks[^1], bench.Train, settings.Training(seed) with { Cost = Cost.BinaryCrossEntropy, L2 = l2 });
            });
            return new RegularizationRun(l2, networks.Average(SizeOfWeights), learning);
        }
    }

    private static double SizeOfWeights(Network network)
    {
        double sum = 0;
        long count = 0;
        foreach (var layer in network.Layers)
        {
            foreach (float w in layer.Weights) sum += (double)w * w;
            count += layer.Weights.Length;
        }

        return Math.Sqrt(sum / count);
    }
}

/// <summary>The settings of <see cref="RegularizationExperiment"/>.</summary>
public sealed record RegularizationSettings : LearningExperimentSettings
{
    /// <summary>The defaults: 1,000 examples for 79,510 parameters.</summary>
    public RegularizationSettings()
    {
        Examples = 1000;
        Epochs = 100;
        LearningRate = 0.5;
    }

    /// <summary>The λ to compare.</summary>
    public IReadOnlyList<double> L2 { get; init; } = [0, 0.3, 3];

    /// <summary>Neurons in the hidden layer.</summary>
    public int Hidden { get; init; } = 100;
}
