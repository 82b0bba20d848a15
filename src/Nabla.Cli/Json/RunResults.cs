using System.Text.Json.Serialization;

namespace Nabla.Cli;

/// <summary>A run in a line: an element of <c>runs list --json</c>.</summary>
internal sealed record RunSummary
{
    public required string Run { get; init; }

    public required TrainingState State { get; init; }

    public required IReadOnlyList<int> Layers { get; init; }

    public required string Data { get; init; }

    /// <summary>Epochs done.</summary>
    public required int Epochs { get; init; }

    public double? Cost { get; init; }

    public double? TestAccuracy { get; init; }

    public double? BestTestAccuracy { get; init; }

    [JsonPropertyName("testR2")]
    public double? TestRSquared { get; init; }

    [JsonPropertyName("bestTestR2")]
    public double? BestTestRSquared { get; init; }

    public double TrainingSeconds { get; init; }

    public string? Digest { get; init; }

    public required DateTimeOffset Started { get; init; }

    public required string Name { get; init; }

    public static RunSummary Of(SavedRun run) => new()
    {
        Run = run.Folder,
        State = run.State,
        Layers = run.Record.Layers,
        Data = run.Record.Configuration.Data,
        Epochs = run.Epochs.Count,
        Cost = run.Epochs is [.., var last] ? last.Cost : null,
        TestAccuracy = run.Result?.TestAccuracy ?? (run.Epochs is [.., var end] ? end.TestAccuracy : null),
        BestTestAccuracy = run.BestTestAccuracy,
        TestRSquared = run.Result is { } result ? result.TestRSquared : run.Epochs is [.., var newest] ? newest.TestRSquared : null,
        BestTestRSquared = run.BestTestRSquared,
        TrainingSeconds = run.Result?.TrainingSeconds ?? run.Epochs.Sum(line => line.Seconds ?? 0),
        Digest = run.Result?.Digest,
        Started = run.Record.Started,
        Name = run.Record.Name,
    };
}

/// <summary>The result of <c>runs show --json</c>.</summary>
internal sealed record RunDetails(RunSummary Summary, RunRecord Record, IReadOnlyList<long> Keyframes, IReadOnlyList<MetricsLine> Metrics);

/// <summary>The result of <c>runs compare --json</c>.</summary>
internal sealed record RunComparison(IReadOnlyList<RunSummary> Runs, IReadOnlyList<RunDifference> Differences);

/// <summary>A setting that runs do not share.</summary>
/// <param name="Setting">Its name.</param>
/// <param name="Values">Its value in each run; null where a run has no such setting.</param>
internal sealed record RunDifference(string Setting, IReadOnlyList<string?> Values);

/// <summary>The result of <c>replay --json</c>.</summary>
/// <param name="Run">The run.</param>
/// <param name="Step">The step.</param>
/// <param name="Epoch">Its epoch; 0 before training.</param>
/// <param name="From">The step that it was reached from.</param>
/// <param name="TestCost">The cost of the test examples after it.</param>
/// <param name="TestAccuracy">The part of them that is read right; null for regression.</param>
/// <param name="TestRSquared">For regression: R² of them.</param>
/// <param name="Digest">The digest of the network.</param>
/// <param name="Model">Where it was saved; null where it was not.</param>
internal sealed record ReplayResult(
    string Run, long Step, int Epoch, long From, double TestCost, double? TestAccuracy, [property: JsonPropertyName("testR2")] double? TestRSquared,
    string Digest, string? Model);
