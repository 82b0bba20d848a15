namespace Nabla;

/// <summary>
/// Stochastic gradient descent: <c>θ ← θ − η·g</c> (Nielsen, chapter 1, equations 20 and 21).
/// </summary>
/// <param name="LearningRate">The learning rate η, positive and finite.</param>
public sealed record Sgd(double LearningRate = 1) : Optimizer("sgd", LearningRate, states: 0)
{
    internal override bool IsPlain => true;
}
