using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>
/// Momentum that looks ahead: <c>v ← μ·v + g</c>, <c>θ ← θ − η·(g + μ·v)</c>, the velocity with this step's gradient in it already
/// (Nesterov 1983, in PyTorch's form).
/// </summary>
/// <param name="LearningRate">The learning rate η, positive and finite.</param>
public sealed record Nesterov(double LearningRate) : Velocity("nesterov", LearningRate);

/// <summary><see cref="Nesterov"/>.</summary>
internal readonly struct NesterovRule<L, V>(Nesterov nesterov, double rate) : IUpdateRule<V>
    where L : struct, ILanes<V>
    where V : unmanaged
{
    private readonly V _mu = L.All((float)nesterov.Mu);
    private readonly V _step = L.All((float)-rate);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Next(V parameter, V gradient, ref V first, ref V second)
    {
        first = VectorMath<L, V>.WithoutNegligible(L.MultiplyAdd(_mu, first, gradient));
        return L.MultiplyAdd(L.MultiplyAdd(_mu, first, gradient), _step, parameter);
    }
}
