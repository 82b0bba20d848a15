namespace Nabla;

/// <summary>The options that several experiments have.</summary>
internal static class CommonOptions
{
    private const int MostExamples = 1_000_000;

    public static IEnumerable<ExperimentOption> Data<TSettings>()
        where TSettings : DataExperimentSettings =>
    [
        Number<TSettings>("examples", $"examples to learn from", new(1, MostExamples, true), s => s.Examples, (s, v) => s with { Examples = (int)v }),
        Number<TSettings>(
            "test-examples", $"examples to be tested on", new(1, MostExamples, true), s => s.TestExamples, (s, v) => s with { TestExamples = (int)v }),
    ];

    public static IEnumerable<ExperimentOption> Learning<TSettings>()
        where TSettings : LearningExperimentSettings =>
    [
        .. Data<TSettings>(),
        Number<TSettings>("epochs", $"how often to go through the data", new(1, 100_000, true), s => s.Epochs, (s, v) => s with { Epochs = (int)v }),
        Number<TSettings>(
            "batch-size", $"examples in a mini-batch", new(1, MostExamples, true), s => s.BatchSize, (s, v) => s with { BatchSize = (int)v }),
        Number<TSettings>("learning-rate", $"the learning rate η", new(1e-6, 1e6, false), s => s.LearningRate, (s, v) => s with { LearningRate = v }),
    ];

    private static NumbersOption<TSettings> Number<TSettings>(
        string name, Said summary, NumberRange range, Func<TSettings, double> get, Func<TSettings, double, TSettings> set)
        where TSettings : ExperimentSettings =>
        new(name, summary, range, s => [get(s)], (s, values) => set(s, values[0]));
}
