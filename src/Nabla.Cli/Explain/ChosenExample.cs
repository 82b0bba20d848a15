using System.Globalization;

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

    /// <summary>Numbers of one's own, and what should come out: numbers too, or a class.</summary>
    public static ChosenExample Of(LocatedModel model, double[] inputs, double[]? targets, int? label, Cost cost)
    {
        const int MostNamed = 8;
        var network = model.Network;
        CheckCount("--inputs", inputs.Length, model, network.Inputs, "inputs");
        if (targets is null)
        {
            float[] oneHot = OneHot(model, label!.Value);
            return new(Named("inputs", inputs), new Example([.. inputs.Select(x => (float)x)], oneHot, label.Value), null,
                $"--inputs {Listed(inputs, ",")} --label {label}");
        }

        CheckCount("--targets", targets.Length, model, network.Outputs, "outputs");
        if (cost.OutputActivation is not null && targets.Any(y => y is < 0 or > 1))
            throw CliException.Wrong($"--targets has a number outside 0 to 1, but the cost is {cost}; choose another cost with --cost.");
        if (cost.OutputActivation is { IsElementwise: false } && Math.Abs(targets.Sum() - 1) > 1e-6)
        {
            throw CliException.Wrong($"--targets adds up to {Format.Number(targets.Sum())}, but the cost {cost} is for parts of a whole; "
                + $"give numbers that add up to 1, or a class with --label.");
        }

        return new($"{Named("inputs", inputs)}, {Named("targets", targets)}",
            new Example([.. inputs.Select(x => (float)x)], [.. targets.Select(y => (float)y)], -1), null,
            $"--inputs {Listed(inputs, ",")} --targets {Listed(targets, ",")}");

        static string Named(string what, double[] numbers) =>
            numbers.Length <= MostNamed ? $"{what} {Listed(numbers, ", ")}" : $"{Format.Count(numbers.Length)} {what}";

        static string Listed(double[] numbers, string between) => string.Join(between, numbers.Select(x => x.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>An image, which is what the user says it is, or otherwise what the network sees in it.</summary>
    public static ChosenExample Of(string path, Picture picture, LocatedModel model, int? label, string arguments)
    {
        int right = label ?? new Predictor(model.Network).Classify(picture.Pixels);
        if (right < 0) throw CliException.Wrong($"'{model.Argument}' has no answer for '{path}': its outputs are not numbers; say with --label what the image is.");
        string whose = label is null ? $"{path} (taken for what the network sees; --label says what it is)" : path;
        return new(whose, new Example([.. picture.Pixels.Select(pixel => pixel / 255f)], OneHot(model, right), right), picture,
            $"{Shell.Quote(path)} --label {right}{arguments}");
    }

    private static float[] OneHot(LocatedModel model, int label)
    {
        int outputs = model.Network.Outputs;
        if (label >= outputs) throw CliException.Wrong($"--label is {label}, but '{model.Argument}' has outputs 0 to {outputs - 1}.");
        float[] target = new float[outputs];
        target[label] = 1;
        return target;
    }

    private static void CheckCount(string option, int count, LocatedModel model, int wanted, string what)
    {
        if (count == wanted) return;
        throw CliException.Wrong($"{option} has {count} number{(count == 1 ? "" : "s")}, but '{model.Argument}' "
            + $"({string.Join('-', model.Network.Sizes)}) has {wanted} {what}; give one for each.");
    }
}
