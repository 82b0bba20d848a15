namespace Nabla;

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
        int layers = settings.Depth + 1;
        double[] errors = new double[layers], weights = new double[layers], slopes = new double[layers];
        foreach (ulong seed in settings.Seeds)
        {
            bench.Begin($"{activation.Name}", seed);
            var reference = new ReferenceNetwork<double>(
                bench.Create(seed, Enumerable.Repeat(settings.Width, settings.Depth), activation, Activation.Softmax, initializer));
            for (int i = 0; i < bench.Train.Count; i++)
            {
                var trace = reference.Trace(bench.Train[i], Cost.CrossEntropy);
                for (int l = 0; l < layers; l++)
                {
                    errors[l] += MeanSquare(trace.Layers[l].Delta);
                    weights[l] += MeanSquare(trace.Layers[l].Input) * MeanSquare(trace.Layers[l].Delta);
                    slopes[l] += trace.Layers[l].Slope.Average();
                }

                if (i % 10 == 0) bench.Report((double)i / bench.Train.Count);
            }
        }

        double count = (double)settings.Seeds.Count * bench.Train.Count;
        return new GradientSizes(
            Activation: activation.Name,
            Initializer: initializer.Name,
            ErrorSize: [.. errors.Select(sum => Math.Sqrt(sum / count))],
            WeightGradientSize: [.. weights.Select(sum => Math.Sqrt(sum / count))],
            MeanSlope: [.. slopes.SkipLast(1).Select(sum => sum / count)]);
    }

    private static double MeanSquare(double[] values) => values.Sum(value => value * value) / values.Length;
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
