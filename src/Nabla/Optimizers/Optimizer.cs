namespace Nabla;

/// <summary>How parameters follow the gradient.</summary>
public abstract record Optimizer
{
    private protected Optimizer(double learningRate) => LearningRate = learningRate;

    /// <summary>The learning rate η: how far a step goes for a gradient of 1. Positive and finite.</summary>
    public double LearningRate { get; init; }

    /// <summary>Its name in files and on the command line.</summary>
    public abstract string Name { get; }
}
