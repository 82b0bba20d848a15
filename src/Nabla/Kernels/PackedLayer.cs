namespace Nabla;

/// <summary>
/// A layer's parameters as the kernels want them: consecutive lanes are consecutive neurons, in panels
/// (<see cref="Layout.PanelWidth"/>). A narrow layer that passes derivatives back also keeps the weights a row a neuron;
/// a wide one turns its panels as it needs them, which takes less memory to wait for.
/// </summary>
internal sealed unsafe class PackedLayer
{
    private readonly AlignedBuffer<float> _weights;
    private readonly AlignedBuffer<float>? _byNeuron;
    private readonly AlignedBuffer<float> _biases;

    public PackedLayer(DenseLayer layer, bool learns, bool passesBack)
        : this(layer.Inputs, layer.Outputs, layer.Activation, learns, passesBack, length => new AlignedBuffer<float>(length))
    {
    }

    private PackedLayer(int inputs, int outputs, Activation activation, bool learns, bool passesBack, Func<long, AlignedBuffer<float>> room)
    {
        Inputs = inputs;
        Outputs = outputs;
        Activation = activation;
        Stride = Layout.Padded(Outputs);
        InputStride = learns ? Layout.Padded(Inputs) : Inputs;
        _weights = room((long)InputStride * Stride);
        _biases = room(Stride);
        if (passesBack && Stride < Layout.PanelWidth) _byNeuron = new AlignedBuffer<float>((long)Stride * InputStride);
    }

    public int Inputs { get; }

    public int Outputs { get; }

    public Activation Activation { get; }

    /// <summary>Neurons, filled up.</summary>
    public int Stride { get; }

    /// <summary>The rows of a panel: the inputs, filled up where derivatives by them are to be passed back or added.</summary>
    public int InputStride { get; }

    /// <summary>All weights, panel after panel.</summary>
    public Span<float> Weights => _weights.Span;

    /// <summary><c>w_jk</c> at <c>j·InputStride + k</c>; null in the first layer and in wide ones.</summary>
    public float* ByNeuron => _byNeuron is null ? null : _byNeuron.Pointer;

    public float* Biases => _biases.Pointer;

    /// <summary>Where all weights begin.</summary>
    public float* First => _weights.Pointer;

    /// <summary>The panel that begins with a neuron: <c>w_jk</c> at <c>k·<see cref="PanelWidth"/> + j − first</c>.</summary>
    /// <param name="first">A multiple of <see cref="Layout.PanelWidth"/>.</param>
    public float* Panel(int first) => _weights.Pointer + (long)first * InputStride;

    /// <summary>Numbers from one row of a panel to the next.</summary>
    /// <param name="first">Its first neuron.</param>
    public int PanelWidth(int first) => Math.Min(Layout.PanelWidth, Stride - first);

    /// <summary>A layer of the same shape for numbers that belong to the parameters, such as their derivatives.</summary>
    /// <param name="room">Gives room for so many numbers, all zero: for the weights, then for the biases.</param>
    public PackedLayer Beside(Func<long, AlignedBuffer<float>> room) => new(Inputs, Outputs, Activation, learns: true, passesBack: false, room);

    public void Load(DenseLayer layer)
    {
        layer.Biases.CopyTo(_biases.Span);
        for (int j = 0; j < Outputs; j++)
        {
            var row = layer.Row(j);
            float* column = Column(j, out int step);
            for (int k = 0; k < Inputs; k++) column[(long)k * step] = row[k];
        }

        CopyToNeurons(0, InputStride);
    }

    public void Store(DenseLayer layer)
    {
        _biases.Span[..Outputs].CopyTo(layer.BiasesHere);
        for (int j = 0; j < Outputs; j++)
        {
            var row = layer.RowHere(j);
            float* column = Column(j, out int step);
            for (int k = 0; k < Inputs; k++) row[k] = column[(long)k * step];
        }
    }

    /// <summary>Brings the rows by neuron, where there are any, up to date for inputs of some range.</summary>
    public void CopyToNeurons(int from, int to)
    {
        if (_byNeuron is not null)
            Transposer.Copy(Panel(0) + (long)from * Stride, Stride, ByNeuron + from, InputStride, to - from, Stride);
    }

    private float* Column(int neuron, out int step)
    {
        int first = neuron / Layout.PanelWidth * Layout.PanelWidth;
        step = PanelWidth(first);
        return Panel(first) + neuron - first;
    }
}
