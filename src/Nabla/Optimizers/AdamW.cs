namespace Nabla;

/// <summary>
/// AdamW (Loshchilov and Hutter 2019, algorithm 2): <see cref="AdaptiveMoments"/>, but every step begins with <c>w ← w·(1 − η·λ)</c>, apart
/// from the gradient; biases do not decay.
/// </summary>
/// <param name="LearningRate">The learning rate η, positive and finite; about the size of a step.</param>
public sealed record AdamW(double LearningRate = 0.001) : AdaptiveMoments("adamw", LearningRate)
{
    /// <summary>The weight decay λ, at least 0; 0.01 unless set.</summary>
    public double WeightDecay { get; init; } = 0.01;

    internal override IReadOnlyList<Setting<Optimizer>> Settings =>
    [
        .. base.Settings,
        Own<AdamW>("weight-decay", "λ", $"how much every step shrinks the weights, times η",
            SettingValues.NotNegative, "0.01", o => o.WeightDecay, (o, x) => o with { WeightDecay = x }),
    ];

    /// <inheritdoc/>
    public override IEnumerable<Said> Problems() => WeightDecay * LearningRate < 1 ? base.Problems()
        : [.. base.Problems(), $"The weight decay of AdamW is {WeightDecay}; it must be less than 1 when multiplied by the learning rate, such as 0.01."];
}
