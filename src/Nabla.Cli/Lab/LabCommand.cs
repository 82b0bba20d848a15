using System.CommandLine;

namespace Nabla.Cli;

/// <summary><c>nabla lab</c>.</summary>
internal static class LabCommand
{
    public static Command Create(Host host)
    {
        var port = OptionOf.Whole("--port", "N", $"the port on 127.0.0.1 (default: {LabServer.UsualPort}, or the next free one; 0 is any free one)", 0, "8080", 65535);
        var noOpen = OptionOf.Flag("--no-open", "do not open the browser");
        var runs = new Option<string[]>("--runs")
        {
            Description = $"a folder whose runs the page shows; give it again for another (default: {LabRun.UsualRuns})",
            HelpName = "DIR",
            Arity = ArgumentArity.OneOrMore,
        };
        var embed = new Option<string[]>("--embed")
        {
            Description = "an origin whose pages may show this one in a frame, such as https://school.example; give it again for another (default: none)",
            HelpName = "ORIGIN",
            Arity = ArgumentArity.OneOrMore,
        };
        var export = OptionOf.Text("--export", "DIR", "write the page as a static site for any web host, and serve nothing");
        var json = OptionOf.Flag("--json", "the address, or what was exported, as one JSON object");
        var command = new DescribedCommand("lab", "Serves the page on which networks can be seen learning, to this machine alone.")
        {
            Examples =
            [
                new("lab", "opens the page, with MNIST where 'data get mnist' fetched it and with the runs below the folder runs"),
                new("lab --port 8080 --no-open", "for a tunnel or a browser of your own"),
                new("lab --embed https://school.example", "for a frame in a page of slides there; self is a page of the lab's own address"),
                new("lab --export site", "the page without this machine's data and runs"),
            ],
            Remarks =
            [
                "In a clone, what the page is made of is built first where it is missing or older than its sources (src/lab/Page.proj); that needs "
                    + "Node 20 or newer. An installed command carries the page.",
                "Serving ends with Ctrl-C. That is how it is meant to end, so the exit code is then 0.",
            ],
        };
        command.AddGroup("Serving", port, noOpen, runs, embed);
        command.AddGroup("Result", export, json);
        command.Validators.Add(result =>
        {
            if (result.GetValue(export) is null) return;
            foreach (var option in new Option[] { port, noOpen, runs, embed }.Where(option => result.GetResult(option) is { Implicit: false }))
                result.AddError($"{option.Name} is for serving, and --export serves nothing; leave one of them out.");
        });
        command.SetAction(parsed =>
        {
            bool asJson = parsed.GetValue(json);
            return parsed.GetValue(export) is { } folder
                ? LabRun.Export(folder, asJson, host)
                : LabRun.Serve(parsed.GetValue(port), parsed.GetValue(runs) ?? [], parsed.GetValue(embed) ?? [], !parsed.GetValue(noOpen), asJson, host);
        });
        return command;
    }
}
