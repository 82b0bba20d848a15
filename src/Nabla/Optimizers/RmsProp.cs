namespace Nabla;

/// <summary>
/// RMSprop: <c>s ← ρ·s + (1−ρ)·g²</c>, <c>θ ← θ − η·g/(√s + ε)</c>; each parameter's step is measured by the size that its gradient
/// usually has (Tieleman and Hinton 2012, lecture 6e).
/// </summary>
public sealed record RmsProp : Optimizer
{
    /// <summary>An optimizer of this kind.</summary>
    /// <param name="learningRate">The learning rate η, positive and finite.</param>
    public RmsProp(double learningRate = 0.001)
        : base(learningRate)
    {
    }

    /// <summary>The part ρ of the mean square that is kept from step to step, in [0, 1); 0.99 unless set.</summary>
    public double Rho { get; init; } = 0.99;

    /// <summary>The ε that keeps the quotient finite, positive; 1e-8 unless set.</summary>
    public double Epsilon { get; init; } = 1e-8;

    /// <inheritdoc/>
    public override string Name => "rmsprop";

    /// <inheritdoc/>
    public override int StatesPerParameter => 1;

    /// <inheritdoc/>
    public override IEnumerable<Said> Problems()
    {
        foreach (var problem in base.Problems()) yield return problem;
        if (PartProblem($"ρ of RMSprop", Rho, "0.99") is { } rho) yield return rho;
        if (!(Epsilon > 0 && double.IsFinite(Epsilon))) yield return $"The ε of RMSprop is {Epsilon}; it must be positive, such as 1e-8.";
    }
}
