namespace Nabla.Explanations;

/// <summary>
/// What a layer wishes of one neuron of the layer before (C22): every neuron j of the layer has its own wish, and they
/// are added up, <c>∂C/∂a_k = Σ_j w_jk·δ_j</c>. Where the sum is negative, the neuron should rise. Repeated layer by layer,
/// this is backpropagation.
/// </summary>
/// <param name="Layer">The layer of the neuron that is wished of; 0 is the input.</param>
/// <param name="Neuron">The neuron k, from 0.</param>
/// <param name="Activation">Its activation now, <c>a_k</c>.</param>
/// <param name="Derivative">The sum of all wishes, <c>∂C/∂a_k</c>.</param>
/// <param name="Shares">The share of each neuron j of the layer after, <c>w_jk·δ_j</c>, in their order.</param>
public sealed record Wish(int Layer, int Neuron, double Activation, double Derivative, IReadOnlyList<double> Shares)
{
    /// <summary>The wishes of a layer for each neuron of the layer before.</summary>
    internal static IReadOnlyList<Wish> Of(Explainer explainer, int l)
    {
        var layer = explainer.At(l);
        double[,] w = explainer.LayerOf(l).Weights;
        double[] sums = explainer.DCdA(l - 1);
        return
        [
            .. layer.Input.Select((a, k) => new Wish(
                Layer: l - 1,
                Neuron: k,
                Activation: a,
                Derivative: sums[k],
                Shares: [.. layer.Delta.Select((delta, j) => w[j, k] * delta)])),
        ];
    }
}
