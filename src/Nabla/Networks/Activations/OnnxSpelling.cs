namespace Nabla;

/// <summary>How an activation function is written in ONNX (onnx.ai/onnx/operators).</summary>
/// <param name="Operator">The operator that it is; read always, and written where there are no steps.</param>
internal sealed record OnnxSpelling(string Operator)
{
    /// <summary>The attributes that make the operator this function.</summary>
    public IReadOnlyList<OnnxParameter> Parameters { get; init; } = [];

    /// <summary>Older operators that come to the same, one after the other; written where the operator is newer than the files are.</summary>
    public IReadOnlyList<OnnxStep> Steps { get; init; } = [];
}

/// <summary>An attribute of an operator.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">What it must be.</param>
/// <param name="Usual">What it is where a file does not say.</param>
internal readonly record struct OnnxParameter(string Name, float Value, float Usual);

/// <summary>An operator on what the step before made, the first on the sums z.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Output">A name for what it makes.</param>
/// <param name="Operand">Its second operand: <see cref="Sums"/>, or a name for <paramref name="Number"/>; null where it has none.</param>
/// <param name="Number">The number, where the second operand is one.</param>
internal sealed record OnnxStep(string Operator, string Output, string? Operand = null, float Number = 0)
{
    /// <summary>The weighted sums z themselves.</summary>
    public const string Sums = "z";
}
