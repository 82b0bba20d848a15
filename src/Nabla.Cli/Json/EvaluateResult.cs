namespace Nabla.Cli;

/// <summary>What <c>evaluate --json</c> prints.</summary>
internal sealed record EvaluateResult
{
    public required string Model { get; init; }

    public required string Data { get; init; }

    public required string Split { get; init; }

    public required int Examples { get; init; }

    public required int Correct { get; init; }

    public required double Accuracy { get; init; }

    public required double Cost { get; init; }

    public required string CostFunction { get; init; }

    /// <summary>How often a class (row) was taken for a class (column).</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Confusion { get; init; }

    /// <summary>Accuracy within each class; null where the class has no example.</summary>
    public required IReadOnlyList<double?> ClassAccuracy { get; init; }

    /// <summary>The misread examples, the most confident first; at most 20.</summary>
    public required IReadOnlyList<Mistake> WorstMistakes { get; init; }
}

/// <summary>An example that was misread.</summary>
internal sealed record Mistake(int Example, int Label, int Prediction, double Confidence);
