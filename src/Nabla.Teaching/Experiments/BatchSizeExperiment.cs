namespace Nabla.Experiments;

/// <summary>Batch, stochastic, mini-batch: the same examples, in steps of other sizes (C11).</summary>
public sealed class BatchSizeExperiment() : Experiment<BatchSizeSettings, BatchSizeResult>(
    "batch-size", $"trains with mini-batches of several sizes: steps, time, memory, and noise of the gradient",
    $"The gradient of a mini-batch is a cheap, noisy estimate of that of all examples: a small one gives many hasty steps, which must be shorter, "
        + $"a large one few careful ones.",
    [
        Wholes(
            "batch-sizes", $"the sizes; a size beyond the examples means all of them", 1, 1_000_000,
            s => s.BatchSizes, (s, v) => s with { BatchSizes = v }),
        Number("target", $"the training accuracy to count the steps to", 0.01, 1, s => s.Target, (s, v) => s with { Target = v }),
        Number(
            "learning-rate", $"the learning rate η of mini-batches of 10; of others in proportion to their size, but at most 3 times as much", 1e-6, 1e6,
            s => s.LearningRate, (s, v) => s with { LearningRate = v }),
        Whole("at-step", $"the step of mini-batches of 10 after which gradients are compared", 0, 1_000_000, s => s.AtStep, (s, v) => s with { AtStep = v }),
        Whole("epochs", $"how often to go through the data", 1, 100_000, s => s.Epochs, (s, v) => s with { Epochs = v }),
        .. CommonOptions.Data,
        Seeds(),
    ])
{
    private const int Draws = 20, UsualSize = 10;

    // A pass keeps z, a, σ′ and δ of each neuron for the way back.
    private const int KeptOfANeuron = 4;

    private protected override BatchSizeResult RunOn(BatchSizeSettings settings, Workbench bench)
    {
        int[] sizes = [.. settings.BatchSizes.Select(size => Math.Min(size, bench.Train.Count)).Distinct()];
        int least = sizes.Min();
        bool isSlowed = settings.RateOf(least) < settings.LearningRate;
        bench.Expect((sizes.Length + (isSlowed ? 1 : 0)) * settings.Seeds.Count);
        var somewhere = Somewhere(settings, bench);
        float[] full = Slope(somewhere, bench.Train, bench.Train.Count, 1);
        return new BatchSizeResult(settings.Target, settings.LearningRate, [.. sizes.Select(size => Run(size, settings.RateOf(size)))])
        {
            AtStep = settings.AtStep,
            KeptOfAnExample = bench.Train.Inputs + KeptOfANeuron * somewhere.Sizes.Skip(1).Sum(),
            MostAtOnce = NetworkKernel.MaxSlots,
            Hasty = isSlowed ? Run(least, settings.LearningRate) : null,
        };

        BatchSizeRun Run(int size, double rate)
        {
            var learning = bench.Learn(
                $"mini-batches of {Words.Count(size)}, η = {Words.Given(rate)}",
                seed => new LearningTask(bench.CreateLecture(seed), bench.Train, Training(rate, seed, size, settings.Epochs)),
                pointsPerEpoch: 20);
            return new BatchSizeRun(
                BatchSize: size,
                StepsPerEpoch: (bench.Train.Count + size - 1) / size,
                SecondsPerEpoch: learning.Ends.Average(end => end.Seconds / end.Last.Epoch),
                StepsToTarget: learning.Curve.StepsUntil(point => point.TrainAccuracy >= settings.Target),
                Cosine: Spread.Of(Enumerable.Range(1, Draws).Select(draw => Cosine(full, Slope(somewhere, bench.Train, size, (ulong)draw)))),
                Learning: learning)
            {
                LearningRate = rate,
            };
        }
    }

    private static TrainingOptions Training(double rate, ulong seed, int batchSize, int epochs) =>
        new() { BatchSize = batchSize, Epochs = epochs, Seed = seed, Optimizer = new Sgd(rate), Threads = 1 };

    /// <summary>A place on the way down: at the start every example says the same, that all outputs are too high.</summary>
    private static Network Somewhere(BatchSizeSettings settings, Workbench bench)
    {
        var trainer = new Trainer(
            bench.CreateLecture(settings.Seeds[0]), bench.Train, Training(settings.LearningRate, settings.Seeds[0], UsualSize, Math.Max(1, settings.AtStep)));
        if (settings.AtStep > 0) _ = trainer.BatchesIfAny().ElementAtOrDefault(settings.AtStep - 1);
        return trainer.Network;
    }

    /// <summary>The gradient of one mini-batch, as the step that it leads to: <c>−∂C/∂θ</c> times a learning rate.</summary>
    private static float[] Slope(Network network, Dataset data, int batchSize, ulong seed)
    {
        var moved = network.Clone();
        var trainer = new Trainer(moved, data, new TrainingOptions { BatchSize = batchSize, Seed = seed, Optimizer = new Sgd(64), Threads = 1 });
        _ = trainer.Batches().First();
        return [.. Parameters(trainer.Network).Zip(Parameters(network), (after, before) => after - before)];
    }

    private static IEnumerable<float> Parameters(Network network) =>
        network.Layers.SelectMany(layer => layer.Weights.ToArray().Concat(layer.Biases.ToArray()));

    private static double Cosine(float[] a, float[] b)
    {
        double ab = 0, aa = 0, bb = 0;
        for (int i = 0; i < a.Length; i++)
        {
            ab += (double)a[i] * b[i];
            aa += (double)a[i] * a[i];
            bb += (double)b[i] * b[i];
        }

        return aa == 0 || bb == 0 ? 0 : ab / Math.Sqrt(aa * bb);
    }
}

/// <summary>The settings of <see cref="BatchSizeExperiment"/>.</summary>
public sealed record BatchSizeSettings : DataExperimentSettings
{
    /// <summary>The sizes of mini-batch to compare; more than there are examples means all of them.</summary>
    public IReadOnlyList<int> BatchSizes { get; init; } = [1, 10, 100, 1000, 10_000];

    /// <summary>The training accuracy to count the steps to, 0 to 1.</summary>
    public double Target { get; init; } = 0.8;

    /// <summary>How often the data is gone through.</summary>
    public int Epochs { get; init; } = 10;

    /// <summary>
    /// The learning rate η of mini-batches of 10. A mini-batch of another size takes it in proportion to the size (Goyal and others 2017), but no
    /// more than 3 times as much, with which this network still learns.
    /// </summary>
    public double LearningRate { get; init; } = 1;

    /// <summary>The step of mini-batches of 10 after which the gradients of mini-batches are compared with that of all examples.</summary>
    public int AtStep { get; init; } = 10;

    internal double RateOf(int batchSize) => Math.Min(3 * LearningRate, LearningRate * batchSize / 10);
}
