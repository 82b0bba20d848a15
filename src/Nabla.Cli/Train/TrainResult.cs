namespace Nabla.Cli;

/// <summary>A run that has ended.</summary>
/// <param name="Settings">What was asked for.</param>
/// <param name="Data">What it learned from.</param>
/// <param name="Trainer">The trainer at its end.</param>
/// <param name="History">How it went.</param>
/// <param name="Test">The saved network on the test examples.</param>
/// <param name="Folder">Where it is kept.</param>
internal sealed record TrainResult(
    TrainSettings Settings, LoadedData Data, Trainer Trainer, History History, Evaluation Test, RunFolder Folder)
{
    public Network Network => Trainer.Network;

    /// <summary>What is the matter where the network has learned nothing; null where it has.</summary>
    public Diagnosis? Diagnosis { get; init; }

    /// <summary>What a class is called in what we show: its name, or its number.</summary>
    public string ClassName(int label) => Data.Train.ClassNames is { } names ? Printable.Name(names[label]) : $"{label}";

    /// <summary>The test errors in the unit of the target column; null for classes.</summary>
    public RegressionReport? InUnits => Test.Regression?.InUnitsOf(Data.Encoding?.Target.Deviation ?? 1);

    public double ExamplesPerSecond => Trainer.TrainingTime > TimeSpan.Zero
        ? (double)Trainer.Step / Trainer.StepsPerEpoch * Data.Train.Count / Trainer.TrainingTime.TotalSeconds
        : 0;

    public RunResult ToRunResult() => new()
    {
        Model = Folder.ModelPath,
        Run = Folder.Folder,
        Parameters = Network.ParameterCount,
        TestAccuracy = Test.Regression is null ? Test.Accuracy : null,
        BestTestAccuracy = Test.Regression is null ? Math.Max(Test.Accuracy, History.BestScore) : null,
        TestRSquared = Test.Regression?.RSquared,
        TestRootMeanSquaredError = InUnits?.RootMeanSquaredError,
        TestMeanAbsoluteError = InUnits?.MeanAbsoluteError,
        BestEpoch = History.BestEpoch,
        RestoredEpoch = History.Last?.Restored?.Epoch,
        Epochs = History.Epochs,
        TrainingSeconds = Trainer.TrainingTime.TotalSeconds,
        ExamplesPerSecond = ExamplesPerSecond,
        Digest = Network.Digest(),
        Diagnosis = Diagnosis?.Sentence.ToString(),
        State = History.End,
        Preset = Settings.Preset?.Name,
        Layers = Network.Sizes,
        Activations = [.. Network.Layers.Select(layer => layer.Activation.Name)],
        Initializer = Settings.Initializer.Name,
        CostFunction = Settings.Training.Cost.Name,
        Optimizer = Settings.Training.Optimizer.Name,
        LearningRate = Settings.Training.Optimizer.LearningRate,
        BatchSize = Settings.Training.BatchSize,
        L2 = Settings.Training.L2,
        Seed = Settings.Training.Seed,
        Data = Data.Name,
        TrainExamples = Data.Train.Count,
        TestExamples = Data.Test.Count,
    };
}
