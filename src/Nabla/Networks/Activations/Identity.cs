using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary><c>σ(z) = z</c> and <c>σ′(z) = 1</c>: a layer that is only linear.</summary>
internal sealed class Identity() : ElementwiseActivation("identity", Initializer.Xavier)
{
    internal override bool IsLinear => true;

    internal override OnnxSpelling Onnx { get; } = new("Identity");

    public override T Value<T>(T z) => z;

    public override T Slope<T>(T z) => T.One;
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
