using System.Globalization;

namespace Nabla;

/// <summary>One example as training comes to it. The parameters move only when the mini-batch is complete.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Index">Which example of the data.</param>
/// <param name="Position">Its place in the mini-batch, from 0.</param>
/// <param name="Label">Its class; −1 for regression.</param>
/// <param name="Prediction">The class that the network saw; −1 for regression.</param>
/// <param name="Cost">Its cost.</param>
/// <param name="CompletesBatch">Whether the mini-batch ended with it, so that the parameters have just moved.</param>
public readonly record struct ExampleReport(
    int Epoch, int Index, int Position, int Label, int Prediction, double Cost, bool CompletesBatch);

/// <summary>One mini-batch, that is, one step of gradient descent.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Step">Steps so far in the run, this one included.</param>
/// <param name="Examples">Examples in it; the last mini-batch of an epoch may have fewer than the others.</param>
/// <param name="Cost">Their mean cost, before the step.</param>
public readonly record struct BatchReport(int Epoch, long Step, int Examples, double Cost);

/// <summary>One pass over the data, and how good the network is after it.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Step">Steps so far in the run.</param>
/// <param name="Train">The network on the training examples, after the epoch.</param>
/// <param name="Test">The network on the test examples, after the epoch; null without any.</param>
/// <param name="TrainingTime">Time spent in training steps, this epoch alone.</param>
public sealed record EpochReport(int Epoch, long Step, Evaluation Train, Evaluation? Test, TimeSpan TrainingTime)
{
    /// <summary>The network on the validation examples, after the epoch; null without any.</summary>
    public Evaluation? Validation { get; init; }

    /// <summary>
    /// Where training ended with this epoch and the network went back to that of an earlier one (<see cref="EarlyStopping.RestoreBest"/>):
    /// how good it is now, as the report of that epoch, without its training time. Null where the network is this epoch's.
    /// </summary>
    public EpochReport? Restored { get; init; }

    /// <summary>A line to print.</summary>
    public override string ToString()
    {
        string test = Test is null ? "" : string.Create(CultureInfo.InvariantCulture, $", test cost {Test.Cost:F4}, test {Score(Test)}");
        return string.Create(CultureInfo.InvariantCulture, $"Epoch {Epoch,3}: cost {Train.Cost:F4}, {Score(Train)}{test}, {TrainingTime.TotalSeconds:F3} s")
            + (Restored is null ? "" : string.Create(CultureInfo.InvariantCulture, $"; kept epoch {Restored.Epoch}: cost {Restored.Train.Cost:F4}, {Score(Restored.Train)}")
                + (Restored.Test is null ? "" : string.Create(CultureInfo.InvariantCulture, $", test cost {Restored.Test.Cost:F4}, test {Score(Restored.Test)}")));

        static string Score(Evaluation evaluation) => evaluation.Regression is { } report
            ? string.Create(CultureInfo.InvariantCulture, $"R² {report.RSquared:F4}")
            : string.Create(CultureInfo.InvariantCulture, $"accuracy {evaluation.Accuracy:P2}");
    }
}
