using System.CommandLine;

namespace Nabla.Cli;

/// <summary><c>nabla experiment</c>: a command for each experiment, made from what the experiment says of itself.</summary>
internal static class ExperimentCommand
{
    /// <summary>Makes it.</summary>
    /// <param name="host">What it reads from and writes to.</param>
    /// <param name="isNamed">Whether the commands below it are wanted too.</param>
    public static Command Create(Host host, bool isNamed)
    {
        var command = new DescribedCommand("experiment", "Tries out what the notes claim of networks, and tells it with figures.")
        {
            Examples =
            [
                new("experiment list", "what there is, and what each shows"),
                new("experiment shuffled-labels", "memorising beside understanding"),
                new("experiment learning-rate --seeds 1..5 --out rates", "the mean of five seeds, with the charts as PNG files"),
                new("experiment noise --data digits --json", "for a program to read"),
            ],
        };
        command.SetAction(parsed => HelpWriter.Write(parsed.CommandResult.Command, host));
        if (!isNamed) return command;
        command.Add(ListCommand(host));
        foreach (var experiment in Experiment.All) command.Add(CommandOf(experiment, host));
        return command;
    }

    private static DescribedCommand CommandOf(Experiment experiment, Host host)
    {
        var options = new ExperimentOptions(experiment);
        string summary = experiment.Summary.ToString();
        var command = new DescribedCommand(experiment.Name, $"{char.ToUpperInvariant(summary[0])}{summary[1..]}.")
        {
            Remarks = [experiment.Concept.ToString()],
        };
        options.AddTo(command);
        command.SetAction(parsed => new ExperimentRun(host, experiment, options.Read(parsed)).Execute());
        return command;
    }

    private static DescribedCommand ListCommand(Host host)
    {
        var json = OptionOf.Flag("--json", "the list as one JSON object");
        var command = new DescribedCommand("list", "Lists the experiments, and what each of them shows.");
        command.AddGroup("Result", json);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(json)) host.WriteJson(ExperimentList.OfAll(), CliJson.Default.ExperimentList);
            else ExperimentListView.Write(host);
            return ExitCode.Done;
        });
        return command;
    }
}
