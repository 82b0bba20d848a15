namespace Nabla.Experiments;

/// <summary>The weights of the first layer as pictures, while it learns (C16).</summary>
public sealed class WeightPicturesExperiment() : Experiment<WeightPicturesSettings, WeightPicturesResult>(
    "weight-pictures", $"shows the weights of the first layer as pictures, at several moments of the training",
    $"One hopes that neurons of the first layer learn strokes and loops. What they learn are loose patterns that do the job, and where "
        + $"the images are always dark the weights stay as they were drawn.",
    [
        Wholes("moments", $"the epochs after which to look; 0 is the start", 0, 100_000, s => s.Moments, (s, v) => s with { Moments = v }),
        Wholes("hidden", $"neurons in each hidden layer", 1, 1000, s => s.Hidden, (s, v) => s with { Hidden = v }, distinct: false),
        Whole("neurons", $"how many neurons to show", 1, 1000, s => s.Neurons, (s, v) => s with { Neurons = v }),
        Number("learning-rate", $"the learning rate η", 1e-6, 1e6, s => s.LearningRate, (s, v) => s with { LearningRate = v }),
        Whole("batch-size", $"examples in a mini-batch", 1, 1_000_000, s => s.BatchSize, (s, v) => s with { BatchSize = v }),
        .. CommonOptions.Data,
        Seeds(1),
    ],
    needsImages: true)
{
    private protected override WeightPicturesResult RunOn(WeightPicturesSettings settings, Workbench bench)
    {
        bench.Expect(1);
        ulong seed = settings.Seeds[0];
        var network = bench.Create(seed, settings.Hidden, Activation.Sigmoid, Activation.Sigmoid);
        float[] start = network.Layers[0].Weights.ToArray();
        bool[] lit = LitPixels(bench.Train);
        var moments = new List<WeightMoment>();
        bench.Begin($"{network}");
        var task = new LearningTask(network, bench.Train, settings.Training(seed));
        bench.Learn(task, look: point =>
        {
            if (!settings.Moments.Contains((int)point.Epoch) || point.Epoch != (int)point.Epoch) return;
            var layer = network.Layers[0];
            moments.Add(new WeightMoment(
                Epoch: (int)point.Epoch,
                TrainCost: point.TrainCost,
                TestAccuracy: point.TestAccuracy,
                NeighbourCorrelation: Neighbours(bench.Train, Enumerable.Range(0, layer.Outputs).Select(j => layer.Row(j).ToArray()), lit),
                Unmoved: (double)start.Zip(layer.Weights.ToArray()).Count(pair => pair.First == pair.Second) / start.Length,
                Weights: [.. Enumerable.Range(0, Math.Min(settings.Neurons, layer.Outputs)).Select(j => layer.Row(j).ToArray())]));
        });
        return new WeightPicturesResult(
            Width: bench.Train.Width,
            Height: bench.Train.Height,
            AlwaysDark: (double)lit.Count(isLit => !isLit) / lit.Length,
            ImageCorrelation: Neighbours(bench.Train, Enumerable.Range(0, Math.Min(1000, bench.Train.Count)).Select(i => bench.Train[i].Input), lit),
            Moments: moments);
    }

    private static bool[] LitPixels(Dataset data)
    {
        bool[] lit = new bool[data.Inputs];
        for (int i = 0; i < data.Count; i++)
        {
            var image = data.Image(i);
            for (int p = 0; p < lit.Length; p++) lit[p] |= image[p] != 0;
        }

        return lit;
    }

    /// <summary>The correlation between the values of neighbouring pixels that are lit in some example: 0 for independent draws.</summary>
    private static double Neighbours(Dataset data, IEnumerable<float[]> pictures, bool[] lit)
    {
        var (one, other) = (new List<double>(), new List<double>());
        foreach (float[] picture in pictures)
        {
            for (int p = 0; p < picture.Length; p++)
            {
                if (p % data.Width < data.Width - 1) Add(p, p + 1);
                if (p + data.Width < picture.Length) Add(p, p + data.Width);
            }

            void Add(int p, int q)
            {
                if (!lit[p] || !lit[q]) return;
                one.Add(picture[p]);
                other.Add(picture[q]);
            }
        }

        return Correlation.Of([.. one], [.. other]);
    }
}

/// <summary>The settings of <see cref="WeightPicturesExperiment"/>.</summary>
public sealed record WeightPicturesSettings : DataExperimentSettings
{
    /// <summary>The epochs after which to look; 0 is the start. The last is where training ends.</summary>
    public IReadOnlyList<int> Moments { get; init; } = [0, 1, 5, 30];

    /// <summary>Neurons in each hidden layer, sigmoid as the outputs.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [16, 16];

    /// <summary>How many neurons of the first layer to show.</summary>
    public int Neurons { get; init; } = 6;

    /// <summary>The learning rate η.</summary>
    public double LearningRate { get; init; } = 1;

    /// <summary>Examples in a mini-batch.</summary>
    public int BatchSize { get; init; } = 10;

    internal TrainingOptions Training(ulong seed) =>
        new() { Epochs = Math.Max(1, Moments.Max()), BatchSize = BatchSize, Optimizer = new Sgd(LearningRate), Seed = seed };
}
