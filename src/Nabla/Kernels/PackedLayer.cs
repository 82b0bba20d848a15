namespace Nabla;

/// <summary>
/// A layer's parameters as the kernels want them: a row an input, so that consecutive lanes are consecutive neurons.
/// A layer that passes derivatives back also keeps the weights a row a neuron.
/// </summary>
internal sealed unsafe class PackedLayer
{
    private readonly AlignedBuffer<float> _byInput;
    private readonly AlignedBuffer<float>? _byNeuron;
    private readonly AlignedBuffer<float> _biases;

    public PackedLayer(DenseLayer layer, bool passesBack)
        : this(layer.Inputs, layer.Outputs, layer.Activation, passesBack)
    {
    }

    private PackedLayer(int inputs, int outputs, Activation activation, bool passesBack)
    {
        Inputs = inputs;
        Outputs = outputs;
        Activation = activation;
        Stride = Layout.Padded(Outputs);
        InputStride = Layout.Padded(Inputs);
        _byInput = new AlignedBuffer<float>((long)InputStride * Stride);
        _biases = new AlignedBuffer<float>(Stride);
        if (passesBack) _byNeuron = new AlignedBuffer<float>((long)Stride * InputStride);
    }

    public int Inputs { get; }

    public int Outputs { get; }

    public Activation Activation { get; }

    /// <summary>Numbers from one row by input to the next.</summary>
    public int Stride { get; }

    /// <summary>Numbers from one row by neuron to the next.</summary>
    public int InputStride { get; }

    /// <summary><c>w_jk</c> at <c>k·Stride + j</c>.</summary>
    public float* ByInput => _byInput.Pointer;

    /// <summary><c>w_jk</c> at <c>j·InputStride + k</c>; null in the first layer.</summary>
    public float* ByNeuron => _byNeuron is null ? null : _byNeuron.Pointer;

    public float* Biases => _biases.Pointer;

    /// <summary>Room for a gradient of this layer, all zero.</summary>
    public PackedLayer Empty() => new(Inputs, Outputs, Activation, passesBack: false);

    public void Clear()
    {
        _byInput.Span.Clear();
        _biases.Span.Clear();
    }

    public void Load(DenseLayer layer)
    {
        layer.Biases.CopyTo(_biases.Span);
        for (int j = 0; j < Outputs; j++)
        {
            var row = layer.Row(j);
            for (int k = 0; k < Inputs; k++) ByInput[(long)k * Stride + j] = row[k];
        }

        CopyToNeurons(0, InputStride);
    }

    public void Store(DenseLayer layer)
    {
        _biases.Span[..Outputs].CopyTo(layer.Biases);
        for (int j = 0; j < Outputs; j++)
        {
            var row = layer.Row(j);
            for (int k = 0; k < Inputs; k++) row[k] = ByInput[(long)k * Stride + j];
        }
    }

    /// <summary>Brings the rows by neuron up to date with the rows by input, for inputs of some range.</summary>
    public void CopyToNeurons(int from, int to)
    {
        if (_byNeuron is not null)
            Transposer.Copy(ByInput + (long)from * Stride, Stride, ByNeuron + from, InputStride, to - from, Stride);
    }
}
