namespace Nabla.Cli;

/// <summary>What <c>gradcheck --json</c> prints of a model.</summary>
internal sealed record GradcheckResult
{
    public required string Model { get; init; }

    public required string Data { get; init; }

    public required string Split { get; init; }

    public required string CostFunction { get; init; }

    public required int Parameters { get; init; }

    public required int Examples { get; init; }

    public required double WorstRelativeError { get; init; }

    public required double Tolerance { get; init; }

    public required bool Agrees { get; init; }

    public required double Seconds { get; init; }

    /// <summary>The parameter where the two agree least, by backpropagation and by finite differences.</summary>
    public required Parameter Worst { get; init; }

    public required double Computed { get; init; }

    public required double Measured { get; init; }

    public required IReadOnlyList<LayerCheck> Layers { get; init; }
}
