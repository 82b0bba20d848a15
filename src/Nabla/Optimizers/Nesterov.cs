using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>
/// Momentum that looks ahead: <c>v ← μ·v + g</c>, <c>θ ← θ − η·(g + μ·v)</c>, the velocity with this step's gradient in it already
/// (Nesterov 1983, in PyTorch's form).
/// </summary>
/// <param name="LearningRate">The learning rate η, positive and finite.</param>
public sealed record Nesterov(double LearningRate) : Optimizer("nesterov", LearningRate, states: 1)
{
    /// <summary>The part μ of the velocity that is kept from step to step, in [0, 1); 0.9 unless set.</summary>
    public double Mu { get; init; } = 0.9;

    internal override IReadOnlyList<Setting<Optimizer>> Settings =>
    [
        .. base.Settings,
        Own<Nesterov>("momentum", "μ", $"the part of the velocity that is kept", SettingValues.Fraction, "0.9", o => o.Mu, (o, x) => o with { Mu = x }),
    ];
}

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
