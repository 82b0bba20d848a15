using System.CommandLine;

namespace Nabla.Cli;

/// <summary><c>nabla data view</c>.</summary>
internal static class DataViewCommand
{
    private const int UsualCount = 30;
    private const int UsualSheetCount = 200;
    private const int UsualSheetColumns = 20;

    public static Command Create(Host host)
    {
        var name = DataArgument.Create();
        var options = new DataOptions();
        var from = OptionOf.Whole("--from", "I", "the first example to show (default: 0)", 0, "100");
        var count = OptionOf.Whole("--count", "N", $"how many (default: {UsualCount}, in a PNG {UsualSheetCount})", 1, "50", 100_000);
        var columns = OptionOf.Whole("--columns", "N", "how many in a row (default: as fits, in a PNG 20)", 1, "10", 1000);
        var label = OptionOf.Whole("--label", "C", "only examples of this class", 0, "7");
        var augment = SettingOption.OfRun("augment", summary: "begin each row with an example and go on with how epochs 1, 2, ... of training with seed 1 see it");
        var sheet = new OutputOption(new(".png"), "write a contact sheet instead of showing it here", "FILE.png");
        var command = new DescribedCommand("view", "Shows examples of data: in the terminal, or as a contact sheet.")
        {
            Examples =
            [
                new("data view mnist", "the first test images"),
                new("data view digits --label 7 --split train --count 100 --out sevens.png", "a hundred sevens as a picture"),
                new("data view mnist --split train --augment elastic,rotate,scale --out varied.png", "how training by these would see them"),
            ],
        };
        command.Add(name);
        command.AddGroup("Which", options.Split, from, count, label);
        command.AddGroup("Your own data", options.Resize, options.Normalize, options.Transpose);
        command.AddGroup("How", [columns, augment, .. sheet.All]);
        command.SetAction(parsed =>
        {
            string? path = sheet.Read(parsed);
            var data = DataSource.Load(options.Read(parsed, DataArgument.Read(parsed, name)), host);
            var examples = data.Part(options.WantsTrain(parsed));
            if (!examples.IsImages) throw CliException.Wrong($"{examples.Name} holds numbers, not images; 'data info' describes it.");
            int wanted = parsed.GetValue(count) ?? (path is null ? UsualCount : UsualSheetCount);
            int inRow = parsed.GetValue(columns) ?? (path is null ? SheetView.Fit(examples, host) : UsualSheetColumns);
            var how = augment.Given(parsed) is { } text ? Augmentation.Parse(text) : null;
            int[] chosen = Choose(examples, parsed.GetValue(from) ?? 0, how is null ? wanted : (wanted + inRow - 1) / inRow, parsed.GetValue(label));
            var shown = how is null ? examples : Variations(examples, how, chosen, inRow);
            int[] indices = how is null ? chosen : [.. Enumerable.Range(0, shown.Count)];
            if (path is null)
            {
                SheetView.Write(shown, indices, inRow, host, Caption);
                return ExitCode.Done;
            }

            ContactSheet.Draw(shown, indices, inRow).SavePng(path);
            host.Out.WriteLine($"{indices.Length} images of {examples.Name} are in {path}");

            string Caption(int i) => how is null || i % inRow == 0 ? $"#{(how is null ? i : chosen[i / inRow])}" : $"epoch {i % inRow}";
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Row by row, an example and its variations.</summary>
    private static Dataset Variations(Dataset examples, Augmentation how, int[] rows, int columns)
    {
        var parts = Enumerable.Range(0, columns).Select(epoch => epoch == 0 ? examples.Select(rows) : how.Apply(examples, rows, 1, epoch)).ToList();
        byte[] pixels = [.. rows.SelectMany((_, row) => parts.SelectMany(part => part.Image(row).ToArray()))];
        int[] labels = [.. rows.SelectMany(row => Enumerable.Repeat(examples.Labels[row], columns))];
        return Dataset.FromImages(pixels, labels, examples.Width, examples.Height, examples.Classes);
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
