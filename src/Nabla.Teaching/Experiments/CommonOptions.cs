namespace Nabla.Experiments;

/// <summary>The options that several experiments have.</summary>
internal static class CommonOptions
{
    /// <summary>The heading of all.</summary>
    public const string Group = "Experiment";

    private const int MostExamples = 1_000_000;

    public static IReadOnlyList<Setting<ExperimentSettings>> Data { get; } =
    [
        Of<DataExperimentSettings>("examples", $"examples to learn from", new(1, MostExamples, true), s => [s.Examples], (s, v) => s with { Examples = (int)v[0] }),
        Of<DataExperimentSettings>("test-examples", $"examples to be tested on", new(1, MostExamples, true), s => [s.TestExamples], (s, v) => s with { TestExamples = (int)v[0] }),
    ];

    public static IReadOnlyList<Setting<ExperimentSettings>> Learning { get; } =
    [
        .. Data,
        Of<LearningExperimentSettings>("epochs", $"how often to go through the data", new(1, 100_000, true), s => [s.Epochs], (s, v) => s with { Epochs = (int)v[0] }),
        Of<LearningExperimentSettings>("batch-size", $"examples in a mini-batch", new(1, MostExamples, true), s => [s.BatchSize], (s, v) => s with { BatchSize = (int)v[0] }),
        Of<LearningExperimentSettings>("learning-rate", $"the learning rate η", new(1e-6, 1e6, false), s => [s.LearningRate], (s, v) => s with { LearningRate = v[0] }),
    ];

    /// <summary>A number or several.</summary>
    public static Setting<ExperimentSettings> Of<T>(string name, Said summary, NumberRange range, Func<T, double[]> get, Func<T, double[], T> set)
        where T : ExperimentSettings => Setting<ExperimentSettings>.Of(name, summary, range.Values, "", get, set, group: Group);
}
