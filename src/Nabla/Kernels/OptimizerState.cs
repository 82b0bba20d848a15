namespace Nabla;

/// <summary>What an optimizer remembers: up to two numbers for every parameter, in the layout of the parameters.</summary>
internal sealed class OptimizerState
{
    private readonly PackedLayer[][] _states;

    public OptimizerState(Optimizer optimizer, IEnumerable<PackedLayer> layers) =>
        _states = [.. Enumerable.Range(0, optimizer.StatesPerParameter).Select(_ => layers.Select(layer => layer.Empty()).ToArray())];

    /// <summary>The first of a layer's.</summary>
    public PackedLayer First(int layer) => _states[0][layer];

    /// <summary>The second of a layer's, or the first again where there is only one.</summary>
    public PackedLayer Second(int layer) => _states[^1][layer];

    public void Store(int index, Network network)
    {
        for (int l = 0; l < network.Layers.Count; l++) _states[index][l].Store(network.Layers[l]);
    }

    public void Load(int index, Network network)
    {
        for (int l = 0; l < network.Layers.Count; l++) _states[index][l].Load(network.Layers[l]);
    }
}
