using System.CommandLine;
using Spectre.Console;

namespace Nabla.Cli;

/// <summary><c>nabla runs compare</c>.</summary>
internal static class RunsCompareCommand
{
    public static Command Create(Host host)
    {
        var folders = new Argument<string[]>("RUN") { Description = "the folders of two runs or more", Arity = ArgumentArity.ZeroOrMore };
        var chart = OptionOf.Choice("--chart", "WHAT", "accuracy (for regression R²) or cost (default: accuracy)", ["accuracy", "cost"], what => what);
        var output = new OutputOption(Figure.Endings, $"write the chart, as {Figure.Endings}");
        var json = OptionOf.Flag("--json", "the comparison as one JSON object");
        var command = new DescribedCommand("compare", "Compares runs: the settings in which they differ, their results and their curves.")
        {
            folders,
        };
        command.AddGroup("Result", [chart, .. output.All, json]);
        command.SetAction(parsed =>
        {
            string[] names = parsed.GetValue(folders) ?? [];
            if (names.Length < 2) throw CliException.Wrong($"runs compare needs two runs or more, such as runs/001-lecture runs/002-modern.");
            string? picture = output.Read(parsed);
            var runs = names.Select(name => RunLocator.Open(name, host)).ToList();
            var curves = parsed.GetValue(chart) == "cost" ? RunCharts.Cost(runs) : RunCharts.Accuracy(runs);
            if (picture is not null) ChartView.Save(curves, picture);
            var comparison = new RunComparison([.. runs.Select(RunSummary.Of)], Differences(runs));
            if (parsed.GetValue(json)) host.WriteJson(comparison, CliJson.Default.RunComparison);
            else Write(comparison, picture is null ? curves : null, host);
            if (picture is not null) host.Notice($"the chart is in {picture}");
            return ExitCode.Done;
        });
        return command;
    }

    private static List<RunDifference> Differences(IReadOnlyList<SavedRun> runs)
    {
        var settings = runs.Select(run => run.Record.Configuration.Settings().ToDictionary()).ToList();
        return
        [
            .. settings.SelectMany(all => all.Keys).Distinct()
                .Select(name => new RunDifference(name, [.. settings.Select(all => all.GetValueOrDefault(name))]))
                .Where(difference => difference.Values.Distinct().Count() > 1),
        ];
    }

    private static void Write(RunComparison comparison, Chart? curves, Host host)
    {
        RunTable.Write(comparison.Runs, host);
        var page = new Page(host);
        page.Heading(comparison.Differences.Count == 0 ? "They have the same settings." : "They differ in");
        foreach (var (setting, values) in comparison.Differences)
            page.Line($"  {setting,-20} {string.Join("  |  ", values.Select(value => Printable.Path(value ?? "-")))}");
        if (curves is null || comparison.Runs.All(run => run.Epochs == 0)) return;
        page.Line();
        ChartView.Write(curves, host);
    }
}
