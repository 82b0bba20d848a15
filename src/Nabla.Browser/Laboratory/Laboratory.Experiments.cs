namespace Nabla.Browser;

internal sealed partial class Laboratory
{
    /// <summary>Runs an experiment to its end, on the built-in digits where it needs data.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="settings">What to set, by the names of its options, as text; the rest is as usual.</param>
    public ExperimentAnswer Experiment(string name, IReadOnlyDictionary<string, string> settings)
    {
        var experiment = Nabla.Experiments.Experiment.All.FirstOrDefault(known => known.Name == name)
            ?? throw Refusal.Argument($"There is no experiment '{name}'. Known: {Said.Names([.. Nabla.Experiments.Experiment.All.Select(known => known.Name)])}.");
        var chosen = experiment.Defaults;
        foreach (var (key, value) in settings)
        {
            var option = experiment.Options.FirstOrDefault(known => known.Name == key)
                ?? throw Refusal.Argument($"The experiment {name} has no setting '{key}'. Known: {Said.Names([.. experiment.Options.Select(known => known.Name)])}.");
            chosen = option.Set(chosen, value);
        }

        ExperimentData? data = null;
        if (chosen is DataExperimentSettings wanted)
        {
            for (double done = 0; done < 1; done = _shelf.Draw(wanted.Examples, wanted.TestExamples, new Slice(100)))
                report?.Invoke(new ExperimentProgress(0, $"digits {done:P0}"));
            var (train, test) = _shelf.Find(DataShelf.Digits, wanted.Examples, wanted.TestExamples)!.Value;
            data = new ExperimentData(train, test);
        }

        return Answer(experiment.Run(chosen, data, new Listener(report)).Report());
    }

    private static ExperimentEntry Entry(Experiment experiment) => new(
        experiment.Name, experiment.Summary, experiment.Concept, experiment.UsesData,
        [.. experiment.Options.Select(option => new ExperimentOptionEntry(option.Name, option.Summary, option.Range, option.ValueOf(experiment.Defaults)!))]);

    private static ExperimentAnswer Answer(ExperimentReport report) => new(
        report.Findings, report.Table,
        [
            .. report.Charts.Select(chart => new ChartView(
                chart.Title, chart.Subtitle, chart.X, chart.Y,
                [.. chart.Series.Select(series => new SeriesView(series.Name, series.Style, Finite(series.X), Finite(series.Y)))], chart.Marks)),
        ],
        [
            .. report.Pictures.Select(grid => new PictureGridView(
                grid.Title, grid.Subtitle, grid.Label, grid.Columns, grid.Kind, grid.Range().Minimum, grid.Range().Maximum, grid.Pictures)),
        ]);

    private static IReadOnlyList<double?> Finite(IReadOnlyList<double> values) => [.. values.Select(x => double.IsFinite(x) ? x : (double?)null)];

    private sealed class Listener(Action<ExperimentProgress>? report) : IProgress<ExperimentProgress>
    {
        public void Report(ExperimentProgress value) => report?.Invoke(value);
    }
}
