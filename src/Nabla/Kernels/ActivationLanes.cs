using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>An activation function on vectors: σ and σ′ in one visit, since they share their work.</summary>
internal interface IActivationLanes<V>
    where V : unmanaged
{
    static abstract V Apply(V z, out V slope);
}

/// <summary><c>a = 1/(1+e)</c> and <c>σ′ = e·a·a</c> with <c>e = e⁻ᶻ</c>; <c>1−a</c> would lose its digits near 1.</summary>
internal readonly struct SigmoidLanes<L, V> : IActivationLanes<V>
    where L : struct, ILanes<V>
    where V : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply(V z, out V slope)
    {
        V e = VectorMath<L, V>.Exp(L.Subtract(L.All(0), z));
        V a = L.Divide(L.All(1), L.Add(L.All(1), e));
        slope = L.Multiply(L.Multiply(e, a), a);
        return a;
    }
}

/// <summary>
/// <c>tanh|z| = (1−e)/(1+e)</c> and <c>σ′ = 4e/(1+e)²</c> with <c>e = e^(−2|z|)</c>. Near zero, where 1−e loses its digits,
/// the odd series to z⁹ takes over.
/// </summary>
internal readonly struct TanhLanes<L, V> : IActivationLanes<V>
    where L : struct, ILanes<V>
    where V : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply(V z, out V slope)
    {
        V size = L.Abs(z);
        V e = VectorMath<L, V>.Exp(L.Multiply(L.All(-2), size));
        V inverse = L.Divide(L.All(1), L.Add(L.All(1), e));
        V far = L.Multiply(L.Subtract(L.All(1), e), inverse);
        slope = L.Multiply(L.Multiply(L.All(4), e), L.Multiply(inverse, inverse));

        V z2 = L.Multiply(z, z);
        V p = L.All(62f / 2835);
        p = L.MultiplyAdd(p, z2, L.All(-17f / 315));
        p = L.MultiplyAdd(p, z2, L.All(2f / 15));
        p = L.MultiplyAdd(p, z2, L.All(-1f / 3));
        V near = L.MultiplyAdd(L.Multiply(p, z2), size, size);
        return L.CopySign(L.WhereGreater(size, L.All(0.25f), far, near), z);
    }
}

/// <summary><c>a = max(0, z)</c>, and a slope of 1 above zero. Not-a-number stays so, to be found.</summary>
internal readonly struct ReluLanes<L, V> : IActivationLanes<V>
    where L : struct, ILanes<V>
    where V : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply(V z, out V slope)
    {
        slope = L.WhereGreater(z, L.All(0), L.All(1), L.All(0));
        return L.Max(L.All(0), z);
    }
}

/// <summary><c>a = z</c>, with slope 1. Softmax passes through it first.</summary>
internal readonly struct IdentityLanes<L, V> : IActivationLanes<V>
    where L : struct, ILanes<V>
    where V : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply(V z, out V slope)
    {
        slope = L.All(1);
        return z;
    }
}
