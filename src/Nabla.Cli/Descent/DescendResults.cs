namespace Nabla.Cli;

/// <summary>What <c>descend --json</c> prints of a function.</summary>
internal sealed record DescendResult
{
    public required string Function { get; init; }

    public required string Formula { get; init; }

    /// <summary>The formulas of the partial derivatives.</summary>
    public required IReadOnlyList<string> Gradient { get; init; }

    public required IReadOnlyList<string> Variables { get; init; }

    /// <summary>A descent from each start.</summary>
    public required IReadOnlyList<DescentResult> Descents { get; init; }

    public Basins? Basins { get; init; }

    public string? Picture { get; init; }
}

/// <summary>What <c>descend --list --json</c> prints of each function.</summary>
internal sealed record ObjectiveEntry(
    string Name, Said? Summary, string Formula, IReadOnlyList<string> Gradient, IReadOnlyList<string> Variables,
    IReadOnlyList<double> Start, double? LearningRate, IReadOnlyList<MinimumPoint> Minima);

/// <summary>What <c>descend --model --json</c> prints.</summary>
internal sealed record SliceResult
{
    public required string Model { get; init; }

    public required string Data { get; init; }

    public required CostSlice Slice { get; init; }

    public string? Picture { get; init; }
}
