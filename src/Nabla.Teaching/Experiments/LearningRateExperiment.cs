namespace Nabla.Experiments;

/// <summary>The learning rate: too small, right, too large (C12).</summary>
public sealed class LearningRateExperiment() : Experiment<LearningRateSettings, LearningRateResult>(
    "learning-rate", $"trains with several learning rates: too small, right, too large, diverging",
    $"The learning rate η says how far a step goes for a gradient of 1. Too small a one hardly moves; too large a one jumps over "
        + $"the valley, and up on the other side.",
    [
        Numbers("learning-rates", $"the learning rates η", 1e-6, 1e6, s => s.LearningRates, (s, v) => s with { LearningRates = v }),
        Choice("activation", $"of the hidden layers", ["relu", "sigmoid", "tanh"], s => s.Activation, (s, v) => s with { Activation = v }),
        Whole("epochs", $"how often to go through the data", 1, 100_000, s => s.Epochs, (s, v) => s with { Epochs = v }),
        Whole("batch-size", $"examples in a mini-batch", 1, 1_000_000, s => s.BatchSize, (s, v) => s with { BatchSize = v }),
        .. CommonOptions.Data,
        Seeds(),
    ])
{
    private protected override LearningRateResult RunOn(LearningRateSettings settings, Workbench bench)
    {
        bench.Expect(settings.LearningRates.Count * settings.Seeds.Count);
        var activation = Activation.Parse(settings.Activation);
        var initializer = activation.UsualInitializer;
        return new LearningRateResult(
            [
                .. settings.LearningRates.Select(rate => new LearningRateRun(rate, bench.Learn(
                    $"η = {Words.Given(rate)}",
                    seed => new LearningTask(
                        bench.Create(seed, [16, 16], activation, Activation.Softmax, initializer), bench.Train,
                        new TrainingOptions
                        {
                            Cost = Cost.CrossEntropy,
                            Optimizer = new Sgd(rate),
                            BatchSize = settings.BatchSize,
                            Epochs = settings.Epochs,
                            Seed = seed,
                        }),
                    pointsPerEpoch: 5))),
            ]);
    }
}

/// <summary>The settings of <see cref="LearningRateExperiment"/>.</summary>
public sealed record LearningRateSettings : DataExperimentSettings
{
    /// <summary>The learning rates η to compare.</summary>
    public IReadOnlyList<double> LearningRates { get; init; } = [0.001, 0.01, 0.1, 1, 10, 100_000];

    /// <summary>The activation of the two hidden layers of 16; the outputs are softmax.</summary>
    public string Activation { get; init; } = "relu";

    /// <summary>How often the data is gone through.</summary>
    public int Epochs { get; init; } = 10;

    /// <summary>Examples in a mini-batch.</summary>
    public int BatchSize { get; init; } = 10;
}
