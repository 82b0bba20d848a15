namespace Nabla.Experiments;

/// <summary>What can be set of every experiment.</summary>
public abstract record ExperimentSettings
{
    /// <summary>
    /// Each seed is a run of its own, with other initial weights and another order of the examples; what is shown is their
    /// mean. 1 unless set.
    /// </summary>
    public IReadOnlyList<ulong> Seeds { get; init; } = [1];
}

/// <summary>What can be set of an experiment on data.</summary>
public abstract record DataExperimentSettings : ExperimentSettings
{
    /// <summary>Examples to learn from: the first so many of the data.</summary>
    public int Examples { get; init; } = 10_000;

    /// <summary>Examples to be tested on: the first so many of the data.</summary>
    public int TestExamples { get; init; } = 2_000;
}

/// <summary>What can be set of an experiment that trains.</summary>
public abstract record LearningExperimentSettings : DataExperimentSettings
{
    /// <summary>How often the data is gone through.</summary>
    public int Epochs { get; init; } = 10;

    /// <summary>Examples in a mini-batch.</summary>
    public int BatchSize { get; init; } = 10;

    /// <summary>The learning rate η.</summary>
    public double LearningRate { get; init; } = 1;

    internal TrainingOptions Training(ulong seed) =>
        new() { Epochs = Epochs, BatchSize = BatchSize, Optimizer = new Sgd(LearningRate), Seed = seed };
}
