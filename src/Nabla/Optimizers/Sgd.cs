namespace Nabla;

/// <summary>
/// Stochastic gradient descent: <c>θ ← θ − η·g</c> (Nielsen, chapter 1, equations 20 and 21).
/// </summary>
public sealed record Sgd : Optimizer
{
    /// <summary>An optimizer of this kind.</summary>
    /// <param name="learningRate">The learning rate η, positive and finite.</param>
    public Sgd(double learningRate = 1)
        : base(learningRate)
    {
    }

    /// <inheritdoc/>
    public override string Name => "sgd";

    /// <inheritdoc/>
    public override int StatesPerParameter => 0;

    internal override bool IsPlain => true;
}
