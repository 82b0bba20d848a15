using Nabla.Charts;

namespace Nabla.Runs;

/// <summary>Runs side by side.</summary>
public static class RunCharts
{
    /// <summary>The test accuracy of runs, epoch by epoch; R² where all of them are of regression.</summary>
    /// <param name="runs">The runs.</param>
    public static Chart Accuracy(IReadOnlyList<SavedRun> runs) => runs.All(run => run.BestTestRSquared is not null)
        ? Of("R² of the test examples", new Axis("R²"), runs, line => line.TestRSquared)
        : Of("Test accuracy", new Axis("accuracy, %"), runs, line => 100 * line.TestAccuracy);

    /// <summary>The cost of the training examples of runs, epoch by epoch.</summary>
    /// <param name="runs">The runs.</param>
    public static Chart Cost(IReadOnlyList<SavedRun> runs) =>
        Of("Cost of the training examples", new Axis("cost", IsLogarithmic: true), runs, line => line.Cost);

    private static Chart Of(string title, Axis y, IReadOnlyList<SavedRun> runs, Func<MetricsLine, double?> value)
    {
        ArgumentNullException.ThrowIfNull(runs);
        return new Chart(title, new Axis("epoch"), y)
        {
            Series =
            [
                .. runs.Select(run => new Series(Name(run), [.. run.Epochs.Select(line => (double)line.Epoch)],
                    [.. run.Epochs.Select(line => value(line) ?? double.NaN)], SeriesStyle.Path)),
            ],
        };
    }

    private static string Name(SavedRun run) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(run.Folder)));
}
