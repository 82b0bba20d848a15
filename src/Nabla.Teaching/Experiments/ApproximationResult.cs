using Nabla.Charts;

namespace Nabla.Experiments;

/// <summary>What <see cref="ApproximationExperiment"/> measured.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="Activation">The activation of the hidden layer.</param>
/// <param name="X">Where the function is fitted.</param>
/// <param name="Y">The function there.</param>
/// <param name="Fits">A fit for each width.</param>
public sealed record ApproximationResult(
    string Function, string Activation, IReadOnlyList<double> X, IReadOnlyList<double> Y, IReadOnlyList<Approximation> Fits) : ExperimentResult
{
    /// <inheritdoc/>
    public override ExperimentReport Report()
    {
        double height = Spread.Of(Y).Deviation;
        var (narrow, wide, best) = (Fits.MinBy(fit => fit.Width)!, Fits.MaxBy(fit => fit.Width)!, Fits.MinBy(fit => fit.Error.Least)!);
        Said[] findings =
        [
            $"With {Neurons(narrow.Width)} the {Function} is missed by {Words.Number(narrow.Error.Mean)} (root mean square), "
                + $"with {Neurons(wide.Width)} by {Words.Number(wide.Error.Mean)}; it deviates from its mean by {Words.Number(height)}.",
            $"The nearest fit has {Neurons(best.Width)}: {Words.Number(best.Error.Least)}.",
        ];
        return new ExperimentReport(findings, new ExperimentTable(
            [$"neurons", $"parameters", $"error", $"of the function's height"],
            [.. Fits.Select(fit => (Said[])
            [
                $"{Words.Count(fit.Width)}", $"{Words.Count(3 * fit.Width + 1)}", $"{fit.Error.Say(Words.Number)}", $"{Words.Percent(fit.Error.Mean / height)}",
            ])]))
        {
            Charts =
            [
                new Chart($"Fitting a {Function} with one hidden layer", new Axis("x"), new Axis("y"))
                {
                    Subtitle = $"{Activation} in the hidden layer",
                    Series = [new Series("function", X, Y, SeriesStyle.Dashed), .. Shown().Select(fit => new Series(Neurons(fit.Width).ToString(), X, fit.Y))],
                },
                new Chart("Error by width", new Axis("neurons", IsLogarithmic: true), new Axis("root mean square error", IsLogarithmic: true))
                {
                    Series =
                    [
                        new Series("error", [.. Fits.Select(fit => (double)fit.Width)], [.. Fits.Select(fit => fit.Error.Mean)], SeriesStyle.Path),
                    ],
                },
            ],
        };
    }

    // More curves than four on top of each other cannot be told apart.
    private IEnumerable<Approximation> Shown() => Fits.Count <= 4 ? Fits : [Fits[0], Fits[Fits.Count / 3], Fits[2 * Fits.Count / 3], Fits[^1]];

    private static Said Neurons(int count) => count == 1 ? (Said)$"1 neuron" : $"{Words.Count(count)} neurons";
}

/// <summary>A function fitted with a hidden layer of one width.</summary>
/// <param name="Width">Neurons in the hidden layer.</param>
/// <param name="Y">The nearest fit among the seeds, at the places of <see cref="ApproximationResult.X"/>.</param>
/// <param name="Error">The error over the seeds: <c>√(mean of (a−y)²)</c>.</param>
public sealed record Approximation(int Width, IReadOnlyList<double> Y, Spread Error);
