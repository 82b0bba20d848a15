namespace Nabla;

/// <summary>
/// Which parameter of a network: the weight <c>w^l_jk</c>, or where there is no input the bias <c>b^l_j</c>. Layers are
/// numbered as in the notes: the input is layer 0, the first hidden layer 1.
/// </summary>
/// <param name="Layer">The layer l, from 1.</param>
/// <param name="Neuron">The neuron j of that layer, from 0.</param>
/// <param name="Input">The neuron k of the layer before, from 0; null for a bias.</param>
public readonly record struct Parameter(int Layer, int Neuron, int? Input = null)
{
    /// <summary>Every parameter of a network in file order: layer by layer the weights, a row a neuron, then the biases.</summary>
    /// <param name="network">The network.</param>
    public static IEnumerable<Parameter> All(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        for (int l = 1; l <= network.Layers.Count; l++)
        {
            var layer = network.Layers[l - 1];
            for (int j = 0; j < layer.Outputs; j++)
            {
                for (int k = 0; k < layer.Inputs; k++) yield return new Parameter(l, j, k);
            }

            for (int j = 0; j < layer.Outputs; j++) yield return new Parameter(l, j);
        }
    }

    /// <summary>Its value in a network.</summary>
    /// <param name="network">The network that it is a parameter of.</param>
    /// <exception cref="ArgumentException">It is none of that network.</exception>
    public float In(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var layer = Layer >= 1 && Layer <= network.Layers.Count ? network.Layers[Layer - 1] : null;
        if (layer is null || Neuron < 0 || Neuron >= layer.Outputs || Input < 0 || Input >= layer.Inputs)
            throw Refusal.Argument($"A network of {network} has no parameter {this}.");
        return Input is { } k ? layer[Neuron, k] : layer.Biases[Neuron];
    }

    /// <summary>Gives it another value in a network that it is a parameter of.</summary>
    internal void Put(Network network, float value)
    {
        In(network);
        var layer = network.Layers[Layer - 1];
        if (Input is { } k) layer[Neuron, k] = value;
        else layer.Biases[Neuron] = value;
    }

    /// <summary>The parameter at a place in file order.</summary>
    internal static Parameter At(Network network, int place)
    {
        for (int l = 1; ; l++)
        {
            var layer = network.Layers[l - 1];
            int weights = layer.Weights.Length;
            if (place < weights) return new Parameter(l, place / layer.Inputs, place % layer.Inputs);
            if (place < layer.ParameterCount) return new Parameter(l, place - weights);
            place -= layer.ParameterCount;
        }
    }

    /// <summary>Its place in file order.</summary>
    internal int PlaceIn(Network network)
    {
        int before = network.Layers.Take(Layer - 1).Sum(layer => layer.ParameterCount);
        var own = network.Layers[Layer - 1];
        return before + (Input is { } k ? Neuron * own.Inputs + k : own.Weights.Length + Neuron);
    }

    /// <summary><c>w[l,j,k]</c> or <c>b[l,j]</c>.</summary>
    public override string ToString() => Input is { } k ? $"w[{Layer},{Neuron},{k}]" : $"b[{Layer},{Neuron}]";
}
