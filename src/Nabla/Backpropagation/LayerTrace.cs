using System.Numerics;

namespace Nabla;

/// <summary>What one layer did with one example, forward and backward.</summary>
/// <typeparam name="T">The number type it was computed in.</typeparam>
public sealed record LayerTrace<T>
    where T : IFloatingPointIeee754<T>
{
    /// <summary>The activations of the layer before, <c>a^{l−1}</c>, one an input.</summary>
    public required T[] Input { get; init; }

    /// <summary>The weighted sums, <c>z_j = Σ_k w_jk·a_k + b_j</c>.</summary>
    public required T[] Z { get; init; }

    /// <summary>The activations, <c>a = σ(z)</c>.</summary>
    public required T[] A { get; init; }

    /// <summary>The steepness of each neuron's activation, <c>σ′(z_j)</c>; for softmax, <c>∂a_j/∂z_j</c>.</summary>
    public required T[] Slope { get; init; }

    /// <summary>What each activation means to the cost, <c>∂C/∂a_j</c>.</summary>
    public required T[] DCdA { get; init; }

    /// <summary>The error of each neuron, <c>δ_j = ∂C/∂z_j</c>.</summary>
    public required T[] Delta { get; init; }

    /// <summary>The derivatives by the weights, <c>∂C/∂w_jk = a_k·δ_j</c>, at <c>[j, k]</c>.</summary>
    public required T[,] DCdW { get; init; }

    /// <summary>The derivatives by the biases, <c>∂C/∂b_j = δ_j</c>.</summary>
    public required T[] DCdB { get; init; }
}
