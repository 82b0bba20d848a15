namespace Nabla.Browser;

/// <summary>A picture that grows to please a neuron of the network that is shown; it can be looked at after any step.</summary>
internal sealed class GrowingDream
{
    private const double Size = 0.02;
    private const ulong Seed = 1;

    private readonly InputAscent _ascent;
    private readonly List<double> _activations;
    private readonly List<double[]> _pictures;
    private bool _isAtTop;

    public GrowingDream(ReferenceNetwork<double> network, int layer, int neuron, DreamStart from)
    {
        (Layer, Neuron, From) = (layer, neuron, from);
        int inputs = network.Layers[0].Weights.GetLength(1);
        _ascent = new InputAscent(network, layer - 1, neuron, InputAscent.Start(inputs, from == DreamStart.Noise, Seed, neuron));
        _activations = [_ascent.Activation];
        _pictures = [[.. _ascent.Picture]];
    }

    public int Layer { get; }

    public int Neuron { get; }

    public DreamStart From { get; }

    public IReadOnlyList<double> Activations => _activations;

    public int Steps(int wanted) => Math.Min(wanted, _activations.Count - 1);

    public double[] Picture(int step) => _pictures[step];

    /// <summary>Grows to so many steps; false where the time was not enough.</summary>
    public bool Advance(int steps, Slice slice)
    {
        while (!_isAtTop && _activations.Count <= steps)
        {
            if (slice.IsOver) return false;
            _isAtTop = !_ascent.Step(Size);
            if (_isAtTop) break;
            _activations.Add(_ascent.Activation);
            _pictures.Add([.. _ascent.Picture]);
        }

        return true;
    }
}
