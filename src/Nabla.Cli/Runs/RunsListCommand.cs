using System.CommandLine;

namespace Nabla.Cli;

/// <summary><c>nabla runs list</c>.</summary>
internal static class RunsListCommand
{
    public static Command Create(Host host)
    {
        var folder = new Argument<string?>("FOLDER") { Description = "where the runs are (default: runs)", Arity = ArgumentArity.ZeroOrOne };
        var json = OptionOf.Flag("--json", "the list as one JSON array");
        var command = new DescribedCommand("list", "Lists the runs in a folder: how far each came and how good it is.") { folder };
        command.AddGroup("Result", json);
        command.SetAction(parsed =>
        {
            string where = parsed.GetValue(folder) ?? RunFolder.Runs;
            if (!Directory.Exists(where)) throw CliException.Wrong($"there is no folder '{where}'; '{host.Command} train' makes runs, or say where they are.");
            var runs = Directory.EnumerateDirectories(where).Where(SavedRun.IsIn).Order(StringComparer.Ordinal).ToList();
            var (readable, problems) = Read(runs);
            foreach (var problem in problems) host.Notice($"Note: {problem.In(host.Language)}");
            if (parsed.GetValue(json)) host.WriteJson(readable, CliJson.Default.IReadOnlyListRunSummary);
            else if (readable.Count == 0) host.Out.WriteLine($"no runs in {where}; '{host.Command} train' makes one");
            else RunTable.Write(readable, host);
            return ExitCode.Done;
        });
        return command;
    }

    // One that cannot be read does not keep the others from being seen.
    private static (List<RunSummary> Runs, List<Said> Problems) Read(IEnumerable<string> folders)
    {
        var runs = new List<RunSummary>();
        var problems = new List<Said>();
        foreach (string folder in folders)
        {
            try
            {
                runs.Add(RunSummary.Of(SavedRun.Open(folder)));
            }
            catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                problems.Add(Said.Of(error));
            }
        }

        return (runs, problems);
    }
}

/// <summary>Runs, a line each.</summary>
internal static class RunTable
{
    public static void Write(IReadOnlyList<RunSummary> runs, Host host)
    {
        int width = Math.Max(3, runs.Max(run => Name(run).Length));
        var page = new Page(host);
        page.Line($"[grey]{"run".PadRight(width)}  {"state",-16}{"epochs",7}{"cost",10}{"test",11}{"best",11}{"time",10}  data[/]");
        foreach (var run in runs)
        {
            page.Line($"{Name(run).PadRight(width)}  {run.State.Name(),-16}{run.Epochs,7}{(run.Cost is { } cost ? Format.Cost(cost) : "-"),10}"
                + $"{Part(run.TestAccuracy, run.TestRSquared),11}{Part(run.BestTestAccuracy, run.BestTestRSquared),11}"
                + $"{Format.Duration(TimeSpan.FromSeconds(run.TrainingSeconds)),10}  {Printable.Path(run.Data)}");
        }
    }

    private static string Part(double? accuracy, double? rSquared) =>
        rSquared is null ? accuracy is { } part ? Format.Percent(part) : "-" : Score.Of(accuracy, rSquared);

    private static string Name(RunSummary run) => Printable.Name(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(run.Run))));
}
