namespace Nabla.Explanations;

/// <summary>What one layer did with one example, forward and backward; each list has a number a neuron.</summary>
/// <param name="Layer">The layer, from 1.</param>
/// <param name="Activation">The name of its activation function σ.</param>
/// <param name="Z">The weighted sums, <c>z_j = Σ_k w_jk·a_k + b_j</c>.</param>
/// <param name="A">The activations, <c>a = σ(z)</c>.</param>
/// <param name="Slope">The steepness of each neuron's activation, <c>σ′(z_j)</c>; for softmax, <c>∂a_j/∂z_j</c>.</param>
/// <param name="DCdA">What each activation means to the cost, <c>∂C/∂a_j</c>; null where it is infinite.</param>
/// <param name="Delta">The error of each neuron, <c>δ_j = ∂C/∂z_j</c>.</param>
public sealed record LayerValues(
    int Layer, string Activation, IReadOnlyList<double> Z, IReadOnlyList<double> A, IReadOnlyList<double> Slope, IReadOnlyList<double?> DCdA, IReadOnlyList<double> Delta);
