namespace Nabla;

/// <summary>What an optimizer remembers: up to two numbers for every parameter, in the layout of the parameters.</summary>
internal sealed class OptimizerState(Optimizer optimizer, IReadOnlyList<PackedLayer> layers)
{
    private readonly FlatNumbers[] _states = [.. Enumerable.Range(0, optimizer.StatesPerParameter).Select(_ => new FlatNumbers(layers))];

    /// <summary>The first of a layer's.</summary>
    public PackedLayer First(int layer) => _states[0].Layers[layer];

    /// <summary>The second of a layer's, or the first again where there is only one.</summary>
    public PackedLayer Second(int layer) => _states[^1].Layers[layer];

    public void Store(int index, Network network) => _states[index].Store(network);

    public void Load(int index, Network network) => _states[index].Load(network);
}
