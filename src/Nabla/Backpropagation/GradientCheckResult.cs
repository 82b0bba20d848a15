namespace Nabla;

/// <summary>How well backpropagation and finite differences agree, and where they agree least.</summary>
public sealed record GradientCheckResult
{
    /// <summary>Number of parameters compared.</summary>
    public required int Parameters { get; init; }

    /// <summary>Number of examples whose mean cost was differentiated.</summary>
    public required int Examples { get; init; }

    /// <summary>The largest relative difference that counts as agreement.</summary>
    public required double Tolerance { get; init; }

    /// <summary>Whether no parameter's derivatives differ by more than the tolerance.</summary>
    public bool Agrees => WorstRelativeError <= Tolerance;

    /// <summary>
    /// Whether all derivatives are so near 0 that they would agree with 0 too: then their agreement says nothing, as of a network whose σ′ are all 0.
    /// </summary>
    public bool ChecksNothing => Agrees && Layers.All(layer => layer.ChecksNothing);

    /// <summary>The largest relative difference between a computed and a measured derivative.</summary>
    public double WorstRelativeError { get; init; }

    /// <summary>The parameter of that difference.</summary>
    public Parameter Worst { get; init; }

    /// <summary>Its derivative by backpropagation.</summary>
    public double Computed { get; init; }

    /// <summary>Its derivative by finite differences.</summary>
    public double Measured { get; init; }

    /// <summary>The layers, from the first hidden one to the output.</summary>
    public IReadOnlyList<LayerCheck> Layers { get; init; } = [];
}

/// <summary>How well the two agree in one layer.</summary>
/// <param name="Layer">The layer, from 1.</param>
/// <param name="Parameters">Its number of weights and biases.</param>
/// <param name="WorstRelativeError">The largest relative difference.</param>
/// <param name="LargestDerivative">The largest <c>|∂C/∂θ|</c> of its parameters, by backpropagation.</param>
public sealed record LayerCheck(int Layer, int Parameters, double WorstRelativeError, double LargestDerivative)
{
    /// <summary>Whether its derivatives are so near 0 that they would agree with 0 too.</summary>
    public bool ChecksNothing { get; init; }
}
