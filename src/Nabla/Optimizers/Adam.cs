namespace Nabla;

/// <summary>Adam (Kingma and Ba 2015, algorithm 1): <see cref="AdaptiveMoments"/> as they are.</summary>
public sealed record Adam : AdaptiveMoments
{
    /// <summary>An optimizer of this kind.</summary>
    /// <param name="learningRate">The learning rate η, positive and finite; about the size of a step.</param>
    public Adam(double learningRate = 0.001)
        : base(learningRate)
    {
    }

    /// <inheritdoc/>
    public override string Name => "adam";
}
