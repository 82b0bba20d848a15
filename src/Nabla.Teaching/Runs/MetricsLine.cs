using System.Text.Json.Serialization;

namespace Nabla.Runs;

/// <summary>A line of <c>metrics.jsonl</c>: an epoch, or a step within one.</summary>
public sealed record MetricsLine
{
    /// <summary><c>epoch</c> or <c>step</c>; an epoch where the line does not say, which the reader of JSON makes a null of.</summary>
    public string Event { get; init => field = value ?? "epoch"; } = "epoch";

    /// <summary>The epoch, from 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>The cost of the training examples after the epoch, or of the mini-batch before the step.</summary>
    public double Cost { get; init; }

    /// <summary>The cost of the test examples; null for a step.</summary>
    public double? TestCost { get; init; }

    /// <summary>The cost of the validation examples; null for a step, and where there are none.</summary>
    public double? ValidationCost { get; init; }

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

    /// <summary>Steps so far.</summary>
    public required long Step { get; init; }

    /// <summary>The line of an epoch.</summary>
    /// <param name="report">What is known of it.</param>
    public static MetricsLine Of(EpochReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new MetricsLine
        {
            Epoch = report.Epoch,
            Cost = report.Train.Cost,
            TestCost = report.Test?.Cost,
            ValidationCost = report.Validation?.Cost,
            TrainAccuracy = report.Train.Regression is null ? report.Train.Accuracy : null,
            TestAccuracy = report.Test?.Regression is null ? report.Test?.Accuracy : null,
            TrainRSquared = report.Train.Regression?.RSquared,
            TestRSquared = report.Test?.Regression?.RSquared,
            Seconds = report.TrainingTime.TotalSeconds,
            Step = report.Step,
        };
    }

    /// <summary>The line of a step.</summary>
    /// <param name="report">What is known of it.</param>
    public static MetricsLine Of(BatchReport report) => new() { Event = "step", Epoch = report.Epoch, Step = report.Step, Cost = report.Cost };
}
