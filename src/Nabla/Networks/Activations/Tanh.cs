using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary><c>σ(z) = tanh z</c> and <c>σ′(z) = 1 − tanh² z</c>.</summary>
internal sealed class Tanh() : ElementwiseActivation("tanh", Initializer.Xavier)
{
    public override (double Least, double Most) Range => (-1, 1);

    internal override OnnxSpelling Onnx { get; } = new("Tanh");

    public override T Value<T>(T z) => T.Tanh(z);

    public override T Slope<T>(T z) => T.One - T.Tanh(z) * T.Tanh(z);
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
