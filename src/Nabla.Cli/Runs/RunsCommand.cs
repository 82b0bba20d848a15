using System.CommandLine;

namespace Nabla.Cli;

/// <summary><c>nabla runs</c>.</summary>
internal static class RunsCommand
{
    /// <summary>Makes it.</summary>
    /// <param name="host">What it reads from and writes to.</param>
    /// <param name="isNamed">Whether the commands below it are wanted too.</param>
    public static Command Create(Host host, bool isNamed)
    {
        var command = new DescribedCommand("runs", "Lists, shows and compares runs of 'train'.")
        {
            Examples =
            [
                new("runs list", "the runs below the folder runs"),
                new("runs compare runs/001-lecture runs/002-modern --out curves.png", "their settings, results and curves"),
            ],
        };
        command.SetAction(parsed => HelpWriter.Write(parsed.CommandResult.Command, host));
        if (!isNamed) return command;
        command.Add(RunsListCommand.Create(host));
        command.Add(RunsShowCommand.Create(host));
        command.Add(RunsCompareCommand.Create(host));
        return command;
    }
}
