namespace Nabla.Charts;

/// <summary>An axis of a <see cref="Chart"/>.</summary>
/// <param name="Label">What is measured along it, with its unit.</param>
/// <param name="IsLogarithmic">Whether equal distances are equal ratios; values that are not above zero are then left out.</param>
public sealed record Axis(string Label, bool IsLogarithmic = false)
{
    /// <summary>The lowest value shown; found from the data where null.</summary>
    public double? Minimum { get; init; }

    /// <summary>The highest value shown; found from the data where null.</summary>
    public double? Maximum { get; init; }

    /// <summary>Names of the places 0, 1, 2, …; numbers where null.</summary>
    public IReadOnlyList<string>? Categories { get; init; }
}
