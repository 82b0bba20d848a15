using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>
/// <c>σ(z) = z·s(z)</c> with the logistic function <c>s(z) = 1/(1+e⁻ᶻ)</c>; <c>σ′(z) = s(z)·(1 + z·s(−z))</c>. Also called SiLU
/// (Elfwing, Uchibe and Doya 2018; Ramachandran, Zoph and Le 2017).
/// </summary>
internal sealed class Swish() : ElementwiseActivation("swish", Initializer.He)
{
    // The least of all is σ(−1.2785).
    public override (double Least, double Most) Range => (-0.27847, double.PositiveInfinity);

    internal override OnnxSpelling Onnx { get; } = new("Swish")
    {
        Parameters = [new("alpha", 1, Usual: 1)],
        Steps = [new("Sigmoid", "logistic"), new("Mul", "product", OnnxStep.Sums)],
    };

    public override T Value<T>(T z) => z * Logistic(z);

    public override T Slope<T>(T z) => Logistic(z) * (T.One + z * Logistic(-z));

    private static T Logistic<T>(T z)
        where T : System.Numerics.IFloatingPointIeee754<T> => T.One / (T.One + T.Exp(-z));
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
