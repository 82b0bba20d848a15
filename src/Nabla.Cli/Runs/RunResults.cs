using System.Text.Json.Serialization;

namespace Nabla.Cli;

/// <summary>A run in a line: an element of <c>runs list --json</c>.</summary>
/// <param name="Run">Its folder.</param>
/// <param name="State">How it is.</param>
/// <param name="Layers">Number of inputs, then of neurons layer by layer.</param>
/// <param name="Data">What it learns from.</param>
/// <param name="Epochs">Epochs done.</param>
/// <param name="Cost">The training cost after the last of them.</param>
/// <param name="TestAccuracy">The test accuracy now; null for regression.</param>
/// <param name="BestTestAccuracy">The best of any epoch.</param>
/// <param name="TestRSquared">For regression: R² of the test examples.</param>
/// <param name="BestTestRSquared">The best of any epoch.</param>
/// <param name="TrainingSeconds">Seconds in training steps.</param>
/// <param name="Digest">The digest of the network; null where it has not ended.</param>
/// <param name="Started">When it began.</param>
/// <param name="Name">The name that makes it again.</param>
internal sealed record RunSummary(
    string Run, TrainingState State, IReadOnlyList<int> Layers, string Data, int Epochs, double? Cost, double? TestAccuracy, double? BestTestAccuracy,
    [property: JsonPropertyName("testR2")] double? TestRSquared, [property: JsonPropertyName("bestTestR2")] double? BestTestRSquared,
    double TrainingSeconds, string? Digest, DateTimeOffset Started, string Name)
{
    public static RunSummary Of(SavedRun run)
    {
        var (result, last) = (run.Result, run.Epochs.Count > 0 ? run.Epochs[^1] : null);
        return new(
            run.Folder, run.State, run.Record.Layers, run.Record.Configuration.Data, run.Epochs.Count, last?.Cost,
            result?.TestAccuracy ?? last?.TestAccuracy, run.BestTestAccuracy, result is null ? last?.TestRSquared : result.TestRSquared, run.BestTestRSquared,
            result?.TrainingSeconds ?? run.Epochs.Sum(line => line.Seconds ?? 0), result?.Digest, run.Record.Started, run.Record.Name);
    }
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
