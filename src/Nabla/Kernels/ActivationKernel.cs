using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>Activations of many slots at once.</summary>
internal static unsafe class ActivationKernel<L, V>
    where L : struct, ILanes<V>
    where V : unmanaged
{
    /// <summary><c>a = σ(z)</c> and <c>σ′(z)</c>, over rows that follow each other. Softmax is left as z, for <see cref="OutputKernel{L, V}"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply(Activation activation, float* z, float* a, float* slope, int length)
    {
        if (activation == Activation.Sigmoid) Apply<SigmoidLanes<L, V>>(z, a, slope, length);
        else if (activation == Activation.Tanh) Apply<TanhLanes<L, V>>(z, a, slope, length);
        else if (activation == Activation.Relu) Apply<ReluLanes<L, V>>(z, a, slope, length);
        else if (activation == Activation.LeakyRelu) Apply<LeakyReluLanes<L, V>>(z, a, slope, length);
        else if (activation == Activation.Elu) Apply<EluLanes<L, V>>(z, a, slope, length);
        else if (activation == Activation.Softplus) Apply<SoftplusLanes<L, V>>(z, a, slope, length);
        else if (activation == Activation.Gelu) Apply<GeluLanes<L, V>>(z, a, slope, length);
        else if (activation == Activation.Swish) Apply<SwishLanes<L, V>>(z, a, slope, length);
        else Apply<IdentityLanes<L, V>>(z, a, slope, length);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Apply<TActivation>(float* z, float* a, float* slope, int length)
        where TActivation : struct, IActivationLanes<V>
    {
        for (int i = 0; i < length; i += L.Count)
        {
            L.Store(TActivation.Apply(L.Load(z + i), out V s), a + i);
            L.Store(s, slope + i);
        }
    }
}
