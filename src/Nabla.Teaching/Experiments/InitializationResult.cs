using Nabla.Charts;

namespace Nabla.Experiments;

/// <summary>What <see cref="InitializationExperiment"/> measured.</summary>
/// <param name="Activation">The activation of the hidden layers.</param>
/// <param name="Runs">A run for each scale.</param>
public sealed record InitializationResult(string Activation, IReadOnlyList<InitializationRun> Runs) : ExperimentResult
{
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
/// <param name="Scale">What the usual weights were multiplied by; 0 stands for equal weights.</param>
/// <param name="ActivationSpread">The standard deviation of the activations before training, layer by layer, over neurons and 100 examples.</param>
/// <param name="ErrorSize">The size of the errors before training, layer by layer: <c>√(mean of δ²)</c> over neurons and 100 examples.</param>
/// <param name="DistinctNeurons">Neurons of the first hidden layer whose weights differ from all others', after the training from the last seed.</param>
/// <param name="Learning">How it learned.</param>
public sealed record InitializationRun(
    double Scale, IReadOnlyList<double> ActivationSpread, IReadOnlyList<double> ErrorSize, int DistinctNeurons, LearningRun Learning)
{
    internal double LastHidden => ActivationSpread[^2];
}
