namespace Nabla;

/// <summary>Four vectors side by side in memory.</summary>
internal struct FourVectors<V>
    where V : unmanaged
{
    public V V0, V1, V2, V3;
}
