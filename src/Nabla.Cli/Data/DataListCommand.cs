using System.CommandLine;

namespace Nabla.Cli;

/// <summary><c>nabla data list</c>.</summary>
internal static class DataListCommand
{
    public static Command Create(Host host)
    {
        var json = OptionOf.Flag("--json", "the list as one JSON array");
        var command = new DescribedCommand("list", "Lists the data that --data knows by name, and where they are.");
        command.AddGroup("Result", json);
        command.SetAction(parsed =>
        {
            var entries = Entries().ToList();
            if (parsed.GetValue(json)) host.WriteJson(entries, CliJson.Default.IReadOnlyListDataListEntry);
            else Write(entries, host);
            return ExitCode.Done;
        });
        return command;
    }

    private static IEnumerable<DataListEntry> Entries()
    {
        foreach (var set in PublishedDataset.All)
        {
            bool found = set.TryFind(out string? folder);
            yield return new DataListEntry(set.Name, set.Description, found, folder);
        }

        yield return new DataListEntry(
            DataSource.Digits, "60,000 + 10,000 digits as if written by hand, 28×28 pixels, drawn by Nabla itself", true, "built in");
    }

    private static void Write(IReadOnlyList<DataListEntry> entries, Host host)
    {
        foreach (var entry in entries)
        {
            // The long part last, where a narrow terminal may break it.
            host.Out.WriteLine(entry.Name);
            foreach (string part in entry.Description.Split(" (", 2)) host.Out.WriteLine($"  {part.TrimEnd(')')}");
            host.Out.WriteLine($"  {entry.Where ?? $"not on this machine; '{host.Command} data get {entry.Name}' fetches it"}");
        }
    }
}
