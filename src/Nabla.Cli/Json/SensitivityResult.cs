namespace Nabla.Cli;

/// <summary>What <c>sensitivity --json</c> prints.</summary>
internal sealed record SensitivityResult
{
    public required string Model { get; init; }

    public required string Data { get; init; }

    public required string Split { get; init; }

    public required string CostFunction { get; init; }

    public required Sensitivity Sensitivity { get; init; }
}
