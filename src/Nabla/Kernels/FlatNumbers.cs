namespace Nabla;

/// <summary>
/// A number for every parameter, such as its derivative, in the layout of the parameters: layer behind layer, the weights of each before its
/// biases, filled up with zeros. The layout is the same on every machine, so that what lies here can be sent from one to another.
/// </summary>
internal sealed class FlatNumbers
{
    private readonly List<AlignedBuffer<float>> _pieces = [];
    private readonly int _most;
    private long _left;
    private int _used;

    /// <summary>Zeros.</summary>
    /// <param name="parameters">The layers of the parameters.</param>
    /// <param name="most">The most numbers of a piece; as many as an array holds where null.</param>
    public FlatNumbers(IReadOnlyList<PackedLayer> parameters, int? most = null)
    {
        _most = most ?? AlignedBuffer<float>.Most;
        _left = parameters.Sum(layer => (long)layer.Weights.Length + layer.Stride);
        Layers = [.. parameters.Select(layer => layer.Beside(Take))];
    }

    /// <summary>The numbers, layer by layer.</summary>
    public PackedLayer[] Layers { get; }

    /// <summary>The same numbers, flat: in one piece, or of a huge network in as few as arrays hold.</summary>
    public IReadOnlyList<AlignedBuffer<float>> Pieces => _pieces;

    /// <summary>Makes all of them zero.</summary>
    public void Clear()
    {
        foreach (var piece in _pieces) piece.Span.Clear();
    }

    /// <summary>Gives them in the shape of a network.</summary>
    public void Store(Network network)
    {
        for (int l = 0; l < Layers.Length; l++) Layers[l].Store(network.Layers[l]);
    }

    /// <summary>Takes them from the shape of a network.</summary>
    public void Load(Network network)
    {
        for (int l = 0; l < Layers.Length; l++) Layers[l].Load(network.Layers[l]);
    }

    private AlignedBuffer<float> Take(long length)
    {
        if (_pieces.Count == 0 || _pieces[^1].Length - _used < length)
        {
            _pieces.Add(new AlignedBuffer<float>(Math.Min(_left, _most)));
            _used = 0;
        }

        _left -= length;
        _used += (int)length;
        return _pieces[^1].Slice(_used - (int)length, (int)length);
    }
}
