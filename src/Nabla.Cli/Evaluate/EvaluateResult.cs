using System.Text.Json.Serialization;

namespace Nabla.Cli;

/// <summary>What <c>evaluate --json</c> prints.</summary>
internal sealed record EvaluateResult
{
    public required string Model { get; init; }

    public required string Data { get; init; }

    public required string Split { get; init; }

    public required int Examples { get; init; }

    public int? Correct { get; init; }

    /// <summary>Examples for which an output is not a number, so that nothing was seen in them.</summary>
    public int? Unanswered { get; init; }

    /// <summary>This and all that counts classes are absent for regression.</summary>
    public double? Accuracy { get; init; }

    /// <summary>At k − 1: the part of the examples whose class is among the k largest outputs.</summary>
    public IReadOnlyList<double>? TopAccuracy { get; init; }

    public double? MacroPrecision { get; init; }

    public double? MacroRecall { get; init; }

    public double? MacroF1 { get; init; }

    public double? MacroAuc { get; init; }

    /// <summary>For regression, in the unit of the target column.</summary>
    [JsonPropertyName("mse")]
    public double? MeanSquaredError { get; init; }

    [JsonPropertyName("rmse")]
    public double? RootMeanSquaredError { get; init; }

    [JsonPropertyName("mae")]
    public double? MeanAbsoluteError { get; init; }

    [JsonPropertyName("r2")]
    public double? RSquared { get; init; }

    /// <summary>The mean over the examples.</summary>
    public required double Cost { get; init; }

    /// <summary>The sum over the examples, which some notes call the total loss.</summary>
    public required double TotalCost { get; init; }

    public required string CostFunction { get; init; }

    /// <summary>How often a class (row) was taken for a class (column); absent with more than 1,000 classes.</summary>
    public IReadOnlyList<IReadOnlyList<int>>? Confusion { get; init; }

    /// <summary>With more than 1,000 classes: how often a class was taken for a class, where that happened.</summary>
    public IReadOnlyList<ConfusedPair>? Confusions { get; init; }

    /// <summary>Accuracy within each class; null where the class has no example.</summary>
    public IReadOnlyList<double?>? ClassAccuracy { get; init; }

    /// <summary>What the classes are called, where they have names.</summary>
    public IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>Precision, recall, F1 and area under the curve of each class.</summary>
    public IReadOnlyList<ClassReport>? Classes { get; init; }

    /// <summary>The misread examples, the most confident first; at most 20.</summary>
    public IReadOnlyList<Mistake>? WorstMistakes { get; init; }
}

/// <summary>How often a class was taken for a class.</summary>
internal sealed record ConfusedPair(int Label, int Prediction, int Count);

/// <summary>An example that was misread.</summary>
internal sealed record Mistake(int Example, int Label, int Prediction, double Confidence);
