namespace Nabla.Cli;

/// <summary>What <c>predict --json</c> prints for an image.</summary>
internal sealed record PredictResult
{
    public required string Input { get; init; }

    public required int Prediction { get; init; }

    public required double Confidence { get; init; }

    public required IReadOnlyList<float> Outputs { get; init; }

    /// <summary>What it is, where that is known.</summary>
    public int? Label { get; init; }
}
