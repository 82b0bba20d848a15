using System.Text.Json.Serialization;

namespace Nabla.Cli;

/// <summary>What <c>predict --json</c> prints for an image.</summary>
internal sealed record PredictResult
{
    public required string Input { get; init; }

    /// <summary>The class; null for regression, and where an output is not a number, so that there is no answer.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int? Prediction { get; init; }

    /// <summary>What the class is called, where it has a name.</summary>
    public string? Class { get; init; }

    /// <summary>The activation of the class's output; null where there is no class.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public double? Confidence { get; init; }

    /// <summary>For regression: the answer, in the unit of the target column; null where it is not a finite number.</summary>
    public double? Value { get; init; }

    public required IReadOnlyList<float> Outputs { get; init; }

    /// <summary>Where the digit was found in the picture; null where the picture was taken as it is.</summary>
    public DigitBox? Box { get; init; }

    /// <summary>What all digits say, in the order in which they are read, such as 504192; null where there is one.</summary>
    public string? Read { get; init; }

    /// <summary>The digits of a picture with several, in the order in which they are read; the other fields are those of the largest.</summary>
    public IReadOnlyList<PredictResult>? Digits { get; init; }

    /// <summary>What it is, where that is known.</summary>
    public int? Label { get; init; }

    /// <summary>What each output is called, to show.</summary>
    [JsonIgnore]
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>What the outputs are, to show.</summary>
    [JsonIgnore]
    public Activation Of { get; init; } = Activation.Sigmoid;

    /// <summary>How sure it is; null where there is no class.</summary>
    [JsonIgnore]
    public string? Sureness => Confidence is { } sure ? Format.Sureness(sure, Of) : null;

    /// <summary>What it is seen as.</summary>
    [JsonIgnore]
    public string Answer => this switch
    {
        { Value: { } value } when double.IsFinite(value) => Format.Number(value),
        { Prediction: { } seen } => Class is { } name ? Printable.Name(name) : $"{seen}",
        _ => "no answer: its outputs are not numbers",
    };
}
