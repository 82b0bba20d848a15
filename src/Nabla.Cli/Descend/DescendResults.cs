namespace Nabla.Cli;

/// <summary>What <c>descend --json</c> prints of a function.</summary>
/// <param name="Function">Its name.</param>
/// <param name="Formula">Its formula.</param>
/// <param name="Gradient">The formulas of the partial derivatives.</param>
/// <param name="Variables">What it is a function of.</param>
/// <param name="Descents">A descent from each start.</param>
/// <param name="Basins">Which start leads where; null where that was not asked for.</param>
/// <param name="Picture">The file of the picture; null where there is none.</param>
internal sealed record DescendResult(
    string Function, string Formula, IReadOnlyList<string> Gradient, IReadOnlyList<string> Variables, IReadOnlyList<DescentResult> Descents,
    Basins? Basins, string? Picture);

/// <summary>What <c>descend --list --json</c> prints of each function.</summary>
internal sealed record ObjectiveEntry(
    string Name, Said? Summary, string Formula, IReadOnlyList<string> Gradient, IReadOnlyList<string> Variables,
    IReadOnlyList<double> Start, double? LearningRate, IReadOnlyList<MinimumPoint> Minima);

/// <summary>What <c>descend --model --json</c> prints.</summary>
internal sealed record SliceResult(string Model, string Data, CostSlice Slice, string? Picture);
