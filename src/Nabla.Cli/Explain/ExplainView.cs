namespace Nabla.Cli;

/// <summary>What of an example is to be explained: all of it, or one part.</summary>
/// <param name="Layer">A layer, or with <see cref="Neuron"/> the layer of a neuron; from 1.</param>
/// <param name="Neuron">A neuron, from 0.</param>
/// <param name="Weight">A weight: layer, neuron and input.</param>
/// <param name="Equations">The four equations, of one layer where one is given.</param>
/// <param name="Backward">The backward network.</param>
/// <param name="Gradient">The negative gradient as a column.</param>
internal sealed record ExplainView(int? Layer, int? Neuron, int[]? Weight, bool Equations, bool Backward, bool Gradient)
{
    /// <summary>Throws where several parts are asked for at once, or one that the network does not have.</summary>
    public void Check(LocatedModel model)
    {
        var asked = new List<string>();
        if (Layer is not null && !Equations) asked.Add("--layer");
        if (Weight is not null) asked.Add("--weight");
        if (Equations) asked.Add("--equations");
        if (Backward) asked.Add("--backward");
        if (Gradient) asked.Add("--gradient");
        if (asked.Count > 1) throw CliException.Wrong($"{string.Join(" and ", asked)} show different things; give one of them at a time.");
        if (Neuron is not null && (Layer is null || Equations))
        {
            throw CliException.Wrong(Equations
                ? (Said)$"--equations shows whole layers; leave --neuron out."
                : $"--neuron needs --layer, such as --layer 2 --neuron 5; the input is layer 0, the first hidden layer 1.");
        }

        var sizes = model.Network.Sizes;
        if ((Layer ?? Weight?[0]) is not { } layer) return;
        if (layer < 1 || layer >= sizes.Count)
        {
            throw CliException.Wrong($"{(Weight is null ? "--layer is" : "--weight names layer")} {layer}, but '{model.Argument}' "
                + $"({string.Join('-', sizes)}) has layers 1 to {sizes.Count - 1}; layer 0 is the input.");
        }

        if ((Neuron ?? Weight?[1]) is { } neuron && neuron >= sizes[layer])
        {
            throw CliException.Wrong($"{(Weight is null ? "--neuron is" : "--weight names neuron")} {neuron}, but layer {layer} has neurons "
                + $"0 to {sizes[layer] - 1}.");
        }

        if (Weight?[2] is { } input && input >= sizes[layer - 1])
        {
            throw CliException.Wrong($"--weight names input {input}, but layer {layer} takes inputs 0 to {sizes[layer - 1] - 1}, "
                + $"the neurons of layer {layer - 1}.");
        }
    }
}
