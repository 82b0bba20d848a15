using System.CommandLine;

namespace Nabla.Cli;

/// <summary><c>nabla data info</c>.</summary>
internal static class DataInfoCommand
{
    public static Command Create(Host host)
    {
        var name = DataArgument.Create();
        var options = new DataOptions();
        var json = OptionOf.Flag("--json", "as one JSON object");
        var command = new DescribedCommand("info", "Describes data: how many examples of each class, and what their pixels are like.")
        {
            Examples = [new("data info digits", "the built-in digits")],
        };
        command.Add(name);
        command.AddGroup("Your own data", options.Resize, options.Normalize, options.Transpose);
        command.AddGroup("Result", json);
        command.SetAction(parsed =>
        {
            var data = DataSource.Load(options.Read(parsed, DataArgument.Read(parsed, name)), host);
            var info = DataStatistics.Of(data);
            if (parsed.GetValue(json)) host.WriteJson(info, CliJson.Default.DataInfo);
            else DataInfoView.Write(info, data, host);
            return ExitCode.Done;
        });
        return command;
    }
}
