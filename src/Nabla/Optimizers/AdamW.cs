namespace Nabla;

/// <summary>
/// AdamW (Loshchilov and Hutter 2019, algorithm 2): <see cref="AdaptiveMoments"/>, but every step begins with <c>w ← w·(1 − η·λ)</c>, apart
/// from the gradient; biases do not decay.
/// </summary>
public sealed record AdamW : AdaptiveMoments
{
    private static readonly OptimizerSetting[] Decay =
    [
        OptimizerSetting.Of<AdamW>("weight-decay", "the part of the weights that a step of rate 1 takes away", "weight decay of AdamW",
            "0 or positive, such as 0.01, and less than 1 when multiplied by the learning rate",
            (o, decay) => decay >= 0 && decay * o.LearningRate < 1, o => o.WeightDecay, (o, decay) => o with { WeightDecay = decay }),
    ];

    /// <summary>An optimizer of this kind.</summary>
    /// <param name="learningRate">The learning rate η, positive and finite; about the size of a step.</param>
    public AdamW(double learningRate = 0.001)
        : base(learningRate)
    {
    }

    /// <summary>The weight decay λ, at least 0; 0.01 unless set.</summary>
    public double WeightDecay { get; init; } = 0.01;

    /// <inheritdoc/>
    public override string Name => "adamw";

    /// <inheritdoc/>
    public override IReadOnlyList<OptimizerSetting> Settings => [.. base.Settings, .. Decay];
}
