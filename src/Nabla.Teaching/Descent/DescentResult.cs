namespace Nabla.Descent;

/// <summary>A descent: every step, why it ended, and what it reached.</summary>
public sealed record DescentResult
{
    /// <summary>The function's name, or its formula.</summary>
    public required string Function { get; init; }

    /// <summary>Its formula.</summary>
    public required string Formula { get; init; }

    /// <summary>The names of its variables.</summary>
    public required IReadOnlyList<string> Variables { get; init; }

    /// <summary>How it was descended.</summary>
    public required DescentOptions Options { get; init; }

    /// <summary>Every point on the way, the start first.</summary>
    public required IReadOnlyList<DescentStep> Steps { get; init; }

    /// <summary>Why it ended.</summary>
    public required DescentEnd End { get; init; }

    /// <summary>The minimum that it reached, or went to and fro around; null where that is none.</summary>
    public MinimumPoint? Reached { get; init; }

    /// <summary>The minima in the shown part, the lowest first, and <see cref="Reached"/>.</summary>
    public required IReadOnlyList<MinimumPoint> Minima { get; init; }

    /// <summary>
    /// The learning rate from which on it cannot settle, <c>2(1+μ)/λ</c>: λ is the curvature where it is largest, at the
    /// reached minimum, otherwise at the start. Null where there is no curvature.
    /// </summary>
    public double? LearningRateLimit { get; init; }

    /// <summary>Whether the function is quadratic, so that <see cref="LearningRateLimit"/> is the same everywhere.</summary>
    public required bool IsQuadratic { get; init; }

    /// <summary>Why it ended, what it reached, and what to try.</summary>
    public Said Verdict() => DescentVerdict.Of(this);
}
