namespace Nabla.Experiments;

/// <summary>Batch, stochastic, mini-batch: the same examples, in steps of other sizes (C11).</summary>
public sealed class BatchSizeExperiment() : Experiment<BatchSizeSettings, BatchSizeResult>(
    "batch-size", $"trains with mini-batches of several sizes: steps, time, and noise of the gradient",
    $"The gradient of a mini-batch is a cheap, noisy estimate of that of all examples: a small one gives many hasty steps, "
        + $"a large one few careful ones.",
    [
        Wholes(
            "batch-sizes", $"the sizes; a size beyond the examples means all of them", 1, 1_000_000,
            s => s.BatchSizes, (s, v) => s with { BatchSizes = v }),
        Number("target", $"the training accuracy to count the steps to", 0.01, 1, s => s.Target, (s, v) => s with { Target = v }),
        Number("learning-rate", $"the learning rate η, the same for all", 1e-6, 1e6, s => s.LearningRate, (s, v) => s with { LearningRate = v }),
        Whole("epochs", $"how often to go through the data", 1, 100_000, s => s.Epochs, (s, v) => s with { Epochs = v }),
        .. CommonOptions.Data,
        Seeds(),
    ])
{
    private const int Draws = 20;

    private protected override BatchSizeResult RunOn(BatchSizeSettings settings, Workbench bench)
    {
        bench.Expect(settings.BatchSizes.Count * settings.Seeds.Count);
        var somewhere = Somewhere(settings, bench);
        float[] full = Slope(somewhere, bench.Train, bench.Train.Count, 1);
        var runs = new List<BatchSizeRun>();
        foreach (int size in settings.BatchSizes.Select(size => Math.Min(size, bench.Train.Count)).Distinct())
        {
            var learning = bench.Learn(
                $"mini-batches of {Words.Count(size)}",
                seed => new LearningTask(bench.CreateLecture(seed), bench.Train, settings.Training(seed, size, settings.Epochs)),
                pointsPerEpoch: 20);
            runs.Add(new BatchSizeRun(
                BatchSize: size,
                StepsPerEpoch: (bench.Train.Count + size - 1) / size,
                SecondsPerEpoch: learning.Ends.Average(end => end.Seconds / end.Last.Epoch),
                StepsToTarget: learning.Curve.StepsUntil(point => point.TrainAccuracy >= settings.Target),
                Cosine: Spread.Of(Enumerable.Range(1, Draws).Select(draw => Cosine(full, Slope(somewhere, bench.Train, size, (ulong)draw)))),
                Learning: learning));
        }

        return new BatchSizeResult(settings.Target, settings.LearningRate, runs);
    }

    /// <summary>A place on the way down: at the start every example says the same, that all outputs are too high.</summary>
    private static Network Somewhere(BatchSizeSettings settings, Workbench bench)
    {
        var network = bench.CreateLecture(settings.Seeds[0]);
        foreach (var _ in new Trainer(network, bench.Train, settings.Training(settings.Seeds[0], 10, epochs: 1)).EpochsIfAny())
        {
        }

        return network;
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

    /// <summary>The learning rate η.</summary>
    public double LearningRate { get; init; } = 1;

    internal TrainingOptions Training(ulong seed, int batchSize, int epochs) =>
        new() { BatchSize = batchSize, Epochs = epochs, Seed = seed, Optimizer = new Sgd(LearningRate), Threads = 1 };
}
