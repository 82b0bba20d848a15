using System.CommandLine;

namespace Nabla.Cli;

/// <summary><c>nabla data</c>.</summary>
internal static class DataCommand
{
    /// <summary>Makes it.</summary>
    /// <param name="host">What it reads from and writes to.</param>
    /// <param name="isNamed">Whether the commands below it are wanted too.</param>
    public static Command Create(Host host, bool isNamed)
    {
        var command = new DescribedCommand("data", "Lists, fetches, describes, shows and makes data.")
        {
            Examples =
            [
                new("data get mnist", "fetches MNIST, 11 MB, into this machine's cache"),
                new("data view digits --label 7", "what the built-in sevens look like"),
            ],
        };
        command.SetAction(parsed => HelpWriter.Write(parsed.CommandResult.Command, host));
        if (!isNamed) return command;
        command.Add(DataListCommand.Create(host));
        command.Add(DataGetCommand.Create(host));
        command.Add(DataInfoCommand.Create(host));
        command.Add(DataViewCommand.Create(host));
        command.Add(DataMakeCommand.Create(host));
        return command;
    }
}
