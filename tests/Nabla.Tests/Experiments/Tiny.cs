namespace Nabla.Tests;

/// <summary>Each experiment with so little data that it is done at once.</summary>
internal static class Tiny
{
    public static ExperimentData Digits { get; } = Make();

    /// <summary>Settings by the name of the experiment.</summary>
    public static IReadOnlyDictionary<string, ExperimentSettings> Settings { get; } = new Dictionary<string, ExperimentSettings>
    {
        ["edge"] = new EdgeSettings { TestExamples = 30 },
        ["activations"] = new ActivationsSettings(),
        ["early-stopping"] = new EarlyStoppingSettings { Examples = 60, TestExamples = 40, Epochs = 12, Hidden = 8, Patience = 2 },
        ["batch-size"] = new BatchSizeSettings { Examples = 60, TestExamples = 30, Epochs = 2, BatchSizes = [1, 10, 60] },
        ["learning-rate"] = new LearningRateSettings { Examples = 200, TestExamples = 30, Epochs = 5, LearningRates = [0.001, 0.05, 1_000_000] },
        ["step-activation"] = new StepActivationSettings { Examples = 10, TestExamples = 10, Epochs = 5, Nudges = 20 },
        ["many-seeds"] = new ManySeedsSettings { Examples = 60, TestExamples = 30, Epochs = 2, Seeds = [1, 2, 3] },
        ["initialization"] = new InitializationSettings { Examples = 60, TestExamples = 30, Epochs = 2, Hidden = [8, 8] },
        ["weight-pictures"] = new WeightPicturesSettings { Examples = 60, TestExamples = 30, Moments = [0, 1, 3] },
        ["noise"] = new NoiseSettings { Examples = 200, TestExamples = 50, Epochs = 3, Pictures = 40 },
        ["dream"] = new DreamSettings { Examples = 100, TestExamples = 10, Epochs = 3, Steps = 5 },
        ["shuffled-labels"] = new ShuffledLabelsSettings { Examples = 100, TestExamples = 50, Epochs = 12, Hidden = 32 },
        ["linear-collapse"] = new LinearCollapseSettings { Examples = 60, TestExamples = 30, Epochs = 2, Hidden = [8, 8] },
        ["approximation"] = new ApproximationSettings { Widths = [1, 4], Steps = 100 },
        ["vanishing-gradients"] = new VanishingGradientsSettings { Examples = 5, Depth = 5, Width = 8 },
        ["costs"] = new CostsSettings { Examples = 60, TestExamples = 30, Epochs = 2, Hidden = 8 },
        ["regularization"] = new RegularizationSettings { Examples = 60, TestExamples = 30, Epochs = 10, Hidden = 16 },
    };

    /// <summary>Every experiment, by name.</summary>
    public static TheoryData<string> Names => [.. Experiment.All.Select(experiment => experiment.Name)];

    public static Experiment Find(string name) => Experiment.All.Single(experiment => experiment.Name == name);

    private static ExperimentData Make()
    {
        var (train, test) = Nabla.Digits.Load(train: 200, test: 50);
        return new ExperimentData(train, test);
    }
}
