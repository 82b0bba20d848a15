using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>
/// <c>σ(z) = z</c> above zero and <c>0.01·z</c> below, with the slopes 1 and 0.01: a rectifier that never quite dies
/// (Maas, Hannun and Ng 2013).
/// </summary>
internal sealed class LeakyRelu() : ElementwiseActivation("leaky-relu", Initializer.He)
{
    public override IReadOnlyList<double> Kinks { get; } = [0];

    internal override OnnxSpelling Onnx { get; } = new("LeakyRelu") { Parameters = [new("alpha", 0.01f, Usual: 0.01f)] };

    public override T Value<T>(T z) => z > T.Zero ? z : Leak<T>() * z;

    public override T Slope<T>(T z) => z > T.Zero ? T.One : Leak<T>();

    private static T Leak<T>()
        where T : System.Numerics.IFloatingPointIeee754<T> => T.CreateChecked(0.01);
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
