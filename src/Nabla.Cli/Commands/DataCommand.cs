using System.CommandLine;

namespace Nabla.Cli;

/// <summary><c>nabla data</c>.</summary>
internal static class DataCommand
{
    public static Command Create(Host host)
    {
        var command = new DescribedCommand("data", "Lists, fetches, describes, shows and makes data.")
        {
            Examples =
            [
                new("data get mnist", "fetches MNIST, 11 MB, into this machine's cache"),
                new("data view digits --label 7", "what the built-in sevens look like"),
            ],
        };
        command.Add(DataListCommand.Create(host));
        command.Add(DataGetCommand.Create(host));
        command.Add(DataInfoCommand.Create(host));
        command.Add(DataViewCommand.Create(host));
        command.Add(DataMakeCommand.Create(host));
        command.SetAction(parsed => HelpWriter.Write(parsed.CommandResult.Command, host));
        return command;
    }
}
