using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nabla.Cli;

/// <summary>One epoch: a line of <c>train --json</c> and of <c>metrics.jsonl</c>.</summary>
internal sealed record EpochEvent
{
    public string Event { get; init; } = "epoch";

    public required int Epoch { get; init; }

    public required double Cost { get; init; }

    public double? TestCost { get; init; }

    /// <summary>Absent for regression.</summary>
    public required double? TrainAccuracy { get; init; }

    public double? TestAccuracy { get; init; }

    /// <summary>For regression: R².</summary>
    [JsonPropertyName("trainR2")]
    public double? TrainRSquared { get; init; }

    [JsonPropertyName("testR2")]
    public double? TestRSquared { get; init; }

    /// <summary>Time in training steps, this epoch alone.</summary>
    public required double Seconds { get; init; }

    public required long Step { get; init; }

    public static EpochEvent Of(EpochReport report) => new()
    {
        Epoch = report.Epoch,
        Cost = report.Train.Cost,
        TestCost = report.Test?.Cost,
        TrainAccuracy = report.Train.Regression is null ? report.Train.Accuracy : null,
        TestAccuracy = report.Test?.Regression is null ? report.Test?.Accuracy : null,
        TrainRSquared = report.Train.Regression?.RSquared,
        TestRSquared = report.Test?.Regression?.RSquared,
        Seconds = report.TrainingTime.TotalSeconds,
        Step = report.Step,
    };
}

/// <summary>The end of training: the last line of <c>train --json</c>.</summary>
internal sealed record DoneEvent
{
    public string Event { get; init; } = "done";

    public required string Model { get; init; }

    public required string Run { get; init; }

    public required int Parameters { get; init; }

    /// <summary>Absent for regression.</summary>
    public required double? TestAccuracy { get; init; }

    public required double? BestTestAccuracy { get; init; }

    /// <summary>For regression: R², and errors in the unit of the target.</summary>
    [JsonPropertyName("testR2")]
    public double? TestRSquared { get; init; }

    [JsonPropertyName("testRmse")]
    public double? TestRootMeanSquaredError { get; init; }

    [JsonPropertyName("testMae")]
    public double? TestMeanAbsoluteError { get; init; }

    /// <summary>The epoch of <see cref="BestTestAccuracy"/>; 0 where no epoch was finished.</summary>
    public required int BestEpoch { get; init; }

    /// <summary>The epoch whose network was kept, where --restore-best went back to it; null where it is the last one's.</summary>
    public int? RestoredEpoch { get; init; }

    /// <summary>Epochs finished.</summary>
    public required int Epochs { get; init; }

    /// <summary>Time inside training steps only, without loading and evaluation.</summary>
    public required double TrainingSeconds { get; init; }

    public required double ExamplesPerSecond { get; init; }

    public required string Digest { get; init; }

    /// <summary>finished, stopped-early, reached-accuracy, diverged or interrupted.</summary>
    public required string State { get; init; }

    public required string? Preset { get; init; }

    public required IReadOnlyList<int> Layers { get; init; }

    public required IReadOnlyList<string> Activations { get; init; }

    public required string Initializer { get; init; }

    public required string CostFunction { get; init; }

    public required string Optimizer { get; init; }

    public required double LearningRate { get; init; }

    public required int BatchSize { get; init; }

    public required double L2 { get; init; }

    public required ulong Seed { get; init; }

    public required string Data { get; init; }

    public required int TrainExamples { get; init; }

    public required int TestExamples { get; init; }

    /// <summary>Reads it from a run's <c>result.json</c>.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static DoneEvent Read(SavedRun run)
    {
        using var stream = RunFiles.OpenRead(run.Folder, RunFiles.Result);
        try
        {
            return JsonSerializer.Deserialize(stream, CliJson.Default.DoneEvent) ?? throw new JsonException("It is null.");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"The result of the run in '{Printable.Path(run.Folder)}' cannot be read: {Printable.Path(error.Message.Split(" Path: ")[0])}", error);
        }
    }
}
