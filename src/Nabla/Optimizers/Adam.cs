namespace Nabla;

/// <summary>
/// Adam: <c>m ← β₁·m + (1−β₁)·g</c>, <c>v ← β₂·v + (1−β₂)·g²</c>, <c>θ ← θ − η·m̂/(√v̂ + ε)</c> with <c>m̂ = m/(1−β₁ᵗ)</c> and
/// <c>v̂ = v/(1−β₂ᵗ)</c> at step t = 1, 2, … (Kingma and Ba 2015, algorithm 1). With a weight decay it is AdamW: every step begins with
/// <c>w ← w·(1 − η·λ)</c>, apart from the gradient (Loshchilov and Hutter 2019, algorithm 2); biases do not decay.
/// </summary>
public sealed record Adam : Optimizer
{
    /// <summary>An optimizer of this kind.</summary>
    /// <param name="learningRate">The learning rate η, positive and finite; about the size of a step.</param>
    public Adam(double learningRate = 0.001)
        : base(learningRate)
    {
    }

    /// <summary>The part β₁ of the mean gradient that is kept from step to step, in [0, 1); 0.9 unless set.</summary>
    public double Beta1 { get; init; } = 0.9;

    /// <summary>The part β₂ of the mean square that is kept from step to step, in [0, 1); 0.999 unless set.</summary>
    public double Beta2 { get; init; } = 0.999;

    /// <summary>The ε that keeps the quotient finite, positive; 1e-8 unless set.</summary>
    public double Epsilon { get; init; } = 1e-8;

    /// <summary>The weight decay λ of AdamW, at least 0; 0 unless set.</summary>
    public double WeightDecay { get; init; }

    /// <inheritdoc/>
    public override string Name => WeightDecay > 0 ? "adamw" : "adam";

    /// <inheritdoc/>
    public override int StatesPerParameter => 2;

    /// <inheritdoc/>
    public override IEnumerable<Said> Problems()
    {
        foreach (var problem in base.Problems()) yield return problem;
        if (PartProblem($"β₁ of Adam", Beta1, "0.9") is { } first) yield return first;
        if (PartProblem($"β₂ of Adam", Beta2, "0.999") is { } second) yield return second;
        if (!(Epsilon > 0 && double.IsFinite(Epsilon))) yield return $"The ε of Adam is {Epsilon}; it must be positive, such as 1e-8.";
        if (!(WeightDecay >= 0 && WeightDecay * LearningRate < 1))
            yield return $"The weight decay of AdamW is {WeightDecay}; it must be 0 or positive, such as 0.01, and less than 1 when multiplied by the learning rate.";
    }
}
