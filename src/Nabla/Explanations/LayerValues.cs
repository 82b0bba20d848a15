namespace Nabla;

/// <summary>What one layer did with one example, forward and backward; each list has a number a neuron.</summary>
public sealed record LayerValues
{
    /// <summary>The layer, from 1.</summary>
    public required int Layer { get; init; }

    /// <summary>The name of its activation function σ.</summary>
    public required string Activation { get; init; }

    /// <summary>The weighted sums, <c>z_j = Σ_k w_jk·a_k + b_j</c>.</summary>
    public required IReadOnlyList<double> Z { get; init; }

    /// <summary>The activations, <c>a = σ(z)</c>.</summary>
    public required IReadOnlyList<double> A { get; init; }

    /// <summary>The steepness of each neuron's activation, <c>σ′(z_j)</c>; for softmax, <c>∂a_j/∂z_j</c>.</summary>
    public required IReadOnlyList<double> Slope { get; init; }

    /// <summary>What each activation means to the cost, <c>∂C/∂a_j</c>; null where it is infinite.</summary>
    public required IReadOnlyList<double?> DCdA { get; init; }

    /// <summary>The error of each neuron, <c>δ_j = ∂C/∂z_j</c>.</summary>
    public required IReadOnlyList<double> Delta { get; init; }
}
