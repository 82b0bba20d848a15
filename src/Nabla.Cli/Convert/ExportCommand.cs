using System.CommandLine;

namespace Nabla.Cli;

/// <summary><c>nabla export</c>.</summary>
internal static class ExportCommand
{
    public static Command Create(Host host)
    {
        var model = ModelArgument.Create();
        var file = new Argument<string?>("FILE")
        {
            Description = $"what to write: {ModelFormat.Endings}",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var pixels = OptionOf.Flag("--pixels", $"an {PixelFormats} network that takes pixels from 0 to 255 and divides them by 255 itself "
            + "(default: whoever runs it divides)");
        var overwrite = OptionOf.Flag("--overwrite", "replace FILE where it is there already");
        var json = OptionOf.Flag("--json", "what was written, as one JSON object");
        var command = new DescribedCommand("export", "Writes a network for other programs, in the format that the file's ending says.")
        {
            Examples = [.. ModelFormat.All.Select(format => new HelpExample($"export runs/001-lecture digits{format.Ending}", format.Summary))],
            Remarks =
            [
                "ONNX: 'input' is [batch, inputs], numbers from 0 to 1 for images (with --pixels it is 'pixels', from 0 to 255); "
                    + "'output' is [batch, outputs]; batch is any number of examples.",
                "A network that was trained on a table takes the numbers as the table has them and categories one-hot, in the order of the "
                    + "columns; it standardises them itself, and its answer is in the unit of the target.",
                "Every format keeps the parameters bit for bit: import gives the same network back.",
            ],
        };
        ModelArgument.AddTo(command, model, host);
        command.Add(file);
        command.Validators.Add(result =>
        {
            if (result.GetValue(model) is not null && result.GetValue(file) is null)
                result.AddError($"export needs a FILE to write; its name must end in {ModelFormat.Endings}.");
        });
        command.AddGroup("Result", pixels, overwrite, json);
        command.SetAction(parsed =>
        {
            string path = parsed.GetValue(file)!;
            bool takesPixels = parsed.GetValue(pixels);
            OutputFile.Check(path, ModelFormat.Endings, parsed.GetValue(overwrite), "FILE");
            var format = ModelFormat.Of(path);
            if (takesPixels && !format.TakesPixels) throw CliException.Wrong($"--pixels is for {PixelFormats}; leave it out for {format}.");
            var located = ModelLocator.Load(parsed.GetValue(model)!, host);
            if (takesPixels && located.Info.Table is not null)
                throw CliException.Wrong($"--pixels is for networks that look at images; '{located.Path}' was trained on a table.");
            located.Network.Save(path, located.Info, takesPixels);
            ModelFileResult.Write(host, parsed.GetValue(json), path, located.Path, format, located.Network);
            return ExitCode.Done;
        });
        return command;
    }

    private static string PixelFormats { get; } = string.Join(" or ", ModelFormat.All.Where(format => format.TakesPixels));
}
