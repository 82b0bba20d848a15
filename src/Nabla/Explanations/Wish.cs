namespace Nabla;

/// <summary>
/// What a layer wishes of one neuron of the layer before (C22): every neuron j of the layer has its own wish, and they
/// are added up, <c>∂C/∂a_k = Σ_j w_jk·δ_j</c>. Where the sum is negative, the neuron should rise. Repeated layer by layer,
/// this is backpropagation.
/// </summary>
public sealed record Wish
{
    /// <summary>The layer of the neuron that is wished of; 0 is the input.</summary>
    public required int Layer { get; init; }

    /// <summary>The neuron k, from 0.</summary>
    public required int Neuron { get; init; }

    /// <summary>Its activation now, <c>a_k</c>.</summary>
    public required double Activation { get; init; }

    /// <summary>The sum of all wishes, <c>∂C/∂a_k</c>.</summary>
    public required double Derivative { get; init; }

    /// <summary>The share of each neuron j of the layer after, <c>w_jk·δ_j</c>, in their order.</summary>
    public required IReadOnlyList<double> Shares { get; init; }

    /// <summary>The wishes of a layer for each neuron of the layer before.</summary>
    internal static IReadOnlyList<Wish> Of(Explainer explainer, int l)
    {
        var layer = explainer.At(l);
        double[,] w = explainer.LayerOf(l).Weights;
        double[] sums = explainer.DCdA(l - 1);
        return
        [
            .. layer.Input.Select((a, k) => new Wish
            {
                Layer = l - 1,
                Neuron = k,
                Activation = a,
                Derivative = sums[k],
                Shares = [.. layer.Delta.Select((delta, j) => w[j, k] * delta)],
            }),
        ];
    }
}
