using System.CommandLine;

namespace Nabla.Cli;

/// <summary><c>nabla data get</c>.</summary>
internal static class DataGetCommand
{
    public static Command Create(Host host)
    {
        var name = new Argument<string>("NAME")
        {
            Description = string.Join(" or ", PublishedDataset.All.Select(set => set.Name)),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var folder = OptionOf.Text("--out", "DIR", "where to put it (default: this machine's cache, where every command finds it)");
        var json = OptionOf.Flag("--json", "where it is, as one JSON object");
        var command = new DescribedCommand("get", "Fetches published data, checks it against its published digests, and keeps it.")
        {
            Examples = [new("data get mnist", "60,000 + 10,000 handwritten digits, 11 MB")],
            Remarks =
            [
                "An interrupted download goes on where it stopped. NABLA_MIRROR names a server of yours that is asked first, "
                    + "NABLA_DATA a folder that has the data already.",
            ],
        };
        command.Add(name);
        command.AddGroup("Result", folder, json);
        command.SetAction(parsed =>
        {
            var set = Find(parsed.GetValue(name));
            string? chosen = parsed.GetValue(folder);
            if (chosen is not null && set.StrangerIn(chosen) is { } stranger)
                throw CliException.Wrong($"--out is '{chosen}', which holds a '{stranger}' that is not {set.Title}'s; choose another folder, or move it away. "
                    + $"Nothing was overwritten.");
            bool there = set.TryFind(out string? found) && chosen is null;
            string where = there ? found! : Download.Run(set, new DownloadOptions { Folder = chosen }, host, quiet: false);
            if (parsed.GetValue(json)) host.WriteJson(new DataPlace(set.Name, where), CliJson.Default.DataPlace);
            else host.Out.WriteLine($"{set.Title} is {(there ? "already " : "")}in {where}");
            return ExitCode.Done;
        });
        return command;
    }

    private static PublishedDataset Find(string? name)
    {
        string known = string.Join(" and ", PublishedDataset.All.Select(set => set.Name));
        if (name is null) throw CliException.Wrong($"data get needs a NAME; {known} can be fetched.");
        if (name.Equals(DataSource.Digits, StringComparison.OrdinalIgnoreCase))
            throw CliException.Wrong($"the built-in digits need no fetching; use --data digits, "
                + $"or write them to files with 'data make digits --out FOLDER'.");
        string meant = Suggestion.For(name, PublishedDataset.All.Select(set => set.Name));
        return PublishedDataset.Find(name) ?? throw CliException.Wrong($"there is no data '{name}' to fetch{meant}; {known} can be fetched.");
    }
}
