namespace Nabla;

/// <summary>Adam (Kingma and Ba 2015, algorithm 1): <see cref="AdaptiveMoments"/> as they are.</summary>
/// <param name="LearningRate">The learning rate η, positive and finite; about the size of a step.</param>
public sealed record Adam(double LearningRate = 0.001) : AdaptiveMoments("adam", LearningRate);
