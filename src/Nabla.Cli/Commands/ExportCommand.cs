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
            Description = "what to write: .onnx, .json or .safetensors",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var pixels = OptionOf.Flag("--pixels", "an ONNX network that takes pixels from 0 to 255 and divides them by 255 itself "
            + "(default: whoever runs it divides)");
        var overwrite = OptionOf.Flag("--overwrite", "replace FILE where it is there already");
        var json = OptionOf.Flag("--json", "what was written, as one JSON object");
        var command = new DescribedCommand("export", "Writes a network for other programs, in the format that the file's ending says.")
        {
            Examples =
            [
                new("export runs/001-lecture digits.onnx", "for ONNX Runtime and whatever else reads ONNX"),
                new("export runs/001-lecture digits.json", "to read, a line a neuron"),
                new("export runs/001-lecture digits.safetensors", "for PyTorch: layers.0.weight, layers.0.bias, …"),
            ],
            Remarks =
            [
                "ONNX: 'input' is [batch, inputs], numbers from 0 to 1 for images (with --pixels it is 'pixels', from 0 to 255); "
                    + "'output' is [batch, outputs]; batch is any number of examples.",
                "A network that was trained on a table takes the numbers as the table has them and categories one-hot, in the order of the "
                    + "columns; it standardises them itself, and its answer is in the unit of the target.",
                "Every format keeps the parameters bit for bit: import gives the same network back.",
            ],
        };
        command.Add(model);
        command.Add(file);
        ModelArgument.Require(command, model);
        command.Validators.Add(result =>
        {
            if (result.GetValue(model) is not null && result.GetValue(file) is null)
                result.AddError("export needs a FILE to write, such as digits.onnx, digits.json or digits.safetensors.");
        });
        command.AddGroup("Result", pixels, overwrite, json);
        command.SetAction(parsed =>
        {
            string path = parsed.GetValue(file)!;
            var format = ModelFormat.Of(path);
            bool takesPixels = parsed.GetValue(pixels);
            if (takesPixels && format != ModelFormat.Onnx)
                throw CliException.Wrong($"--pixels is for ONNX; give a FILE that ends in .onnx.");
            OutputFile.Check(path, parsed.GetValue(overwrite), "FILE");
            var located = ModelLocator.Load(parsed.GetValue(model)!);
            if (takesPixels && located.Info.Table is not null)
                throw CliException.Wrong($"--pixels is for networks that look at images; '{located.Path}' was trained on a table.");
            if (format == ModelFormat.Onnx) OnnxFile.Save(located.Network, path, located.Info, takesPixels);
            else if (format == ModelFormat.Json) NetworkJson.Save(located.Network, path, located.Info);
            else located.Network.Save(path, located.Info);
            ModelFileResult.Write(host, parsed.GetValue(json), path, located.Path, format, located.Network);
            return ExitCode.Done;
        });
        return command;
    }
}
