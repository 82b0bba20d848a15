namespace Nabla;

/// <summary>What <see cref="InitializationExperiment"/> measured.</summary>
public sealed record InitializationResult : ExperimentResult
{
    /// <summary>The activation of the hidden layers.</summary>
    public required string Activation { get; init; }

    /// <summary>A run for each scale.</summary>
    public required IReadOnlyList<InitializationRun> Runs { get; init; }

    /// <inheritdoc/>
    public override ExperimentReport Report()
    {
        var best = Runs.MinBy(run => run.Learning.Curve.End.TrainCost)!;
        var findings = new List<Said>
        {
            $"{best.Learning.Name} learns best: training cost {Words.Number(best.Learning.Curve.End.TrainCost)}. Before training its activations "
                + $"spread by {Words.Number(best.ActivationSpread[0])} in the first hidden layer and {Words.Number(best.LastHidden)} in the last.",
        };
        findings.AddRange(Runs.Where(run => run != best).Select(run => (Said)(
            $"{run.Learning.Label}: {Words.Number(run.ActivationSpread[0])} and {Words.Number(run.LastHidden)}; it ends at "
            + $"{Words.Number(run.Learning.Curve.End.TrainCost)}.")));
        if (Runs.FirstOrDefault(run => run.Scale == 0) is { } alike)
        {
            findings.Add(alike.DistinctNeurons == 1
                ? (Said)$"After training from equal weights, the first hidden layer has 1 different neuron."
                : $"After training from equal weights, the first hidden layer has {alike.DistinctNeurons} different neurons.");
        }

        return new ExperimentReport(findings, new ExperimentTable(
            [$"weights", $"spread, first hidden", $"spread, last hidden", $"error δ, first hidden", $"different neurons", $"train cost", $"test accuracy"],
            [.. Runs.Select(run => (Said[])
            [
                run.Learning.Label, $"{Words.Number(run.ActivationSpread[0])}", $"{Words.Number(run.LastHidden)}", $"{Words.Number(run.ErrorSize[0])}",
                $"{Words.Count(run.DistinctNeurons)}", $"{Words.Number(run.Learning.Curve.End.TrainCost)}",
                $"{run.Learning.TestAccuracy}",
            ])]))
        {
            Charts =
            [
                Plot.Curves(
                    "Learning from different starts", new Axis("epoch"), new Axis("training cost", IsLogarithmic: true),
                    Runs.Select(run => run.Learning), point => point.Epoch, point => point.TrainCost),
                Layers("Spread of the activations before training", "standard deviation", run => run.ActivationSpread),
                Layers("Size of the errors before training", "root mean square of δ", run => run.ErrorSize),
            ],
        };
    }

    private Chart Layers(string title, string label, Func<InitializationRun, IReadOnlyList<double>> values) =>
        new(title, Plot.HiddenLayers(Runs[0].ActivationSpread.Count - 1), new Axis(label, IsLogarithmic: true))
        {
            Subtitle = $"{Activation} in the hidden layers",

            // From equal weights the errors are next to nothing, and would leave no room for the others.
            Series =
            [
                .. Runs.Where(run => run.Scale != 0).Select(run => new Series(
                    run.Learning.Name.ToString(), [.. values(run).SkipLast(1).Select((_, l) => (double)l)], [.. values(run).SkipLast(1)], SeriesStyle.Path)),
            ],
        };
}

/// <summary>Training from one kind of start.</summary>
public sealed record InitializationRun
{
    /// <summary>What the usual weights were multiplied by; 0 stands for equal weights.</summary>
    public required double Scale { get; init; }

    /// <summary>The standard deviation of the activations before training, layer by layer, over neurons and 100 examples.</summary>
    public required IReadOnlyList<double> ActivationSpread { get; init; }

    /// <summary>The size of the errors before training, layer by layer: <c>√(mean of δ²)</c> over neurons and 100 examples.</summary>
    public required IReadOnlyList<double> ErrorSize { get; init; }

    /// <summary>Neurons of the first hidden layer whose weights differ from all others', after the training from the last seed.</summary>
    public required int DistinctNeurons { get; init; }

    /// <summary>How it learned.</summary>
    public required LearningRun Learning { get; init; }

    internal double LastHidden => ActivationSpread[^2];
}
