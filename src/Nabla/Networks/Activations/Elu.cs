using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>
/// <c>σ(z) = z</c> above zero and <c>eᶻ − 1</c> below; <c>σ′(z)</c> is 1 above zero and <c>eᶻ</c> below
/// (Clevert, Unterthiner and Hochreiter 2016, with α = 1).
/// </summary>
internal sealed class Elu() : ElementwiseActivation("elu", Initializer.He)
{
    public override IReadOnlyList<double> Kinks { get; } = [0];

    public override (double Least, double Most) Range => (-1, double.PositiveInfinity);

    internal override OnnxSpelling Onnx { get; } = new("Elu") { Parameters = [new("alpha", 1, Usual: 1)] };

    public override T Value<T>(T z) => z > T.Zero ? z : T.ExpM1(z);

    public override T Slope<T>(T z) => z > T.Zero ? T.One : T.Exp(z);
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
