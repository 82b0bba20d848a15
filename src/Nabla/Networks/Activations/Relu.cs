using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary><c>σ(z) = max(0, z)</c>; <c>σ′(z)</c> is 1 above zero, 0 below, and by convention 0 at zero.</summary>
internal sealed class Relu() : ElementwiseActivation("relu", Initializer.He)
{
    public override IReadOnlyList<double> Kinks { get; } = [0];

    internal override bool IsSparse => true;

    public override (double Least, double Most) Range => (0, double.PositiveInfinity);

    internal override OnnxSpelling Onnx { get; } = new("Relu");

    public override T Value<T>(T z) => T.Max(T.Zero, z);

    public override T Slope<T>(T z) => z > T.Zero ? T.One : T.Zero;
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
