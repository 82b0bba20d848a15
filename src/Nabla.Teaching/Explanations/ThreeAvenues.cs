namespace Nabla.Explanations;

/// <summary>
/// The three ways to move one neuron as the cost wishes (C21; 3Blue1Brown, <i>What is backpropagation really doing?</i>):
/// its bias, its weights in proportion to the activations they multiply, and the activations of the layer before in
/// proportion to the weights. Since <c>z_j = Σ_k w_jk·a_k + b_j</c>, the cost answers with <c>∂C/∂b_j = δ_j</c>,
/// <c>∂C/∂w_jk = a_k·δ_j</c>, and through this neuron alone <c>w_jk·δ_j</c> for a_k.
/// </summary>
/// <remarks>Activations cannot be changed directly: the third avenue is a wish, passed back to the layer before.</remarks>
public sealed record ThreeAvenues
{
    /// <summary>The layer l, from 1.</summary>
    public required int Layer { get; init; }

    /// <summary>The neuron j, from 0.</summary>
    public required int Neuron { get; init; }

    /// <summary>Its weighted sum, <c>z_j</c>.</summary>
    public required double Z { get; init; }

    /// <summary>Its activation, <c>a_j</c>.</summary>
    public required double Activation { get; init; }

    /// <summary>Its error, <c>δ_j = ∂C/∂z_j</c>. Where it is negative, raising the neuron lowers the cost.</summary>
    public required double Delta { get; init; }

    /// <summary>The bias: one nudge, its factor 1.</summary>
    public required Avenue Bias { get; init; }

    /// <summary>The weights: the factor of w_jk is the activation a_k.</summary>
    public required Avenue Weights { get; init; }

    /// <summary>The activations before: the factor of a_k is the weight w_jk.</summary>
    public required Avenue Activations { get; init; }

    /// <summary>What the brightest neurons before have to do with it.</summary>
    public required BrightNeurons Brightest { get; init; }

    /// <summary>The steps along the avenues, taken and measured, each smaller than the one before.</summary>
    public required IReadOnlyList<AvenueStep> Steps { get; init; }

    internal static ThreeAvenues Of(Explainer explainer, int l, int j)
    {
        var layer = explainer.At(l);
        double delta = layer.Delta[j], bias = explainer.LayerOf(l).Biases[j];
        double[] a = layer.Input, w = [.. a.Select((_, k) => explainer.LayerOf(l).Weights[j, k])];
        double ofWeights = a.Sum(x => x * x), ofActivations = w.Sum(x => x * x), all = 1 + ofWeights + ofActivations;
        return new ThreeAvenues
        {
            Layer = l,
            Neuron = j,
            Z = layer.Z[j],
            Activation = layer.A[j],
            Delta = delta,
            Bias = Avenue(1, [new Nudge(null, bias, 1, delta)]),
            Weights = Avenue(ofWeights, a.Select((x, k) => new Nudge(k, w[k], x, x * delta))),
            Activations = Avenue(ofActivations, w.Select((x, k) => new Nudge(k, a[k], x, x * delta))),
            Brightest = BrightNeurons.Of(a),
            Steps = [.. Explainer.NudgeSizes.Select(size => AvenueStep.Take(explainer, l, j, w, size))],
        };

        Avenue Avenue(double size, IEnumerable<Nudge> nudges) =>
            new(size * delta * delta, size / all, [.. nudges.OrderByDescending(nudge => Math.Abs(nudge.Derivative))]);
    }
}

/// <summary>One way to move a neuron.</summary>
/// <param name="SquaredLength">
/// <c>Σ (∂C/∂θ)²</c> over its nudges: nudged by −ε times their derivatives, they lower the cost by ε times this, for small ε.
/// </param>
/// <param name="Share">Its part of the three avenues' squared lengths, 0 to 1.</param>
/// <param name="Nudges">What can be nudged, the strongest derivative first.</param>
public sealed record Avenue(double SquaredLength, double Share, IReadOnlyList<Nudge> Nudges);

/// <summary>Something that can be nudged: a bias, a weight, or an activation before.</summary>
/// <param name="Input">The neuron k of the layer before; null for the bias.</param>
/// <param name="Value">What it is now.</param>
/// <param name="Factor">How fast z_j follows it: 1, a_k or w_jk.</param>
/// <param name="Derivative">How fast the cost follows it through this neuron: the factor times δ_j.</param>
public sealed record Nudge(int? Input, double Value, double Factor, double Derivative);

/// <summary>
/// "Fire together, wire together": as <c>∂C/∂w_jk = a_k·δ_j</c>, the weights from the brightest neurons move most, and those
/// from dark ones not at all.
/// </summary>
/// <param name="Count">How many neurons are the brightest tenth, at least one.</param>
/// <param name="Inputs">Which they are, the brightest first.</param>
/// <param name="Share">Their part of <c>Σ_k |∂C/∂w_jk|</c>, 0 to 1; 0 where all are dark.</param>
/// <param name="Dark">How many neurons have an activation of exactly zero.</param>
public sealed record BrightNeurons(int Count, IReadOnlyList<int> Inputs, double Share, int Dark)
{
    internal static BrightNeurons Of(double[] a)
    {
        int[] brightest = [.. Enumerable.Range(0, a.Length).OrderByDescending(k => Math.Abs(a[k])).Take((a.Length + 9) / 10)];
        double all = a.Sum(Math.Abs);
        return new(brightest.Length, brightest, all == 0 ? 0 : brightest.Sum(k => Math.Abs(a[k])) / all, a.Count(x => x == 0));
    }
}
