using System.Text.Json.Serialization;

namespace Nabla.Cli;

/// <summary>What <c>predict --json</c> prints for an image.</summary>
internal sealed record PredictResult
{
    public required string Input { get; init; }

    /// <summary>The class; absent for regression.</summary>
    public int? Prediction { get; init; }

    /// <summary>What the class is called, where it has a name.</summary>
    public string? Class { get; init; }

    public double? Confidence { get; init; }

    /// <summary>For regression: the answer, in the unit of the target column.</summary>
    public double? Value { get; init; }

    public required IReadOnlyList<float> Outputs { get; init; }

    /// <summary>What it is, where that is known.</summary>
    public int? Label { get; init; }

    /// <summary>What each output is called, to show.</summary>
    [JsonIgnore]
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>What it is seen as.</summary>
    [JsonIgnore]
    public string Answer => Value is { } value ? Format.Number(value) : Class ?? $"{Prediction}";
}
