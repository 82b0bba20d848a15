using System.CommandLine;

namespace Nabla.Cli;

/// <summary><c>nabla import</c>.</summary>
internal static class ImportCommand
{
    public static Command Create(Host host)
    {
        var file = new Argument<string?>("FILE")
        {
            Description = "what to read: .onnx, .json or .safetensors",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var model = new Argument<string?>("MODEL") { Description = "the model to write (.safetensors)", Arity = ArgumentArity.ZeroOrOne };
        var layers = OptionOf.Sizes("--layers", "the sizes that the network must have, from inputs to outputs, such as 784,16,16,10 "
            + "(default: as they are)", 2, "784,16,16,10");
        var activation = OptionOf.Choice("--activation", "NAME", $"of the hidden layers: {string.Join(", ", Hidden.Keys)} "
            + "(default: what the file says)", Hidden);
        var outputActivation = OptionOf.Choice(
            "--output-activation", "NAME", "of the last layer; softmax too (default: what the file says)", Names.Activations);
        var overwrite = OptionOf.Flag("--overwrite", "replace MODEL where it is there already");
        var json = OptionOf.Flag("--json", "what was written, as one JSON object");
        var command = new DescribedCommand(
            "import", "Makes a model of another program's network, in the format that the file's ending says.")
        {
            Examples =
            [
                new("import digits.onnx digits.safetensors", "dense layers from ONNX; other operations are refused by name"),
                new("import state.safetensors model.safetensors --activation relu --output-activation softmax",
                    "a state_dict from PyTorch"),
                new("import network.json model.safetensors", "what export wrote, or what Nielsen's network2.py saved"),
            ],
            Remarks =
            [
                "A safetensors file names weights and biases (0.weight, fc1.bias, layers.0.weight), and says what follows them only in "
                    + "its metadata, under nabla.activations; --activation and --output-activation say it otherwise.",
                "Nabla gives images to a network as x/255. "
                    + "An ONNX network that divides its input by 255 itself is read without that division.",
            ],
        };
        command.Add(file);
        command.Add(model);
        command.Validators.Add(result =>
        {
            if (result.GetValue(file) is null) result.AddError("import needs a FILE to read: .onnx, .json or .safetensors.");
            else if (result.GetValue(model) is null) result.AddError("import needs a MODEL to write, such as model.safetensors.");
        });
        command.AddGroup("What a state_dict does not say", layers, activation, outputActivation);
        command.AddGroup("Result", overwrite, json);
        command.SetAction(parsed =>
        {
            string path = parsed.GetValue(file)!, target = parsed.GetValue(model)!;
            var format = ModelFormat.Of(path);
            if (!target.EndsWith(ModelFormat.Safetensors.Ending, StringComparison.OrdinalIgnoreCase))
                throw CliException.Wrong($"MODEL is '{target}'; models are .safetensors files, so give a name that ends so.");
            if (!File.Exists(path)) throw CliException.Wrong($"there is no file '{path}'; give a .onnx, .json or .safetensors file.");
            OutputFile.Check(target, parsed.GetValue(overwrite), "MODEL");
            var options = new StateDictOptions
            {
                Hidden = parsed.GetValue(activation),
                Output = parsed.GetValue(outputActivation),
                Sizes = parsed.GetResult(layers) is null ? null : parsed.GetValue(layers),
            };
            if (format != ModelFormat.Safetensors && options != new StateDictOptions())
                throw CliException.Wrong($"--layers, --activation and --output-activation are for safetensors files; "
                    + $"a file in {format.Name} says these itself.");
            var read = format == ModelFormat.Onnx ? OnnxFile.Load(path)
                : format == ModelFormat.Json ? NetworkJson.Load(path)
                : ModelFile.Load(path, options);
            read.Network.Save(target, read.Info);
            ModelFileResult.Write(host, parsed.GetValue(json), target, path, format, read.Network);
            return ExitCode.Done;
        });
        return command;
    }

    private static Dictionary<string, Activation> Hidden { get; } =
        Names.Activations.Where(known => known.Value != Activation.Softmax).ToDictionary();
}
