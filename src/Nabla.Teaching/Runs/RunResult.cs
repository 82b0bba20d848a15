using System.Text.Json.Serialization;

namespace Nabla.Runs;

/// <summary>How a run ended: its <c>result.json</c>, and the last line of <c>nabla train --json</c>.</summary>
public sealed record RunResult
{
    /// <summary><c>done</c>, which tells it from a <see cref="MetricsLine"/>.</summary>
    public string Event { get; init; } = "done";

    /// <summary>The file of its network.</summary>
    public string? Model { get; init; }

    /// <summary>Its folder.</summary>
    public string? Run { get; init; }

    /// <summary>Weights and biases of its network.</summary>
    public int Parameters { get; init; }

    /// <summary>The part of the test examples that its network reads right; null for regression.</summary>
    public double? TestAccuracy { get; init; }

    /// <summary>The best that an epoch's network read right; null for regression.</summary>
    public double? BestTestAccuracy { get; init; }

    /// <summary>R² of the test examples; null but for regression.</summary>
    [JsonPropertyName("testR2")]
    public double? TestRSquared { get; init; }

    /// <summary>The root mean square error on them, in the unit of the target; null but for regression.</summary>
    [JsonPropertyName("testRmse")]
    public double? TestRootMeanSquaredError { get; init; }

    /// <summary>The mean absolute error on them, in the unit of the target; null but for regression.</summary>
    [JsonPropertyName("testMae")]
    public double? TestMeanAbsoluteError { get; init; }

    /// <summary>The epoch that was best by accuracy, for regression by R²; 0 where none was finished.</summary>
    public int BestEpoch { get; init; }

    /// <summary>The epoch whose network was kept, where training went back to it; null where it is the last one's.</summary>
    public int? RestoredEpoch { get; init; }

    /// <summary>Epochs done.</summary>
    public int Epochs { get; init; }

    /// <summary>Time in training steps, without loading and evaluation.</summary>
    public double TrainingSeconds { get; init; }

    /// <summary>Examples learned from in a second of those.</summary>
    public double ExamplesPerSecond { get; init; }

    /// <summary>The <see cref="NetworkFiles.Digest"/> of its network.</summary>
    public required string Digest { get; init; }

    /// <summary>What is the matter where the network has learned nothing, in English; null where it has.</summary>
    public string? Diagnosis { get; init; }

    /// <summary>How it ended.</summary>
    public required TrainingState State { get; init; }

    /// <summary>The preset it started from; null where there was none.</summary>
    public string? Preset { get; init; }

    /// <summary>Sizes of all layers, inputs first.</summary>
    public IReadOnlyList<int>? Layers { get; init; }

    /// <summary>The activation of each layer.</summary>
    public IReadOnlyList<string>? Activations { get; init; }

    /// <summary>How weights were chosen.</summary>
    public string? Initializer { get; init; }

    /// <summary>The cost.</summary>
    public string? CostFunction { get; init; }

    /// <summary>The optimizer.</summary>
    public string? Optimizer { get; init; }

    /// <summary>Its learning rate, before any schedule.</summary>
    public double LearningRate { get; init; }

    /// <summary>Examples in a mini-batch.</summary>
    public int BatchSize { get; init; }

    /// <summary>The λ of L2 regularisation.</summary>
    public double L2 { get; init; }

    /// <summary>The seed.</summary>
    public ulong Seed { get; init; }

    /// <summary>The data.</summary>
    public string? Data { get; init; }

    /// <summary>Training examples, those for validation among them.</summary>
    public int TrainExamples { get; init; }

    /// <summary>Test examples.</summary>
    public int TestExamples { get; init; }
}
