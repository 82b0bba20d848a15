namespace Nabla.Charts;

/// <summary>
/// A chart as plain data: what is drawn, not how. <see cref="Figure"/> turns it into SVG or PNG, the command into characters too, and
/// the page draws it itself.
/// </summary>
/// <param name="Title">What it shows, in a few words.</param>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis.</param>
public sealed record Chart(string Title, Axis X, Axis Y)
{
    /// <summary>The curves, points and bars, drawn in this order; each has a place in the legend.</summary>
    public IReadOnlyList<Series> Series { get; init; } = [];

    /// <summary>A function of x and y behind the curves, as shades and contours; none where null.</summary>
    public HeightMap? Heights { get; init; }

    /// <summary>Single points with a word beside each, such as the minima.</summary>
    public IReadOnlyList<ChartMark> Marks { get; init; } = [];

    /// <summary>A line below the title: the setting, in small type.</summary>
    public string? Subtitle { get; init; }
}
