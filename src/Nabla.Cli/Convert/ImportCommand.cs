using System.CommandLine;

namespace Nabla.Cli;

/// <summary><c>nabla import</c>.</summary>
internal static class ImportCommand
{
    public static Command Create(Host host)
    {
        var file = new Argument<string?>("FILE")
        {
            Description = $"what to read: {ModelFormat.Endings}",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var model = new Argument<string?>("MODEL") { Description = $"the model to write ({ModelFormat.Own.Ending})", Arity = ArgumentArity.ZeroOrOne };
        var layers = OptionOf.Sizes("--layers", "the sizes that the network must have, from inputs to outputs, such as 784,16,16,10 "
            + "(default: as they are)", 2, "784,16,16,10");
        var hidden = Activation.All.Where(known => known.IsElementwise);
        var activation = OptionOf.Choice("--activation", "NAME", $"of the hidden layers: {string.Join(", ", hidden.Select(known => known.Name))} "
            + "(default: what the file says)", hidden, known => known.Name);
        var outputActivation = OptionOf.Choice(
            "--output-activation", "NAME", "of the last layer; softmax too (default: what the file says)", Activation.All, known => known.Name);
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
            if (result.GetValue(file) is null) result.AddError($"import needs a FILE to read: {ModelFormat.Endings}.");
            else if (result.GetValue(model) is null) result.AddError("import needs a MODEL to write, such as model.safetensors.");
        });
        command.AddGroup("What a state_dict does not say", layers, activation, outputActivation);
        command.AddGroup("Result", overwrite, json);
        command.SetAction(parsed =>
        {
            string path = parsed.GetValue(file)!, target = parsed.GetValue(model)!;
            if (!File.Exists(path)) throw CliException.Wrong($"there is no file '{path}'; give a {ModelFormat.Endings} file.");
            OutputFile.Check(target, new(ModelFormat.Own.Ending), parsed.GetValue(overwrite), "MODEL");
            using var stream = File.OpenRead(path);
            var format = ModelFormat.Of(stream, path);
            var options = new StateDictOptions
            {
                Hidden = parsed.GetValue(activation),
                Output = parsed.GetValue(outputActivation),
                Sizes = parsed.GetResult(layers) is null ? null : parsed.GetValue(layers),
            };
            var read = Model.Load(stream, path, options);
            read.Save(target);
            ModelFileResult.Write(host, parsed.GetValue(json), target, path, format, read.Network);
            return ExitCode.Done;
        });
        return command;
    }
}
