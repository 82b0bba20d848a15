namespace Nabla;

/// <summary>What <see cref="Momentum"/> and <see cref="Nesterov"/> share: a velocity, <c>v ← μ·v + g</c>.</summary>
public abstract record Velocity : Optimizer
{
    private protected Velocity(string name, double learningRate)
        : base(name, learningRate, states: 1)
    {
    }

    /// <summary>The part μ of the velocity that is kept from step to step, in [0, 1); 0.9 unless set.</summary>
    public double Mu { get; init; } = 0.9;

    internal override IReadOnlyList<Setting<Optimizer>> Settings =>
    [
        .. base.Settings,
        Own<Velocity>("momentum", "μ", $"the part of the velocity that is kept", SettingValues.Fraction, "0.9", o => o.Mu, (o, x) => o with { Mu = x }),
    ];
}
