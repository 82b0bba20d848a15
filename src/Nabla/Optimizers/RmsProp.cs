using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>
/// RMSprop: <c>s ← ρ·s + (1−ρ)·g²</c>, <c>θ ← θ − η·g/(√s + ε)</c>; each parameter's step is measured by the size that its gradient
/// usually has (Tieleman and Hinton 2012, lecture 6e).
/// </summary>
/// <param name="LearningRate">The learning rate η, positive and finite.</param>
public sealed record RmsProp(double LearningRate = 0.001) : Optimizer("rmsprop", LearningRate, states: 1)
{
    /// <summary>The part ρ of the mean square that is kept from step to step, in [0, 1); 0.99 unless set.</summary>
    public double Rho { get; init; } = 0.99;

    /// <summary>The ε that keeps the quotient finite, positive; 1e-8 unless set.</summary>
    public double Epsilon { get; init; } = 1e-8;

    internal override IReadOnlyList<Setting<Optimizer>> Settings =>
    [
        .. base.Settings,
        Own<RmsProp>("rho", "ρ", $"the part of the mean square that is kept", SettingValues.Fraction, "0.99", o => o.Rho, (o, x) => o with { Rho = x }),
        Own<RmsProp>("epsilon", "ε", $"what keeps the quotient finite", SettingValues.Positive, "1e-8", o => o.Epsilon, (o, x) => o with { Epsilon = x }),
    ];
}

/// <summary><see cref="RmsProp"/>.</summary>
internal readonly struct RmsPropRule<L, V>(RmsProp rmsProp, double rate) : IUpdateRule<V>
    where L : struct, ILanes<V>
    where V : unmanaged
{
    private readonly V _rho = L.All((float)rmsProp.Rho);
    private readonly V _rest = L.All((float)(1 - rmsProp.Rho));
    private readonly V _epsilon = L.All((float)rmsProp.Epsilon);
    private readonly V _step = L.All((float)-rate);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Next(V parameter, V gradient, ref V first, ref V second)
    {
        first = VectorMath<L, V>.WithoutNegligibleSquare(L.MultiplyAdd(_rho, first, L.Multiply(_rest, L.Multiply(gradient, gradient))));
        return L.MultiplyAdd(L.Divide(gradient, L.Add(L.Sqrt(first), _epsilon)), _step, parameter);
    }
}
