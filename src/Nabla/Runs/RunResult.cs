using System.Text.Json.Serialization;

namespace Nabla;

/// <summary>A line of <c>metrics.jsonl</c>: an epoch, or a step within one.</summary>
public sealed record MetricsLine
{
    /// <summary><c>epoch</c> or <c>step</c>; an epoch where the line does not say, which the reader of JSON makes a null of.</summary>
    public string Event { get; init => field = value ?? "epoch"; } = "epoch";

    /// <summary>The epoch, from 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>Steps so far.</summary>
    public required long Step { get; init; }

    /// <summary>The cost of the training examples after the epoch, or of the mini-batch before the step.</summary>
    public double Cost { get; init; }

    /// <summary>The cost of the test examples; null for a step.</summary>
    public double? TestCost { get; init; }

    /// <summary>The part of the training examples that is read right; null for a step, and for regression.</summary>
    public double? TrainAccuracy { get; init; }

    /// <summary>The part of the test examples that is read right; null for a step, and for regression.</summary>
    public double? TestAccuracy { get; init; }

    /// <summary>R² of the training examples; null but for regression.</summary>
    [JsonPropertyName("trainR2")]
    public double? TrainRSquared { get; init; }

    /// <summary>R² of the test examples; null but for regression.</summary>
    [JsonPropertyName("testR2")]
    public double? TestRSquared { get; init; }

    /// <summary>Time in the epoch's training steps; null for a step.</summary>
    public double? Seconds { get; init; }
}

/// <summary>How a run ended, from its <c>result.json</c>.</summary>
public sealed record RunResult
{
    /// <summary>finished, stopped-early, reached-accuracy or diverged.</summary>
    public required string State { get; init; }

    /// <summary>The <see cref="NetworkFiles.Digest"/> of its network.</summary>
    public required string Digest { get; init; }

    /// <summary>The part of the test examples that its network reads right; null for regression.</summary>
    public double? TestAccuracy { get; init; }

    /// <summary>R² of the test examples; null but for regression.</summary>
    [JsonPropertyName("testR2")]
    public double? TestRSquared { get; init; }

    /// <summary>The best that an epoch's network read right; null for regression.</summary>
    public double? BestTestAccuracy { get; init; }

    /// <summary>The epoch that was best by this, for regression by R².</summary>
    public int BestEpoch { get; init; }

    /// <summary>Epochs done.</summary>
    public int Epochs { get; init; }

    /// <summary>Time in training steps.</summary>
    public double TrainingSeconds { get; init; }
}
