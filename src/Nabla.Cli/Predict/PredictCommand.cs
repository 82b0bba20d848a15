using System.CommandLine;

namespace Nabla.Cli;

/// <summary><c>nabla predict</c>.</summary>
internal static class PredictCommand
{
    public static Command Create(Host host)
    {
        var model = ModelArgument.Create();
        var images = new Argument<string[]>("IMAGE")
        {
            Description = "pictures (JPEG, PNG, GIF, BMP, WebP, TGA, PGM, PPM or PBM files, or CSV files with a picture a row), "
                + "or for a model of a table CSV files; - reads one from standard input",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var data = new DataOptions();
        var example = OptionOf.Whole("--example", "I", "an example of the data instead of an image; the first is 0", 0, "7");
        var noNormalize = OptionOf.Flag("--no-normalize", "take the pixels as they are: white ink on black, "
            + "and as many as the network has inputs");
        var one = OptionOf.Flag("--one", "of several digits in a picture the largest alone");
        var json = OptionOf.Flag("--json", "one JSON object an image or row, a line each");
        var command = new DescribedCommand("predict", "Shows what a network sees in images, with the activation of every output, or its answer for the rows of a table.")
        {
            Examples =
            [
                new("predict runs/001-lecture seven.png", "an image of a digit, of any size, dark on light or light on dark"),
                new("predict runs/001-lecture *.png --json", "several, for a program to read"),
                new("predict runs/002-table flowers.csv --json", "each row of a table, for a network that was trained on one"),
                new("predict runs/001-lecture --example 7", "example 7 of the test data that it was trained with"),
            ],
            Remarks = ["Images are prepared as MNIST was: light ink on a dark ground, "
                + "fitted into 20×20 pixels and centred by mass in 28×28. Lines of the paper and what comes in from the border are left out; "
                + "several digits are read from left to right."],
        };
        ModelArgument.AddTo(command, model, host);
        command.Add(images);
        command.AddGroup("Images", one, noNormalize);
        command.AddGroup("Data", example, data.Data, data.Transpose, data.Split, data.Delimiter, data.NoHeader);
        command.AddGroup("Result", json);
        command.Validators.Add(result =>
        {
            if (result.GetValue(model) is not { } first || result.GetValue(images) is { Length: > 0 } || result.GetResult(example) is not null) return;
            if (!Path.Exists(first) || !ModelFormat.Endings.Include(first) && !Directory.Exists(first))
                result.AddError($"predict needs a MODEL before '{Printable.Path(first)}': the folder of a run, {TrainedRuns.Example(host)}.");
            else
                result.AddError("predict needs an IMAGE: a picture such as a JPEG or PNG file, - for standard input, "
                    + "or --example I for an example of the data.");
        });
        command.SetAction(parsed =>
        {
            var located = ModelLocator.Load(parsed.GetValue(model)!, host);
            var run = new PredictRun(host, located, parsed.GetValue(json));
            if (parsed.GetValue(example) is { } index) run.ShowExample(DataPart.Load(parsed, data, located, host), index);
            if (located.Info.Table is { } table)
                return run.ShowTables(parsed.GetValue(images) ?? [], data.Csv(parsed, table.HasNames));
            return run.ShowImages(parsed.GetValue(images) ?? [], data.Read(parsed), normalize: !parsed.GetValue(noNormalize), one: parsed.GetValue(one));
        });
        return command;
    }
}
