namespace Nabla.Experiments;

/// <summary>How gradients fade on their way back through many layers (C29).</summary>
public sealed class VanishingGradientsExperiment() : Experiment<VanishingGradientsSettings, VanishingGradientsResult>(
    "vanishing-gradients", $"measures the gradient of each layer of deep networks, for sigmoid, tanh and ReLU",
    $"On its way back the error is multiplied by σ′(z) in each layer, and for the sigmoid that is never more than ¼: the first layers "
        + $"of a deep network hardly hear of the cost.",
    [
        Whole("depth", $"hidden layers", 1, 100, s => s.Depth, (s, v) => s with { Depth = v }),
        Whole("width", $"neurons in each of them", 1, 1000, s => s.Width, (s, v) => s with { Width = v }),
        Whole("examples", $"examples to look at", 1, 100_000, s => s.Examples, (s, v) => s with { Examples = v }),
        Seeds(),
    ])
{
    private static readonly (Activation Activation, Initializer Initializer)[] Kinds =
        [(Activation.Sigmoid, Initializer.Xavier), (Activation.Tanh, Initializer.Xavier), (Activation.Relu, Initializer.He)];

    private protected override VanishingGradientsResult RunOn(VanishingGradientsSettings settings, Workbench bench)
    {
        bench.Expect(Kinds.Length * settings.Seeds.Count);
        return new VanishingGradientsResult([.. Kinds.Select(kind => Measure(kind.Activation, kind.Initializer, settings, bench))]);
    }

    private static GradientSizes Measure(Activation activation, Initializer initializer, VanishingGradientsSettings settings, Workbench bench)
    {
        var meter = new GradientMeter(settings.Depth + 1);
        foreach (ulong seed in settings.Seeds)
        {
            bench.Begin($"{activation.Name}", seed);
            var network = bench.Create(seed, Enumerable.Repeat(settings.Width, settings.Depth), activation, Activation.Softmax, initializer);
            bench.Note(network, Cost.CrossEntropy);
            var reference = new ReferenceNetwork<double>(network);
            for (int i = 0; i < bench.Train.Count; i++)
            {
                meter.Add(reference.Trace(bench.Train[i], Cost.CrossEntropy));
                if (i % 10 == 0) bench.Report((double)i / bench.Train.Count);
            }
        }

        return new GradientSizes(
            Activation: activation.Name,
            Initializer: initializer.Name,
            ErrorSize: meter.ErrorSize,
            WeightGradientSize: meter.WeightGradientSize,
            MeanSlope: meter.MeanSlope);
    }
}

/// <summary>The settings of <see cref="VanishingGradientsExperiment"/>.</summary>
public sealed record VanishingGradientsSettings : DataExperimentSettings
{
    /// <summary>The defaults: the gradients of 100 examples.</summary>
    public VanishingGradientsSettings()
    {
        Examples = 100;
        TestExamples = 1;
    }

    /// <summary>Hidden layers.</summary>
    public int Depth { get; init; } = 8;

    /// <summary>Neurons in each hidden layer.</summary>
    public int Width { get; init; } = 32;
}
