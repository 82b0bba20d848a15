namespace Nabla;

/// <summary>
/// Stochastic gradient descent: <c>θ ← θ − η·∂C/∂θ</c>, with the mean gradient of a mini-batch (Nielsen, chapter 1,
/// equations 20 and 21).
/// </summary>
/// <param name="learningRate">The learning rate η, positive and finite.</param>
public sealed record Sgd(double learningRate) : Optimizer(learningRate)
{
    /// <inheritdoc/>
    public override string Name => "sgd";
}
