namespace Nabla.Experiments;

/// <summary>
/// Quadratic cost against cross-entropy from a badly wrong start, with one neuron and with a network (Nielsen, chapter 3).
/// </summary>
public sealed class CostsExperiment() : Experiment<CostsSettings, CostsResult>(
    "costs", $"learns from a badly wrong start with the quadratic cost and with cross-entropy",
    $"With the quadratic cost ½(a−y)² the error of a sigmoid output is δ = (a−y)·σ′(z), which is small where the neuron is saturated, "
        + $"even when it is quite wrong. With cross-entropy it is δ = a−y.",
    [
        Number("start", $"weight and bias of the single neuron", -20, 20, s => s.Start, (s, v) => s with { Start = v }),
        Number(
            "neuron-learning-rate", $"the learning rate η of the single neuron", 1e-6, 100,
            s => s.NeuronLearningRate, (s, v) => s with { NeuronLearningRate = v }),
        Whole("neuron-steps", $"steps of the single neuron", 1, 100_000, s => s.NeuronSteps, (s, v) => s with { NeuronSteps = v }),
        Number("bias", $"what the network's output biases start at", -20, 20, s => s.Bias, (s, v) => s with { Bias = v }),
        Whole("hidden", $"neurons in the network's hidden layer", 1, 10_000, s => s.Hidden, (s, v) => s with { Hidden = v }),
        .. CommonOptions.Learning,
        Seeds(),
    ])
{
    private static readonly Cost[] Compared = [Cost.HalfQuadratic, Cost.BinaryCrossEntropy];

    private protected override CostsResult RunOn(CostsSettings settings, Workbench bench)
    {
        bench.Expect(Compared.Length * settings.Seeds.Count);
        return new CostsResult(
            settings.Bias,
            [.. Compared.Select(cost => new CostRun(
                cost.Name, Neuron(settings, cost), bench.Learn($"{cost.Name}", seed => Task(settings, cost, seed, bench), pointsPerEpoch: 10)))]);
    }

    /// <summary>One neuron with the input 1 that shall learn to answer 0: its output step by step.</summary>
    private static List<double> Neuron(CostsSettings settings, Cost cost)
    {
        var layer = new DenseLayer(1, 1, Activation.Sigmoid);
        layer[0, 0] = layer.Biases[0] = (float)settings.Start;
        var neuron = new ReferenceNetwork<double>(new Network(layer));
        var outputs = new List<double>();
        for (int step = 0; step <= settings.NeuronSteps; step++)
        {
            var trace = neuron.Trace([1], [0], cost);
            outputs.Add(trace.Output[0]);
            neuron.Layers[0].Weights[0, 0] -= settings.NeuronLearningRate * trace.Layers[0].DCdW[0, 0];
            neuron.Layers[0].Biases[0] -= settings.NeuronLearningRate * trace.Layers[0].DCdB[0];
        }

        return outputs;
    }

    private static LearningTask Task(CostsSettings settings, Cost cost, ulong seed, Workbench bench)
    {
        var network = bench.Create(seed, [settings.Hidden], Activation.Sigmoid, Activation.Sigmoid);
        network.Layers[^1].Biases.Fill((float)settings.Bias);
        return new LearningTask(network, bench.Train, settings.Training(seed) with { Cost = cost });
    }
}

/// <summary>The settings of <see cref="CostsExperiment"/>.</summary>
public sealed record CostsSettings : LearningExperimentSettings
{
    /// <summary>The defaults.</summary>
    public CostsSettings() => (Epochs, LearningRate) = (5, 0.1);

    /// <summary>Weight and bias that the single neuron starts from; Nielsen's bad start is 2.</summary>
    public double Start { get; init; } = 2;

    /// <summary>The learning rate η of the single neuron; Nielsen's is 0.15.</summary>
    public double NeuronLearningRate { get; init; } = 0.15;

    /// <summary>Steps of the single neuron; Nielsen takes 300.</summary>
    public int NeuronSteps { get; init; } = 300;

    /// <summary>What the network's output biases start at: high, so that every output says yes to everything.</summary>
    public double Bias { get; init; } = 6;

    /// <summary>Neurons in the network's hidden layer.</summary>
    public int Hidden { get; init; } = 30;
}
