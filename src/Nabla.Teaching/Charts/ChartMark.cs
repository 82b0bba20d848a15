namespace Nabla.Charts;

/// <summary>A point of a <see cref="Chart"/> with a word beside it.</summary>
/// <param name="X">Horizontal value.</param>
/// <param name="Y">Vertical value.</param>
/// <param name="Text">The word.</param>
public sealed record ChartMark(double X, double Y, string Text);
