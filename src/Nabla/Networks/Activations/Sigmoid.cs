using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary><c>σ(z) = 1/(1+e⁻ᶻ)</c> and <c>σ′(z) = σ(z)·(1−σ(z))</c>, which is never more than ¼.</summary>
internal sealed class Sigmoid() : ElementwiseActivation("sigmoid", Initializer.Xavier)
{
    internal override bool IsLogistic => true;

    public override (double Least, double Most) Range => (0, 1);

    internal override OnnxSpelling Onnx { get; } = new("Sigmoid");

    public override T Value<T>(T z) => T.One / (T.One + T.Exp(-z));

    // 1−σ(z) is written σ(−z): the difference would lose every digit where the curve is flat.
    public override T Slope<T>(T z) => Value(z) * Value(-z);
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
