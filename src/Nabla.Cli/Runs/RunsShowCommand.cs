using System.CommandLine;

namespace Nabla.Cli;

/// <summary><c>nabla runs show</c>.</summary>
internal static class RunsShowCommand
{
    private const int LongestName = 1000;

    public static Command Create(Host host)
    {
        var folder = RunLocator.Argument();
        var json = OptionOf.Flag("--json", "all of it as one JSON object");
        var command = new DescribedCommand("show", "Shows a run: its settings, what it ran on, its epochs, and the name that makes it again.") { folder };
        command.AddGroup("Result", json);
        command.SetAction(parsed =>
        {
            var run = RunLocator.Open(
                parsed.GetValue(folder) ?? throw CliException.Wrong($"runs show needs a RUN: the folder of a run, {TrainedRuns.Example(host)}."), host);
            var summary = RunSummary.Of(run);
            if (parsed.GetValue(json)) host.WriteJson(new RunDetails(summary, run.Record, run.Keyframes, run.Metrics), CliJson.Default.RunDetails);
            else Write(run, summary, host);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(SavedRun run, RunSummary summary, Host host)
    {
        var page = new Page(host);
        var record = run.Record;
        page.Line($"[bold]{run.Folder}[/]  {Printable.Path(string.Join('-', record.Layers))}, "
            + $"{run.State.Name()} after {run.Epochs.Count} of {record.Configuration.Training.Epochs} epochs");
        page.Line($"  test {Score.Of(summary.TestAccuracy, summary.TestRSquared)}, best {Score.Of(summary.BestTestAccuracy, summary.BestTestRSquared)}; "
            + $"{Format.Duration(TimeSpan.FromSeconds(summary.TrainingSeconds))} in training steps");
        if (summary.Digest is { } digest) page.Line($"  {Printable.Name(digest, 80)}");
        page.Line($"  begun {record.Started:yyyy-MM-dd HH:mm} UTC with nabla {Printable.Name(record.Version)} on {Printable.Name(record.Machine.Processor)}, "
            + $"{record.Machine.Processors} processors, {Printable.Name(record.Machine.System)}");
        page.Line($"  {Format.Count(record.Data.TrainExamples)} training and {Format.Count(record.Data.TestExamples)} test examples; keyframes after {run.Keyframes.Count} epochs");
        page.Heading("Settings");
        foreach (var (setting, value) in record.Configuration.Settings()) page.Line($"  {setting,-20} {Printable.Path(value)}");
        if (run.Epochs.Count > 1)
        {
            page.Line();
            ChartView.Write(RunCharts.Accuracy([run]), host);
        }

        page.Heading("Again");

        // Not broken, so that it can be copied.
        // The name of what it says it is, whatever name it was given; one that is endless is no good to anybody.
        string name = RunName.Of(record.Configuration);
        host.Out.WriteLine(name.Length <= LongestName
            ? $"  {host.Command} train --run {Shell.Quote(name)}"
            : $"  {host.Command} train --config {Shell.Quote(Path.Combine(run.Folder, RunFiles.Record))}");
        if (run.State == TrainingState.Interrupted) host.Out.WriteLine($"  {host.Command} train --resume {Shell.Quote(run.Folder)}");
        if (run.Metrics.Count > 0) host.Out.WriteLine($"  {host.Command} replay {Shell.Quote(run.Folder)} --step {run.Metrics[^1].Step}");
    }
}
