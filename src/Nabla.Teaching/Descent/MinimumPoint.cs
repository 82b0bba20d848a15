namespace Nabla.Descent;

/// <summary>A minimum of a function.</summary>
/// <param name="Position">Where it is, a value for each variable.</param>
/// <param name="Value">How low it is.</param>
/// <param name="IsGlobal">Whether nothing in the shown part is lower; otherwise it is only a local minimum.</param>
/// <param name="FoundNumerically">Whether a search found it; otherwise it is known in closed form.</param>
public sealed record MinimumPoint(IReadOnlyList<double> Position, double Value, bool IsGlobal, bool FoundNumerically);
