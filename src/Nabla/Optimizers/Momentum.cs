namespace Nabla;

/// <summary>
/// Gradient descent with momentum: <c>v ← μ·v + g</c>, <c>θ ← θ − η·v</c> (Polyak 1964, in the form of Sutskever et al. 2013 that
/// PyTorch has). A constant gradient is followed <c>1/(1−μ)</c> times as fast.
/// </summary>
public sealed record Momentum : Optimizer
{
    /// <summary>An optimizer of this kind.</summary>
    /// <param name="learningRate">The learning rate η, positive and finite.</param>
    public Momentum(double learningRate)
        : base(learningRate)
    {
    }

    /// <summary>The part μ of the velocity that is kept from step to step, in [0, 1); 0.9 unless set.</summary>
    public double Mu { get; init; } = 0.9;

    /// <summary>
    /// Whether to look ahead, as Nesterov (1983) does: <c>θ ← θ − η·(g + μ·v)</c>, the velocity with this step's gradient in it already.
    /// </summary>
    public bool IsNesterov { get; init; }

    /// <inheritdoc/>
    public override string Name => IsNesterov ? "nesterov" : "momentum";

    /// <inheritdoc/>
    public override int StatesPerParameter => 1;

    /// <inheritdoc/>
    public override IEnumerable<Said> Problems() =>
        PartProblem($"momentum", Mu, "0.9") is { } problem ? [.. base.Problems(), problem] : base.Problems();
}
