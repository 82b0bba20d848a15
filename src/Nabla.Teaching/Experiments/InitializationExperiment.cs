namespace Nabla.Experiments;

/// <summary>Random initialisation, and why its scale matters (C15).</summary>
public sealed class InitializationExperiment() : Experiment<InitializationSettings, InitializationResult>(
    "initialization", $"starts with weights too small, right, too large, and all alike",
    $"Weights too small let the signal fade from layer to layer, weights too large saturate every neuron, and equal weights keep the "
        + $"neurons of a layer alike for ever. Xavier's and He's scales keep the spread of the activations about the same.",
    [
        Numbers(
            "scales", $"what the usual weights are multiplied by; 0 stands for weights all alike", 0, 1e3,
            s => s.Scales, (s, v) => s with { Scales = v }),
        Choice(
            "activation", $"of the hidden layers; the usual weights are He's for relu, otherwise Xavier's", ["tanh", "sigmoid", "relu"],
            s => s.Activation, (s, v) => s with { Activation = v }),
        Wholes("hidden", $"neurons in each hidden layer", 1, 1000, s => s.Hidden, (s, v) => s with { Hidden = v }, distinct: false),
        .. CommonOptions.Learning,
        Seeds(),
    ])
{
    private const int Looked = 100;

    private protected override InitializationResult RunOn(InitializationSettings settings, Workbench bench)
    {
        bench.Expect(settings.Scales.Count * settings.Seeds.Count);
        return new InitializationResult(settings.Activation, [.. settings.Scales.Select(scale => Run(settings, scale, bench))]);
    }

    private static InitializationRun Run(InitializationSettings settings, double scale, Workbench bench)
    {
        double[][]? spreads = null;
        Network? network = null;
        var learning = bench.Learn(NameOf(settings, scale), seed =>
        {
            network = Create(settings, scale, seed, bench);
            spreads ??= Spreads(network, bench.Train.Take(Looked));
            return new LearningTask(network, bench.Train, settings.Training(seed) with { Cost = Cost.CrossEntropy });
        });
        return new InitializationRun(
            Scale: scale,
            ActivationSpread: spreads![0],
            ErrorSize: spreads[1],
            DistinctNeurons: Enumerable.Range(0, settings.Hidden[0])
                .Select(j => string.Join(' ', network!.Layers[0].Row(j).ToArray())).Distinct(StringComparer.Ordinal).Count(),
            Learning: learning);
    }

    private static Network Create(InitializationSettings settings, double scale, ulong seed, Workbench bench)
    {
        var usual = settings.Usual;
        var network = bench.Create(
            seed, settings.Hidden, Activation.Parse(settings.Activation), Activation.Softmax, scale == 0 ? Initializer.Constant(0.05f) : usual);
        if (scale == 0) return network;
        foreach (var layer in network.Layers)
        {
            foreach (ref float w in layer.Weights) w = (float)(w * scale);
        }

        return network;
    }

    /// <summary>Layer by layer, the standard deviation of the activations and the size of the errors, before any training.</summary>
    private static double[][] Spreads(Network network, Dataset data)
    {
        var reference = new ReferenceNetwork<double>(network);
        var traces = Enumerable.Range(0, data.Count).Select(i => data[i]).Select(example => reference.Trace(example, Cost.CrossEntropy)).ToList();
        var layers = Enumerable.Range(0, network.Layers.Count).ToList();
        return
        [
            [.. layers.Select(l => Spread.Of(traces.SelectMany(trace => trace.Layers[l].A)).Deviation)],
            [.. layers.Select(l => Spread.RootMeanSquare(traces.SelectMany(trace => trace.Layers[l].Delta)))],
        ];
    }

    private static Said NameOf(InitializationSettings settings, double scale) => scale switch
    {
        0 => $"all 0.05",
        1 => $"{settings.Usual.Name}",
        _ => $"{settings.Usual.Name} × {Words.Given(scale)}",
    };
}

/// <summary>The settings of <see cref="InitializationExperiment"/>.</summary>
public sealed record InitializationSettings : LearningExperimentSettings
{
    /// <summary>The defaults.</summary>
    public InitializationSettings() => LearningRate = 0.1;

    /// <summary>What the usual weights are multiplied by; 0 stands for weights that are all 0.05.</summary>
    public IReadOnlyList<double> Scales { get; init; } = [0, 0.1, 1, 4, 30];

    /// <summary>The activation of the hidden layers; the outputs are softmax.</summary>
    public string Activation { get; init; } = "tanh";

    /// <summary>Neurons in each hidden layer.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [32, 32, 32, 32];

    internal Initializer Usual => Nabla.Activation.Parse(Activation).UsualInitializer;
}
