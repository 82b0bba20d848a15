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

/// <summary><c>a = z</c> above zero and <c>0.01·z</c> below.</summary>
internal readonly struct LeakyReluLanes<L, V> : IActivationLanes<V>
    where L : struct, ILanes<V>
    where V : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply(V z, out V slope)
    {
        slope = L.WhereGreater(z, L.All(0), L.All(1), L.All(0.01f));
        return L.Multiply(z, slope);
    }
}

/// <summary><c>a = z</c> above zero and <c>e^z − 1</c> below, where the slope is <c>e^z</c>.</summary>
internal readonly struct EluLanes<L, V> : IActivationLanes<V>
    where L : struct, ILanes<V>
    where V : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply(V z, out V slope)
    {
        V e = VectorMath<L, V>.Exp(L.Min(L.All(0), z));
        slope = L.WhereGreater(z, L.All(0), L.All(1), e);
        return L.WhereGreater(z, L.All(0), z, L.Subtract(e, L.All(1)));
    }
}

/// <summary><c>a = max(z, 0) + ln(1 + e)</c> with <c>e = e^(−|z|)</c>; the slope is the logistic function.</summary>
internal readonly struct SoftplusLanes<L, V> : IActivationLanes<V>
    where L : struct, ILanes<V>
    where V : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply(V z, out V slope)
    {
        V e = VectorMath<L, V>.Exp(L.Subtract(L.All(0), L.Abs(z)));
        V inverse = L.Divide(L.All(1), L.Add(L.All(1), e));
        slope = L.Multiply(L.WhereGreater(z, L.All(0), L.All(1), e), inverse);
        return L.Add(L.Max(L.All(0), z), VectorMath<L, V>.LogOnePlus(e));
    }
}

/// <summary><c>a = z·s</c> and <c>σ′ = s·(1 + z·(1−s))</c> with the logistic function s, and 1−s without losing its digits.</summary>
internal readonly struct SwishLanes<L, V> : IActivationLanes<V>
    where L : struct, ILanes<V>
    where V : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply(V z, out V slope)
    {
        V e = VectorMath<L, V>.Exp(L.Subtract(L.All(0), z));
        V s = L.Divide(L.All(1), L.Add(L.All(1), e));
        slope = L.Multiply(s, L.MultiplyAdd(z, L.Multiply(e, s), L.All(1)));
        return L.Multiply(z, s);
    }
}

/// <summary><c>a = z·Φ(z)</c> and <c>σ′ = Φ(z) + z·φ(z)</c>: both Φ and φ have the factor <c>e^(−z²/2)</c>.</summary>
internal readonly struct GeluLanes<L, V> : IActivationLanes<V>
    where L : struct, ILanes<V>
    where V : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply(V z, out V slope)
    {
        V size = L.Abs(z);
        V e = VectorMath<L, V>.Exp(L.Multiply(L.Multiply(L.All(-0.5f), z), z));
        V tail = L.Multiply(L.Multiply(L.All(0.5f), e), VectorMath<L, V>.ScaledErfc(L.Multiply(size, L.All(0.707106781f))));
        V distribution = L.WhereGreater(z, L.All(0), L.Subtract(L.All(1), tail), tail);
        slope = L.MultiplyAdd(L.Multiply(z, e), L.All(0.398942280f), distribution);
        return L.Multiply(z, distribution);
    }
}
