namespace Nabla.Explanations;

/// <summary>
/// From one weight to the cost, factor by factor (C24, C25): <c>∂C/∂w_jk = ∂z_j/∂w_jk · ∂a_j/∂z_j · ∂C/∂a_j</c> with
/// <c>∂z_j/∂w_jk = a_k</c> and <c>∂a_j/∂z_j = σ′(z_j)</c>. The last factor is the cost's own derivative for an output; for a
/// hidden neuron it reaches the cost along several paths, <c>∂C/∂a_j = Σ_i w_ij·δ_i</c>. A derivative is the ratio of
/// nudges; beside it stand measured ones.
/// </summary>
public sealed record ChainOfFactors
{
    /// <summary>The weight <c>w_jk</c> of layer l, or its bias <c>b_j</c>, the weight of an input that is always 1.</summary>
    public required Parameter Parameter { get; init; }

    /// <summary>Its value.</summary>
    public required double Weight { get; init; }

    /// <summary>How fast the sum follows the weight, <c>∂z_j/∂w_jk = a_k</c>; 1 for a bias.</summary>
    public required double DZdW { get; init; }

    /// <summary>
    /// How fast the activation follows the sum, <c>∂a_j/∂z_j = σ′(z_j)</c>; null in a softmax layer, where every activation
    /// follows every sum.
    /// </summary>
    public required double? DAdZ { get; init; }

    /// <summary>How fast the cost follows the activation, <c>∂C/∂a_j</c>; null in a softmax layer, and where it is infinite.</summary>
    public required double? DCdA { get; init; }

    /// <summary>How fast the cost follows the sum, <c>δ_j = ∂C/∂z_j</c>: the last two factors together.</summary>
    public required double DCdZ { get; init; }

    /// <summary>The product, <c>∂C/∂w_jk</c>.</summary>
    public required double Product { get; init; }

    /// <summary>The paths from a hidden neuron to the cost, whose sum is <c>∂C/∂a_j</c>; none for an output.</summary>
    public required IReadOnlyList<CostPath> Paths { get; init; }

    /// <summary>Nudges of the weight, made and measured, each smaller than the one before.</summary>
    public required IReadOnlyList<MeasuredNudge> Nudges { get; init; }

    internal static ChainOfFactors Of(Explainer explainer, int l, int j, int? k)
    {
        var layer = explainer.At(l);
        bool alone = explainer.LayerOf(l).Activation.IsElementwise;
        double? slope = alone ? layer.Slope[j] : null, dCda = alone ? Explainer.Finite(layer.DCdA[j]) : null;
        double input = k is { } from ? layer.Input[from] : 1;
        double product = input * (slope * dCda ?? layer.Delta[j]);
        return new ChainOfFactors
        {
            Parameter = new Parameter(l, j, k),
            Weight = Place(explainer.LayerOf(l), j, k),
            DZdW = input,
            DAdZ = slope,
            DCdA = dCda,
            DCdZ = layer.Delta[j],
            Product = product,
            Paths = l == explainer.Depth ? [] : [.. explainer.At(l + 1).Delta.Select((delta, i) => Path(i, explainer.LayerOf(l + 1).Weights[i, j], delta))],
            Nudges = [.. Explainer.NudgeSizes.Select(size => MeasuredNudge.Make(explainer, l, j, k, size))],
        };

        static CostPath Path(int i, double w, double delta) => new(i, w, delta, w * delta);
    }

    internal static ref double Place(ReferenceLayer<double> layer, int j, int? k) => ref k is { } from ? ref layer.Weights[j, from] : ref layer.Biases[j];
}

/// <summary>One path from a neuron to the cost, through neuron i of the layer after.</summary>
/// <param name="Neuron">The neuron i.</param>
/// <param name="Weight">The weight <c>w_ij</c> to it.</param>
/// <param name="Delta">Its error <c>δ_i</c>.</param>
/// <param name="Share">Their product: this path's share of <c>∂C/∂a_j</c>.</param>
public sealed record CostPath(int Neuron, double Weight, double Delta, double Share);

/// <summary>A nudge of a weight, and how sum, activation and cost answered.</summary>
/// <param name="Size">The nudge, <c>Δw</c>.</param>
/// <param name="DeltaZ"><c>Δz_j</c>.</param>
/// <param name="DeltaA"><c>Δa_j</c>.</param>
/// <param name="DeltaC"><c>ΔC</c>.</param>
/// <param name="Ratio"><c>ΔC/Δw</c>, which tends to <c>∂C/∂w</c> as the nudge shrinks.</param>
public sealed record MeasuredNudge(double Size, double DeltaZ, double DeltaA, double DeltaC, double Ratio)
{
    internal static MeasuredNudge Make(Explainer explainer, int l, int j, int? k, double size)
    {
        var layer = explainer.LayerOf(l);
        ref double weight = ref ChainOfFactors.Place(layer, j, k);
        double original = weight;
        weight += size;
        double[] z = layer.WeightedSums(explainer.At(l).Input);
        weight = original;

        double change = explainer.Reference.CostFrom(l - 1, z, explainer.Target, explainer.Cost) - explainer.Value;
        return new(size, z[j] - explainer.At(l).Z[j], layer.Activations(z)[j] - explainer.At(l).A[j], change, change / size);
    }
}
