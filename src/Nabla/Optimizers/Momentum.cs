using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>
/// Gradient descent with momentum: <c>v ← μ·v + g</c>, <c>θ ← θ − η·v</c> (Polyak 1964, in the form of Sutskever et al. 2013 that
/// PyTorch has). A constant gradient is followed <c>1/(1−μ)</c> times as fast.
/// </summary>
/// <param name="LearningRate">The learning rate η, positive and finite.</param>
public sealed record Momentum(double LearningRate) : Velocity("momentum", LearningRate);

/// <summary><see cref="Momentum"/>.</summary>
internal readonly struct MomentumRule<L, V>(Momentum momentum, double rate) : IUpdateRule<V>
    where L : struct, ILanes<V>
    where V : unmanaged
{
    private readonly V _mu = L.All((float)momentum.Mu);
    private readonly V _step = L.All((float)-rate);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Next(V parameter, V gradient, ref V first, ref V second)
    {
        first = VectorMath<L, V>.WithoutNegligible(L.MultiplyAdd(_mu, first, gradient));
        return L.MultiplyAdd(first, _step, parameter);
    }
}
