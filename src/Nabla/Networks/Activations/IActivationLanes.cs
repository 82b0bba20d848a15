namespace Nabla;

/// <summary>An activation function on vectors: σ and σ′ in one visit, since they share their work.</summary>
internal interface IActivationLanes<V>
    where V : unmanaged
{
    static abstract V Apply(V z, out V slope);
}
