namespace Nabla.Browser;

/// <summary>A moment of the run.</summary>
/// <param name="Step">Steps of gradient descent so far.</param>
/// <param name="Epoch">The epoch under way, or the last one, from 1.</param>
/// <param name="StepInEpoch">Steps of that epoch so far.</param>
/// <param name="State">Whether training goes on from here, and if not, why.</param>
/// <param name="LearningRate">The learning rate of the next step.</param>
/// <param name="Reached">The farthest step that the run has reached.</param>
/// <param name="End">The step at which the run ended; null where that is not known yet.</param>
/// <param name="TrainingSeconds">Seconds that the steps up to here took, without evaluation and all else.</param>
/// <param name="Model">The trained network that is shown in the place of the run's own; null where there is none.</param>
/// <param name="Edits">What was edited by hand at this moment.</param>
internal sealed record Moment(
    long Step, int Epoch, int StepInEpoch, TrainingState State, double LearningRate, long Reached, long? End, double TrainingSeconds, string? Model,
    IReadOnlyList<Edit> Edits);

/// <summary>A parameter set by hand.</summary>
/// <param name="Parameter">Which.</param>
/// <param name="Value">Its value now.</param>
/// <param name="Original">Its value in the run.</param>
internal sealed record Edit(Parameter Parameter, double Value, double Original);

/// <summary>How far a slice of training came.</summary>
/// <param name="Moment">Where it is now.</param>
/// <param name="Arrived">Whether it is where it was to go, or can go no farther.</param>
/// <param name="Evaluating">Whether it is judging an epoch that has just ended.</param>
/// <param name="Costs">New points of the cost curve.</param>
/// <param name="Epochs">Epochs judged in this slice.</param>
internal sealed record Progress(
    Moment Moment, bool Arrived, bool Evaluating, IReadOnlyList<CostPoint> Costs, IReadOnlyList<EpochPoint> Epochs);

/// <summary>A point of the cost curve.</summary>
/// <param name="Step">The last step that it is the mean of.</param>
/// <param name="Cost">The mean cost of the mini-batches of those steps, each before its step.</param>
internal sealed record CostPoint(long Step, double Cost);

/// <summary>How good the network was after an epoch; null for a cost that was infinite.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Step">Steps so far.</param>
/// <param name="TrainCost">The mean cost of the training examples.</param>
/// <param name="TrainAccuracy">The part of them that was read rightly, 0 to 1.</param>
/// <param name="TestCost">The mean cost of the test examples.</param>
/// <param name="TestAccuracy">The part of them that was read rightly, 0 to 1.</param>
/// <param name="Seconds">Seconds spent in its training steps; null where it was not trained here.</param>
/// <param name="ExamplesPerSecond">Examples learned from in a second of those; null likewise.</param>
internal sealed record EpochPoint(
    int Epoch, long Step, double? TrainCost, double TrainAccuracy, double? TestCost, double TestAccuracy, double? Seconds, double? ExamplesPerSecond)
{
    /// <summary>The point of an epoch that was judged.</summary>
    public static EpochPoint Of(MetricsLine line, int examples) => new(
        line.Epoch, line.Step, Finite(line.Cost), line.TrainAccuracy ?? 0, Finite(line.TestCost), line.TestAccuracy ?? 0, line.Seconds,
        line.Seconds is { } seconds ? examples / Math.Max(seconds, 1e-9) : null);

    private static double? Finite(double? x) => x is { } number && double.IsFinite(number) ? number : null;
}

/// <summary>All that is known of the run so far.</summary>
/// <param name="Costs">The cost curve.</param>
/// <param name="Epochs">The epochs; one each.</param>
internal sealed record History(IReadOnlyList<CostPoint> Costs, IReadOnlyList<EpochPoint> Epochs);

/// <summary>A mini-batch.</summary>
/// <param name="Step">Steps before it.</param>
/// <param name="Epoch">Its epoch, from 1.</param>
/// <param name="StepInEpoch">Steps of that epoch before it.</param>
/// <param name="Examples">Its examples, by their place among those that the run learns from, in the order of training.</param>
/// <param name="Labels">Their classes.</param>
internal sealed record MiniBatch(long Step, int Epoch, int StepInEpoch, IReadOnlyList<int> Examples, IReadOnlyList<int> Labels);

/// <summary>A run that has learned nothing.</summary>
/// <param name="Sentence">What is the matter, with its figures, and what to try.</param>
/// <param name="Try">The same as settings by their names.</param>
internal sealed record DeadRun(Said Sentence, IReadOnlyDictionary<string, string> Try);
