namespace Nabla.Charts;

/// <summary>The values of a function of two variables on a grid.</summary>
/// <param name="X">The columns' horizontal values, ascending.</param>
/// <param name="Y">The rows' vertical values, ascending.</param>
/// <param name="Values">The values, row after row: of column i and row j at <c>j·X.Count + i</c>.</param>
public sealed record HeightMap(IReadOnlyList<double> X, IReadOnlyList<double> Y, IReadOnlyList<double> Values)
{
    /// <summary>What is measured, beside the scale of shades.</summary>
    public string Label { get; init; } = "";

    /// <summary>What the shades say: from least to most, or sign and size about zero.</summary>
    public PaletteKind Kind { get; init; } = PaletteKind.Sequential;

    /// <summary>The values at the ends of the scale of shades: the least and the largest, or alike on both sides of zero.</summary>
    public (double Minimum, double Maximum) Range() => Palette.Range(Kind, Values);
}
