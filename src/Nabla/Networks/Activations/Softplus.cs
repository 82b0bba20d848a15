using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>
/// <c>σ(z) = ln(1 + eᶻ)</c>, a rectifier with its corner rounded off; <c>σ′(z) = 1/(1+e⁻ᶻ)</c>, the logistic function
/// (Dugas et al. 2001).
/// </summary>
internal sealed class Softplus() : ElementwiseActivation("softplus", Initializer.He)
{
    public override (double Least, double Most) Range => (0, double.PositiveInfinity);

    internal override OnnxSpelling Onnx { get; } = new("Softplus");

    // ln(1 + eᶻ) = max(z, 0) + ln(1 + e^(−|z|)), which never overflows.
    public override T Value<T>(T z) => T.Max(z, T.Zero) + T.LogP1(T.Exp(-T.Abs(z)));

    public override T Slope<T>(T z) => T.One / (T.One + T.Exp(-z));
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
