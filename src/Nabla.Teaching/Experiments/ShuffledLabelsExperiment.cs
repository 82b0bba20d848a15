namespace Nabla.Experiments;

/// <summary>Memorising or understanding: the same network on true labels and on shuffled ones (C18).</summary>
public sealed class ShuffledLabelsExperiment() : Experiment<ShuffledLabelsSettings, ShuffledLabelsResult>(
    "shuffled-labels", $"learns true labels and shuffled ones, which can only be memorised",
    $"A network large enough can learn any labels by heart. Labels that mean something it learns far faster, and then reads new "
        + $"examples too.",
    [
        Whole("hidden", $"neurons in the hidden layer", 1, 10_000, s => s.Hidden, (s, v) => s with { Hidden = v }),
        Number("target", $"the training accuracy to count the steps to", 0.01, 1, s => s.Target, (s, v) => s with { Target = v }),
        .. CommonOptions.Learning,
        Seeds(),
    ])
{
    private protected override ShuffledLabelsResult RunOn(ShuffledLabelsSettings settings, Workbench bench)
    {
        bench.Expect(2 * settings.Seeds.Count);
        return new ShuffledLabelsResult(
            Target: settings.Target,
            Classes: bench.Train.Classes,
            True: bench.Learn($"true labels", seed => Task(bench.Train, seed), pointsPerEpoch: 10),
            Shuffled: bench.Learn($"shuffled labels", seed => Task(Shuffled(bench.Train, seed), seed), pointsPerEpoch: 10));

        LearningTask Task(Dataset data, ulong seed) => TaskOf(data, settings.Hidden, settings.Training(seed), seed);
    }

    /// <summary>A network wide enough to learn by heart, with the activations that do so fastest.</summary>
    internal static LearningTask TaskOf(Dataset data, int hidden, TrainingOptions options, ulong seed) => new(
        Network.Create(
            data.Inputs, seed, new Dense(hidden, Activation.Relu, Initializer.He), new Dense(data.Classes, Activation.Softmax, Initializer.He)),
        data, options with { Cost = Cost.CrossEntropy });

    /// <summary>The same images, and the same labels in another order: as many of each class as before.</summary>
    internal static Dataset Shuffled(Dataset data, ulong seed)
    {
        int[] labels = data.Labels.ToArray();
        new Rng(seed, RngStream.ShuffledLabels).Shuffle<int>(labels);
        return data.WithLabels(labels);
    }
}

/// <summary>The settings of <see cref="ShuffledLabelsExperiment"/>.</summary>
public sealed record ShuffledLabelsSettings : LearningExperimentSettings
{
    /// <summary>The defaults: a wide network and few examples, so that memorising is possible.</summary>
    public ShuffledLabelsSettings()
    {
        Examples = 1000;
        Epochs = 50;
        LearningRate = 0.1;
    }

    /// <summary>Neurons in the hidden layer.</summary>
    public int Hidden { get; init; } = 100;

    /// <summary>The training accuracy to count the steps to, 0 to 1.</summary>
    public double Target { get; init; } = 0.9;
}
