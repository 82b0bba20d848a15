namespace Nabla.Browser;

/// <summary>What the layers of a network give all over the plane, row by row from the top.</summary>
/// <param name="network">The network, whose parameters may change.</param>
/// <param name="features">What it is given of a point.</param>
internal sealed class PlanePicture(Network network, IReadOnlyList<Func<double, double, double>> features)
{
    // A network of the first layers alone gives what the last of them does.
    private readonly Network[] _parts = [.. Enumerable.Range(1, network.Layers.Count).Select(l => new Network(network.Layers.Take(l)))];

    // Every place has its slot, so that between two moments only the parameters change.
    private readonly Dictionary<(int Layer, int Side), IForwardKernel> _kernels = [];

    /// <summary>The outputs in pictures of one size, then each hidden neuron in pictures of another, picture after picture.</summary>
    /// <param name="size">Places in a row of an output's picture.</param>
    /// <param name="small">Places in a row of a hidden neuron's picture.</param>
    /// <param name="into">Receives them.</param>
    public void Draw(int size, int small, Span<float> into)
    {
        int last = _parts.Length - 1;
        for (int l = last, at = 0; at < into.Length; l = l == last ? 0 : l + 1)
        {
            int side = l == last ? size : small, length = _parts[l].Outputs * side * side;
            DrawLayer(l, side, into.Slice(at, length));
            at += length;
        }
    }

    /// <summary>How many numbers those are.</summary>
    public int Length(int size, int small) => network.Outputs * size * size + network.Layers.SkipLast(1).Sum(layer => layer.Outputs) * small * small;

    /// <summary>The features in pictures of a size.</summary>
    public float[] Features(int size)
    {
        float[] inputs = Inputs(size), pictures = new float[inputs.Length];
        for (int i = 0; i < inputs.Length; i++) pictures[i % features.Count * size * size + i / features.Count] = inputs[i];
        return pictures;
    }

    private void DrawLayer(int l, int side, Span<float> into)
    {
        var kernel = KernelFor(l, side);
        kernel.Load(_parts[l]);
        int places = side * side;
        kernel.Forward(places);
        for (int place = 0; place < places; place++)
        {
            var output = kernel.Output(place);
            for (int j = 0; j < output.Length; j++) into[j * places + place] = output[j];
        }
    }

    private IForwardKernel KernelFor(int l, int side)
    {
        if (_kernels.TryGetValue((l, side), out var known)) return known;
        var kernel = NetworkKernel.Forward(_parts[l], null, side * side);
        float[] inputs = Inputs(side);
        for (int place = 0; place < side * side; place++) kernel.SetInput(place, inputs.AsSpan(place * features.Count, features.Count));
        return _kernels[(l, side)] = kernel;
    }

    private float[] Inputs(int side)
    {
        float[] made = new float[side * side * features.Count];
        for (int i = 0; i < side * side; i++)
        {
            double x = PlanePoints.Reach * ((i % side + 0.5) * 2 / side - 1), y = PlanePoints.Reach * (1 - (i / side + 0.5) * 2 / side);
            PlaneFeatures.Of(features, x, y).CopyTo(made, i * features.Count);
        }

        return made;
    }
}
