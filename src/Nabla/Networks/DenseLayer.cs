namespace Nabla;

/// <summary>
/// A layer in which every neuron is joined to every input: <c>z_j = Σ_k w_jk·a_k + b_j</c>, <c>a = σ(z)</c>.
/// </summary>
public sealed class DenseLayer
{
    /// <summary>The most inputs of a layer, and the most neurons.</summary>
    public const int MostNeurons = 16_000_000;

    /// <summary>The most weights of a layer, its inputs and its neurons both filled up to multiples of 16: so many fill the 2 GiB of an array.</summary>
    public const int MostWeights = (1 << 29) - 64;

    private readonly float[] _weights;
    private readonly float[] _biases;
    private volatile Action? _bring;

    /// <summary>A layer whose weights and biases are all zero.</summary>
    /// <param name="inputs">Number of inputs, from 1 to <see cref="MostNeurons"/>.</param>
    /// <param name="outputs">Number of neurons, likewise; together at most <see cref="MostWeights"/>.</param>
    /// <param name="activation">The activation function σ.</param>
    /// <exception cref="ArgumentException">A size is less than 1 or too large, or their product is.</exception>
    public DenseLayer(int inputs, int outputs, Activation activation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        if (TooLarge(inputs, outputs) is { } problem) throw Refusal.Argument(problem);
        ArgumentNullException.ThrowIfNull(activation);
        Inputs = inputs;
        Outputs = outputs;
        Activation = activation;
        _weights = new float[inputs * outputs];
        _biases = new float[outputs];
    }

    /// <summary>Number of inputs: neurons of the layer before.</summary>
    public int Inputs { get; }

    /// <summary>Number of neurons.</summary>
    public int Outputs { get; }

    /// <summary>The activation function σ.</summary>
    public Activation Activation { get; }

    /// <summary>
    /// The weights, a row a neuron: <c>w_jk</c>, which joins input k to neuron j, is at <c>j·Inputs + k</c>. Of a network in training,
    /// as they are after the steps so far, and good until the next step: ask again after it.
    /// </summary>
    public Span<float> Weights
    {
        get
        {
            _bring?.Invoke();
            return _weights;
        }
    }

    /// <summary>The biases, one a neuron; in training likewise.</summary>
    public Span<float> Biases
    {
        get
        {
            _bring?.Invoke();
            return _biases;
        }
    }

    /// <summary>Number of weights and biases.</summary>
    public int ParameterCount => _weights.Length + _biases.Length;

    /// <summary>The weight <c>w_jk</c>, which joins input k to neuron j.</summary>
    /// <param name="j">The neuron, from 0.</param>
    /// <param name="k">The input, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such neuron or input.</exception>
    public ref float this[int j, int k]
    {
        get
        {
            if ((uint)k >= (uint)Inputs) throw Refusal.Range(nameof(k), k, $"The inputs of this layer are numbered from 0 to {Inputs - 1}.");
            return ref Row(j)[k];
        }
    }

    /// <summary>The weights of one neuron; in a first layer on images, a picture.</summary>
    /// <param name="j">The neuron, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such neuron.</exception>
    public Span<float> Row(int j)
    {
        CheckNeuron(j);
        return Weights.Slice(j * Inputs, Inputs);
    }

    /// <summary>
    /// Brings the numbers here from where they are changed, when they are asked for: a trainer has them in a layout of its own. Null where
    /// they are here.
    /// </summary>
    internal Action? Bring
    {
        set => _bring = value;
    }

    /// <summary>Where the numbers are brought to: a row of weights, and the biases.</summary>
    internal Span<float> RowHere(int j) => _weights.AsSpan(j * Inputs, Inputs);

    /// <inheritdoc cref="RowHere"/>
    internal Span<float> BiasesHere => _biases;

    private void CheckNeuron(int j)
    {
        if ((uint)j >= (uint)Outputs) throw Refusal.Range(nameof(j), j, $"The neurons of this layer are numbered from 0 to {Outputs - 1}.");
    }

    /// <summary>Why there can be no layer of such a size, for no kernel could take it; null where there can.</summary>
    internal static Said? TooLarge(int inputs, int neurons)
    {
        if (inputs > MostNeurons || neurons > MostNeurons)
            return $"A layer of {inputs:N0} inputs and {neurons:N0} neurons is too wide: {MostNeurons:N0} of each are the most. Make it narrower.";
        long weights = Filled(inputs) * Filled(neurons);
        return weights <= MostWeights ? null : (Said)($"A layer of {inputs:N0} inputs and {neurons:N0} neurons takes {weights:N0} numbers, "
            + $"both filled up to multiples of 16: {MostWeights:N0} are the most. Make it smaller.");

        static long Filled(int count) => (count + 15L) / 16 * 16;
    }

    /// <inheritdoc/>
    public override string ToString() => $"Dense({Inputs} → {Outputs}, {Activation}), {ParameterCount:N0} parameters";
}
