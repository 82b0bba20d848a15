using System.Numerics;

namespace Nabla;

/// <summary>An activation function that treats each neuron alone: one formula for σ, one for σ′.</summary>
internal abstract class ElementwiseActivation(string name, Initializer usual) : Activation(name, usual)
{
    public sealed override bool IsElementwise => true;

    /// <summary>σ(z).</summary>
    public abstract T Value<T>(T z)
        where T : IFloatingPointIeee754<T>;

    /// <summary>σ′(z).</summary>
    public abstract T Slope<T>(T z)
        where T : IFloatingPointIeee754<T>;

    public sealed override void Apply<T>(ReadOnlySpan<T> z, Span<T> a)
    {
        for (int j = 0; j < z.Length; j++) a[j] = Value(z[j]);
    }

    public sealed override void Derivative<T>(ReadOnlySpan<T> z, Span<T> slopes)
    {
        for (int j = 0; j < z.Length; j++) slopes[j] = Slope(z[j]);
    }

    public sealed override void PullBack<T>(ReadOnlySpan<T> dCda, ReadOnlySpan<T> z, Span<T> delta)
    {
        for (int j = 0; j < z.Length; j++) delta[j] = dCda[j] * Slope(z[j]);
    }
}
