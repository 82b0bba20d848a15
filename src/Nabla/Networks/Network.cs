namespace Nabla;

/// <summary>
/// A feed-forward network of dense layers: a function of its inputs whose parameters are the weights and biases.
/// </summary>
/// <example>
/// The network of the 3Blue1Brown lectures, with 13,002 parameters:
/// <code>
/// var network = Network.Create(784, seed: 1,
///     new Dense(16, Activation.Sigmoid), new Dense(16, Activation.Sigmoid), new Dense(10, Activation.Sigmoid));
/// </code>
/// </example>
public sealed class Network
{
    private readonly DenseLayer[] _layers;

    /// <summary>A network of given layers.</summary>
    /// <param name="layers">At least one; each takes as many inputs as the one before has neurons.</param>
    /// <exception cref="ArgumentException">
    /// There is no layer, two do not fit, one before the last is not element-wise (softmax), or there are more than 2³¹ − 1 parameters.
    /// </exception>
    public Network(params IEnumerable<DenseLayer> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        _layers = [.. layers];
        if (_layers.Contains(null)) throw Refusal.Argument($"A layer of the network is null.");
        if (_layers.Length == 0) throw Refusal.Argument($"A network needs at least one layer.");
        for (int l = 1; l < _layers.Length; l++)
        {
            if (_layers[l].Inputs != _layers[l - 1].Outputs)
                throw Refusal.Argument($"Layer {l + 1} takes {_layers[l].Inputs} inputs, but layer {l} has {_layers[l - 1].Outputs} neurons.");
            if (!_layers[l - 1].Activation.IsElementwise)
                throw Refusal.Argument($"Layer {l} of {_layers.Length} is {_layers[l - 1].Activation}; only the last layer can be.");
        }

        if (TooLarge(_layers.Sum(layer => (long)layer.ParameterCount)) is { } problem) throw Refusal.Argument(problem);
    }

    /// <summary>The layers, from the first hidden one to the output.</summary>
    public IReadOnlyList<DenseLayer> Layers => _layers;

    /// <summary>Number of inputs.</summary>
    public int Inputs => _layers[0].Inputs;

    /// <summary>Number of outputs.</summary>
    public int Outputs => _layers[^1].Outputs;

    /// <summary>Number of weights and biases in all layers.</summary>
    public int ParameterCount => _layers.Sum(layer => layer.ParameterCount);

    /// <summary>Number of inputs, then of neurons layer by layer: 784, 16, 16, 10.</summary>
    public IReadOnlyList<int> Sizes => [Inputs, .. _layers.Select(layer => layer.Outputs)];

    /// <summary>A new network with random parameters.</summary>
    /// <param name="inputs">Number of inputs, at least 1.</param>
    /// <param name="seed">Decides every weight.</param>
    /// <param name="layers">The layers, at least one.</param>
    /// <exception cref="ArgumentException">As of <see cref="DenseLayer(int, int, Activation)"/> and of the constructor.</exception>
    public static Network Create(int inputs, ulong seed, params IReadOnlyList<Dense> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        var made = new List<DenseLayer>(layers.Count);
        foreach (var dense in layers)
        {
            ArgumentNullException.ThrowIfNull(dense, nameof(layers));
            var (neurons, activation, initializer) = dense;
            var layer = new DenseLayer(made.Count == 0 ? inputs : made[^1].Outputs, neurons, activation);
            (initializer ?? activation.UsualInitializer).Fill(layer, new Rng(seed, RngStream.Parameters, (ulong)made.Count));
            made.Add(layer);
        }

        return new Network(made);
    }

    /// <summary>A new network with the same layers and parameters.</summary>
    public Network Clone()
    {
        var copy = new Network(_layers.Select(layer => new DenseLayer(layer.Inputs, layer.Outputs, layer.Activation)));
        copy.CopyFrom(this);
        return copy;
    }

    /// <summary>Takes over the parameters of a network of the same sizes.</summary>
    /// <param name="other">The network to copy from.</param>
    /// <exception cref="ArgumentException">Its sizes are different.</exception>
    public void CopyFrom(Network other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!Sizes.SequenceEqual(other.Sizes))
            throw Refusal.Argument($"A network of {other} does not fit one of {this}.");
        for (int l = 0; l < _layers.Length; l++)
        {
            other._layers[l].Weights.CopyTo(_layers[l].Weights);
            other._layers[l].Biases.CopyTo(_layers[l].Biases);
        }
    }

    /// <summary>Whether a network has the same sizes and activations, so that numbers mean the same in both.</summary>
    internal bool HasLayersOf(Network other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Sizes.SequenceEqual(other.Sizes) && _layers.Zip(other._layers).All(pair => pair.First.Activation == pair.Second.Activation);
    }

    /// <summary>Why there can be no network of so many parameters; null where there can.</summary>
    internal static Said? TooLarge(long parameters) => parameters <= int.MaxValue ? null
        : (Said)$"A network of {parameters:N0} weights and biases is too large: {int.MaxValue:N0} are the most.";

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Printable.Path(string.Join('-', Sizes))} ({Printable.Path(string.Join(", ", _layers.Select(layer => layer.Activation)))}), {ParameterCount:N0} parameters";
}
