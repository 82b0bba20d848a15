using System.CommandLine;

namespace Nabla.Cli;

/// <summary><c>nabla data view</c>.</summary>
internal static class DataViewCommand
{
    private const int UsualCount = 30;
    private const int UsualSheetCount = 200;

    public static Command Create(Host host)
    {
        var name = DataArgument.Create();
        var options = new DataOptions();
        var from = OptionOf.Whole("--from", "I", "the first example to show (default: 0)", 0, "100");
        var count = OptionOf.Whole("--count", "N", $"how many (default: {UsualCount}, in a PNG {UsualSheetCount})", 1, "50", 100_000);
        var columns = OptionOf.Whole("--columns", "N", "how many in a row (default: as fits, in a PNG 20)", 1, "10", 1000);
        var label = OptionOf.Whole("--label", "C", "only examples of this class", 0, "7");
        var sheet = OptionOf.Text("--out", "FILE.png", "write a contact sheet instead of showing it here");
        var overwrite = OptionOf.Flag("--overwrite", "replace the file that --out names");
        var command = new DescribedCommand("view", "Shows examples of data: in the terminal, or as a contact sheet.")
        {
            Examples =
            [
                new("data view mnist", "the first test images"),
                new("data view digits --label 7 --split train --count 100 --out sevens.png", "a hundred sevens as a picture"),
            ],
        };
        command.Add(name);
        command.AddGroup("Which", options.Split, from, count, label);
        command.AddGroup("How", columns, sheet, overwrite);
        command.SetAction(parsed =>
        {
            string? path = parsed.GetValue(sheet);
            if (path is not null) OutputFile.Check(path, parsed.GetValue(overwrite));
            var data = DataSource.Load(new DataRequest(DataArgument.Read(parsed, name)), host);
            var examples = data.Part(options.WantsTrain(parsed));
            if (!examples.IsImages) throw CliException.Wrong($"{examples.Name} holds numbers, not images; 'data info' describes it.");
            int wanted = parsed.GetValue(count) ?? (path is null ? UsualCount : UsualSheetCount);
            int[] indices = Choose(examples, parsed.GetValue(from) ?? 0, wanted, parsed.GetValue(label));
            if (path is null)
            {
                SheetView.Write(examples, indices, parsed.GetValue(columns), host);
                return ExitCode.Done;
            }

            ContactSheet.Draw(examples, indices, parsed.GetValue(columns) ?? 20).SavePng(path);
            host.Out.WriteLine($"{indices.Length} images of {examples.Name} are in {path}");
            return ExitCode.Done;
        });
        return command;
    }

    private static int[] Choose(Dataset examples, int from, int count, int? label)
    {
        if (label >= examples.Classes)
            throw CliException.Wrong($"--label is {label}, but {examples.Name} has classes 0 to {examples.Classes - 1}.");
        if (from >= examples.Count)
            throw CliException.Wrong($"--from is {from}, but {examples.Name} has {Format.Count(examples.Count)} examples here; "
                + $"give 0 to {examples.Count - 1}.");
        var chosen = new List<int>();
        for (int i = from; i < examples.Count && chosen.Count < count; i++)
        {
            if (label is null || examples.Labels[i] == label) chosen.Add(i);
        }

        return chosen.Count > 0
            ? [.. chosen]
            : throw CliException.Wrong($"{examples.Name} has no example of class {label} from {from} on.");
    }
}
