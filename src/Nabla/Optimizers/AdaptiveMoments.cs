using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>
/// What <see cref="Adam"/> and <see cref="AdamW"/> share: <c>m ← β₁·m + (1−β₁)·g</c>, <c>v ← β₂·v + (1−β₂)·g²</c>,
/// <c>θ ← θ − η·m̂/(√v̂ + ε)</c> with <c>m̂ = m/(1−β₁ᵗ)</c> and <c>v̂ = v/(1−β₂ᵗ)</c> at step t = 1, 2, … (Kingma and Ba 2015, algorithm 1).
/// </summary>
public abstract record AdaptiveMoments : Optimizer
{
    private protected AdaptiveMoments(string name, double learningRate)
        : base(name, learningRate, states: 2)
    {
    }

    /// <summary>The part β₁ of the mean gradient that is kept from step to step, in [0, 1); 0.9 unless set.</summary>
    public double Beta1 { get; init; } = 0.9;

    /// <summary>The part β₂ of the mean square that is kept from step to step, in [0, 1); 0.999 unless set.</summary>
    public double Beta2 { get; init; } = 0.999;

    /// <summary>The ε that keeps the quotient finite, positive; 1e-8 unless set.</summary>
    public double Epsilon { get; init; } = 1e-8;

    internal override IReadOnlyList<Setting<Optimizer>> Settings =>
    [
        .. base.Settings,
        Own<AdaptiveMoments>("beta1", "β₁", $"the part of the mean gradient that is kept", SettingValues.Fraction, "0.9", o => o.Beta1, (o, x) => o with { Beta1 = x }),
        Own<AdaptiveMoments>("beta2", "β₂", $"the part of the mean square that is kept", SettingValues.Fraction, "0.999", o => o.Beta2, (o, x) => o with { Beta2 = x }),
        Own<AdaptiveMoments>("epsilon", "ε", $"what keeps the quotient finite", SettingValues.Positive, "1e-8", o => o.Epsilon, (o, x) => o with { Epsilon = x }),
    ];
}

/// <summary><see cref="Adam"/>, and <see cref="AdamW"/> but for the decay.</summary>
internal readonly struct AdamRule<L, V>(AdaptiveMoments adam, double rate, long step) : IUpdateRule<V>
    where L : struct, ILanes<V>
    where V : unmanaged
{
    private readonly V _beta1 = L.All((float)adam.Beta1);
    private readonly V _rest1 = L.All((float)(1 - adam.Beta1));
    private readonly V _beta2 = L.All((float)adam.Beta2);
    private readonly V _rest2 = L.All((float)(1 - adam.Beta2));
    private readonly V _epsilon = L.All((float)adam.Epsilon);
    private readonly V _step = L.All((float)(-rate / (1 - DeterministicMath.Power(adam.Beta1, step))));
    private readonly V _correction = L.All((float)(1 / (1 - DeterministicMath.Power(adam.Beta2, step))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Next(V parameter, V gradient, ref V first, ref V second)
    {
        first = VectorMath<L, V>.WithoutNegligible(L.MultiplyAdd(_beta1, first, L.Multiply(_rest1, gradient)));
        second = VectorMath<L, V>.WithoutNegligibleSquare(L.MultiplyAdd(_beta2, second, L.Multiply(_rest2, L.Multiply(gradient, gradient))));
        V size = L.Add(L.Sqrt(L.Multiply(second, _correction)), _epsilon);
        return L.MultiplyAdd(L.Divide(first, size), _step, parameter);
    }
}
