namespace Nabla.Cli;

/// <summary>What <c>explain --json</c> prints of one example; what was not asked for is left out.</summary>
internal sealed record ExplainResult
{
    public required string Model { get; init; }

    /// <summary>The step of the run after which it was looked at; absent where that was the last.</summary>
    public long? Step { get; init; }

    public required string Input { get; init; }

    /// <summary>Absent, as the prediction, where the targets are numbers.</summary>
    public int? Label { get; init; }

    public int? Prediction { get; init; }

    /// <summary>The cost of the example: the sum over the outputs.</summary>
    public required double Cost { get; init; }

    /// <summary>The same as a mean over the outputs.</summary>
    public required double MeanCost { get; init; }

    public required string CostFunction { get; init; }

    /// <summary>Number of neurons of each layer, the input first.</summary>
    public required IReadOnlyList<int> Sizes { get; init; }

    public IReadOnlyList<DesiredChange>? DesiredChanges { get; init; }

    public IReadOnlyList<LayerValues>? Layers { get; init; }

    public IReadOnlyList<Wish>? Wishes { get; init; }

    public ThreeAvenues? Avenues { get; init; }

    public ChainOfFactors? Chain { get; init; }

    public IReadOnlyList<Equation>? Forward { get; init; }

    public IReadOnlyList<Equation>? Equations { get; init; }

    public BackwardNetwork? Backward { get; init; }

    public IReadOnlyList<SensitiveParameter>? Gradient { get; init; }
}

/// <summary>What <c>explain --examples --json</c> prints.</summary>
internal sealed record AveragingResult(string Model, long? Step, string Data, string Split, string CostFunction, AveragingTable Table);
