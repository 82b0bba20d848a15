namespace Nabla;

/// <summary>
/// A layer in which every neuron is joined to every input: <c>z_j = Σ_k w_jk·a_k + b_j</c>, <c>a = σ(z)</c>.
/// </summary>
public sealed class DenseLayer
{
    private readonly float[] _weights;
    private readonly float[] _biases;

    /// <summary>A layer whose weights and biases are all zero.</summary>
    /// <param name="inputs">Number of inputs, at least 1.</param>
    /// <param name="outputs">Number of neurons, at least 1.</param>
    /// <param name="activation">The activation function σ.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is less than 1, or their product is too large.</exception>
    public DenseLayer(int inputs, int outputs, Activation activation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)inputs * outputs, Array.MaxLength, nameof(outputs));
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
    /// The weights, a row a neuron: <c>w_jk</c>, which joins input k to neuron j, is at <c>j·Inputs + k</c>.
    /// </summary>
    public Span<float> Weights => _weights;

    /// <summary>The biases, one a neuron.</summary>
    public Span<float> Biases => _biases;

    /// <summary>Number of weights and biases.</summary>
    public int ParameterCount => _weights.Length + _biases.Length;

    /// <summary>The weight <c>w_jk</c>, which joins input k to neuron j.</summary>
    /// <param name="j">The neuron, from 0.</param>
    /// <param name="k">The input, from 0.</param>
    public ref float this[int j, int k] => ref Row(j)[k];

    /// <summary>The weights of one neuron; in a first layer on images, a picture.</summary>
    /// <param name="j">The neuron, from 0.</param>
    public Span<float> Row(int j) => _weights.AsSpan(j * Inputs, Inputs);

    /// <inheritdoc/>
    public override string ToString() => $"Dense({Inputs} → {Outputs}, {Activation}), {ParameterCount:N0} parameters";
}
