using System.CommandLine;

namespace Nabla.Cli;

/// <summary><c>nabla runs</c>.</summary>
internal static class RunsCommand
{
    public static Command Create(Host host)
    {
        var command = new DescribedCommand("runs", "Lists, shows and compares runs of 'train'.")
        {
            Examples =
            [
                new("runs list", "the runs below the folder runs"),
                new("runs compare runs/001-lecture runs/002-modern --out curves.png", "their settings, results and curves"),
            ],
        };
        command.Add(RunsListCommand.Create(host));
        command.Add(RunsShowCommand.Create(host));
        command.Add(RunsCompareCommand.Create(host));
        command.SetAction(parsed => HelpWriter.Write(parsed.CommandResult.Command, host));
        return command;
    }
}
