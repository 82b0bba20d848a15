using Nabla.Charts;

namespace Nabla.Experiments;

/// <summary>What <see cref="ActivationsExperiment"/> measured.</summary>
/// <param name="Flat">The |σ′| below which a curve is called flat.</param>
/// <param name="Curves">A curve for each activation function.</param>
public sealed record ActivationsResult(double Flat, IReadOnlyList<ActivationCurve> Curves) : ExperimentResult
{
    // The straight part of a rectifier has no end, and would leave no room for the bends.
    private const double Lowest = -1.5, Highest = 3;

    /// <inheritdoc/>
    public override ExperimentReport Report() => new(
        [.. Curves.Select(curve => (Said)$"{curve.Activation}: σ′ is at most {Words.Number(curve.LargestSlope)}; {Where(curve)}.")],
        new ExperimentTable(
            [$"activation", $"least a", $"most a", $"largest σ′", $"flat below z =", $"flat above z ="],
            [.. Curves.Select(curve => (Said[])
            [
                $"{curve.Activation}", Cell(curve.Least), Cell(curve.Most), $"{Words.Number(curve.LargestSlope)}", Cell(curve.FlatBelow), Cell(curve.FlatAbove),
            ])]))
    {
        Charts =
        [
            new Chart("Activation functions", new Axis("z"), new Axis("a = σ(z)") { Minimum = Lowest, Maximum = Highest })
            {
                Series = [.. Curves.Select(curve => new Series(curve.Activation, curve.Z, curve.A))],
            },
            new Chart("Their slopes", new Axis("z"), new Axis("σ′(z)"))
            {
                Series = [.. Curves.Select(curve => new Series(curve.Activation, curve.Z, curve.Slope))],
            },
        ],
    };

    private Said Where(ActivationCurve curve) => (curve.FlatBelow, curve.FlatAbove) switch
    {
        ({ } below, { } above) => $"it is less than {Words.Given(Flat)} below z = {Words.Number(below)} and above z = {Words.Number(above)}, where the neuron is saturated",
        ({ } below, null) => $"it is less than {Words.Given(Flat)} below z = {Words.Number(below)} alone, where the neuron is saturated",
        (null, { } above) => $"it is less than {Words.Given(Flat)} above z = {Words.Number(above)} alone, where the neuron is saturated",
        _ => $"at neither end is it less than {Words.Given(Flat)}",
    };

    private static Said Cell(double? number) => $"{(number is { } x ? Words.Number(x) : "-")}";
}

/// <summary>An activation function, drawn.</summary>
public sealed record ActivationCurve
{
    /// <summary>Its name.</summary>
    public required string Activation { get; init; }

    /// <summary>The least that an activation can be or come near; null where there is no such bound.</summary>
    public required double? Least { get; init; }

    /// <summary>The most; null where there is no such bound.</summary>
    public required double? Most { get; init; }

    /// <summary>The largest σ′(z).</summary>
    public required double LargestSlope { get; init; }

    /// <summary>The z below which |σ′| stays under the bound; null where it does not.</summary>
    public required double? FlatBelow { get; init; }

    /// <summary>The z above which |σ′| stays under the bound; null where it does not.</summary>
    public required double? FlatAbove { get; init; }

    /// <summary>Weighted sums z.</summary>
    public required IReadOnlyList<double> Z { get; init; }

    /// <summary><c>a = σ(z)</c> there.</summary>
    public required IReadOnlyList<double> A { get; init; }

    /// <summary><c>σ′(z)</c> there.</summary>
    public required IReadOnlyList<double> Slope { get; init; }
}
