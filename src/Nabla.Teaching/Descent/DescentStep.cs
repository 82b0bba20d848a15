namespace Nabla.Descent;

/// <summary>A point on the way down, and the step from there.</summary>
public sealed record DescentStep
{
    /// <summary>Steps before it.</summary>
    public required int Step { get; init; }

    /// <summary>Where it is, a value for each variable.</summary>
    public required IReadOnlyList<double> Position { get; init; }

    /// <summary>How high it is.</summary>
    public required double Value { get; init; }

    /// <summary>The gradient <c>∇f</c>; the steepest way down is against it.</summary>
    public required IReadOnlyList<double> Gradient { get; init; }

    /// <summary>The gradient's length: how steep it is.</summary>
    public double Slope => Length(Gradient);

    /// <summary>
    /// The relative importance of the variables, <c>|gᵢ|/Σ|g|</c>: how much moving each one matters beside the others. Null
    /// where there is no slope.
    /// </summary>
    public IReadOnlyList<double>? Importance =>
        Gradient.Sum(Math.Abs) is > 0 and var sum && double.IsFinite(sum) ? [.. Gradient.Select(part => Math.Abs(part) / sum)] : null;

    /// <summary>The length of the step from here; null at the end.</summary>
    public double? Move { get; init; }

    // Without squares, which would overflow long before the length does.
    internal static double Length(IEnumerable<double> vector) => vector.Aggregate(0.0, double.Hypot);
}
