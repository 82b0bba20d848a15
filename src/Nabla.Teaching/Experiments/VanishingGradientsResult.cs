using Nabla.Charts;

namespace Nabla.Experiments;

/// <summary>What <see cref="VanishingGradientsExperiment"/> measured.</summary>
/// <param name="Kinds">The gradients for each activation.</param>
public sealed record VanishingGradientsResult(IReadOnlyList<GradientSizes> Kinds) : ExperimentResult
{
    /// <inheritdoc/>
    public override ExperimentReport Report()
    {
        int layers = Kinds[0].ErrorSize.Count;
        var findings = Kinds.Select(kind => (Said)(
            $"{kind.Activation}: from the output to the first hidden layer the error goes from {Words.Number(kind.ErrorSize[^1])} "
            + $"to {Words.Number(kind.ErrorSize[0])}, {Words.Number(kind.Factor)} times for each hidden layer; "
            + $"the mean σ′ is {Words.Number(kind.MeanSlope.Average())}.")).ToList();
        var x = Enumerable.Range(0, layers).Select(l => (double)l).ToList();
        var axis = new Axis("layer") { Categories = [.. Enumerable.Range(1, layers - 1).Select(l => $"{l}"), "output"] };
        return new ExperimentReport(findings, new ExperimentTable(
            [$"layer", .. Kinds.Select(kind => (Said)$"δ, {kind.Activation}"), .. Kinds.Select(kind => (Said)$"∂C/∂w, {kind.Activation}")],
            [.. Enumerable.Range(0, layers).Select(l => (Said[])
            [
                l == layers - 1 ? (Said)$"{l + 1} (output)" : $"{l + 1}",
                .. Kinds.Select(kind => (Said)$"{Words.Number(kind.ErrorSize[l])}"), .. Kinds.Select(kind => (Said)$"{Words.Number(kind.WeightGradientSize[l])}"),
            ])]))
        {
            Charts =
            [
                new Chart("Errors on their way back", axis, new Axis("root mean square of δ", IsLogarithmic: true))
                {
                    Subtitle = "before training",
                    Series =
                    [
                        .. Kinds.Select(kind => new Series(kind.Activation, x, kind.ErrorSize, SeriesStyle.Path)),
                        new Series(
                            "1/4 for each layer", x, [.. x.Select(l => Kinds[0].ErrorSize[^1] * Math.Pow(0.25, layers - 1 - l))], SeriesStyle.Dashed),
                    ],
                },
                new Chart("Gradients of the weights", axis, new Axis("root mean square of ∂C/∂w", IsLogarithmic: true))
                {
                    Series = [.. Kinds.Select(kind => new Series(kind.Activation, x, kind.WeightGradientSize, SeriesStyle.Path))],
                },
            ],
        };
    }
}

/// <summary>How large gradients are before training, layer by layer, the first hidden layer first.</summary>
/// <param name="Activation">The activation of the hidden layers; the outputs are softmax, with cross-entropy.</param>
/// <param name="Initializer">How the weights were chosen.</param>
/// <param name="ErrorSize"><c>√(mean of δ_j²)</c> over the neurons of a layer and the examples.</param>
/// <param name="WeightGradientSize"><c>√(mean of (∂C/∂w_jk)²)</c> over the weights of a layer and the examples.</param>
/// <param name="MeanSlope">The mean of <c>σ′(z_j)</c>, hidden layer by hidden layer.</param>
public sealed record GradientSizes(
    string Activation, string Initializer, IReadOnlyList<double> ErrorSize, IReadOnlyList<double> WeightGradientSize, IReadOnlyList<double> MeanSlope)
{
    /// <summary>What the error is multiplied by on its way back through one hidden layer: the geometric mean.</summary>
    internal double Factor => Math.Pow(ErrorSize[0] / ErrorSize[^1], 1.0 / (ErrorSize.Count - 1));
}
