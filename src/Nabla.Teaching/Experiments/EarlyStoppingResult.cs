using Nabla.Charts;

namespace Nabla.Experiments;

/// <summary>What <see cref="EarlyStoppingExperiment"/> measured.</summary>
public sealed record EarlyStoppingResult : ExperimentResult
{
    /// <summary>How many epochs in a row may pass without improvement.</summary>
    public required int Patience { get; init; }

    /// <summary>How many of the test examples judge; the others are for the accuracy.</summary>
    public required int Validation { get; init; }

    /// <summary>The epochs; the first point is before training.</summary>
    public required IReadOnlyList<StoppingPoint> Epochs { get; init; }

    /// <summary>The epoch after which the cost of the training examples had not improved for so long; null where it did to the end.</summary>
    public required int? StopByTrain { get; init; }

    /// <summary>The same by the cost of examples that are not learned from.</summary>
    public required int? StopByValidation { get; init; }

    /// <inheritdoc/>
    public override ExperimentReport Report()
    {
        var (best, end) = (Epochs.Skip(1).MinBy(point => point.ValidationCost)!, Epochs[^1]);
        var findings = new List<Said>
        {
            StopByTrain is { } still
                ? (Said)$"The cost of the training examples no longer improves: by it training stops after epoch {still}, at {Words.Number(Epochs[still].TrainCost)}."
                : $"The cost of the training examples improves to the end, to {Words.Number(end.TrainCost)} after {end.Epoch} epochs: by it training never stops.",
            $"The cost of {Words.Count(Validation)} examples that are not learned from is lowest after epoch {best.Epoch}, at {Words.Number(best.ValidationCost)}, "
                + $"and ends at {Words.Number(end.ValidationCost)}.",
        };
        if (StopByValidation is { } stop)
        {
            findings.Add($"After {Patience} epochs without improvement, early stopping ends the training after epoch {stop}: {Words.Percent(Epochs[stop].TestAccuracy)} of the "
                + $"other test examples are read right then, {Words.Percent(Epochs[best.Epoch].TestAccuracy)} by the network of epoch {best.Epoch}, and "
                + $"{Words.Percent(end.TestAccuracy)} after all {end.Epoch} epochs.");
        }
        else
        {
            findings.Add($"It never went {Patience} epochs without improvement, so early stopping would not have ended these {end.Epoch} epochs; with more, it may.");
        }

        double[] x = [.. Epochs.Select(point => (double)point.Epoch)];
        int[] shown = [.. new[] { 1, best.Epoch, StopByValidation ?? end.Epoch, StopByTrain ?? end.Epoch, end.Epoch }.Distinct().Order()];
        return new ExperimentReport(findings, new ExperimentTable(
            [$"epoch", $"train cost", $"cost of others", $"test accuracy", $""],
            [.. shown.Select(epoch => (Said[])
            [
                $"{epoch}", $"{Words.Number(Epochs[epoch].TrainCost)}", $"{Words.Number(Epochs[epoch].ValidationCost)}",
                $"{Words.Percent(Epochs[epoch].TestAccuracy)}",
                epoch == best.Epoch ? $"lowest" : epoch == StopByValidation ? $"stop" : (Said)$"",
            ])]))
        {
            Charts =
            [
                new Chart("When to stop", new Axis("epoch"), new Axis("cost", IsLogarithmic: true))
                {
                    Series =
                    [
                        new Series("of the training examples", x, [.. Epochs.Select(point => point.TrainCost)]),
                        new Series("of examples that are not learned from", x, [.. Epochs.Select(point => point.ValidationCost)]),
                    ],
                    Marks = StopByValidation is { } at ? [new ChartMark(at, Epochs[at].ValidationCost, "stop")] : [],
                },
                new Chart("What is read right", new Axis("epoch"), Plot.Accuracy("test accuracy"))
                {
                    Series = [new Series("", x, [.. Epochs.Select(point => point.TestAccuracy)])],
                },
            ],
        };
    }
}

/// <summary>How far training was after an epoch.</summary>
/// <param name="Epoch">The epoch; 0 before training.</param>
/// <param name="TrainCost">The cost of the training examples.</param>
/// <param name="ValidationCost">The cost of examples that are not learned from, by which it is judged.</param>
/// <param name="TestAccuracy">The part of other test examples that is read right, 0 to 1.</param>
public sealed record StoppingPoint(int Epoch, double TrainCost, double ValidationCost, double TestAccuracy);
