namespace Nabla.Experiments;

/// <summary>What an experiment works on. It takes as many examples from the front as its settings say.</summary>
/// <param name="Train">Examples to learn from.</param>
/// <param name="Test">Examples to be tested on, of the same shape.</param>
public sealed record ExperimentData(Dataset Train, Dataset Test)
{
    /// <summary>A trained network, for the experiments that <see cref="Experiment.TakesNetwork"/>; they train one themselves where null.</summary>
    public Network? Network { get; init; }
}
