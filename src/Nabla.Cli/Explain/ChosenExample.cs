namespace Nabla.Cli;

/// <summary>What is to be explained.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Example">Its input and target.</param>
/// <param name="Picture">The input as a picture, where it is one.</param>
/// <param name="Arguments">What chooses it on the command line.</param>
internal sealed record ChosenExample(string Name, Example Example, Picture? Picture, string Arguments)
{
    /// <summary>An example of the data.</summary>
    public static ChosenExample Of(DataPart part, int index, string arguments)
    {
        part.Check("--example", index);
        var picture = part.Examples.IsImages ? Picture.Of(part.Examples, index) : null;
        return new($"{part.Name} {part.Split} example {index}", part.Examples[index], picture, $"--example {index}{arguments}");
    }

    /// <summary>An image, which is what the user says it is, or otherwise what the network sees in it.</summary>
    public static ChosenExample Of(string path, Picture picture, LocatedModel model, int? label, string arguments)
    {
        int outputs = model.Network.Outputs;
        if (label >= outputs) throw CliException.Wrong($"--label is {label}, but '{model.Argument}' has outputs 0 to {outputs - 1}.");
        float[] target = new float[outputs];
        int right = label ?? new Predictor(model.Network).Classify(picture.Pixels);
        if (right < 0) throw CliException.Wrong($"'{model.Argument}' has no answer for '{path}': its outputs are not numbers; say with --label what the image is.");
        target[right] = 1;
        string whose = label is null ? $"{path} (taken for what the network sees; --label says what it is)" : path;
        return new(whose, new Example([.. picture.Pixels.Select(pixel => pixel / 255f)], target, right), picture,
            $"{Shell.Quote(path)} --label {right}{arguments}");
    }
}
