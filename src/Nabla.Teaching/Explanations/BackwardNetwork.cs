namespace Nabla.Explanations;

/// <summary>
/// The backward pass as a network of its own (C28; Hung-yi Lee, <i>Backpropagation</i>): its input is <c>∂C/∂a</c> of the
/// outputs, its weights are the network's transposed, and every neuron is an amplifier whose gain <c>σ′(z_j)</c> the
/// forward pass has fixed. What leaves a neuron is <c>∂C/∂z_j</c>, and with the input of a weight from the forward pass
/// <c>∂C/∂w_jk = a_k·∂C/∂z_j</c>.
/// </summary>
/// <param name="Layers">The layers in the order of the signal: the output layer first, the first hidden one last.</param>
public sealed record BackwardNetwork(IReadOnlyList<AmplifierLayer> Layers)
{
    internal static BackwardNetwork Of(Explainer explainer)
    {
        var layers = new List<AmplifierLayer>();
        double[] signal = explainer.DCdA(explainer.Depth);
        for (int l = explainer.Depth; l >= 1; l--)
        {
            var gains = explainer.At(l).Slope;
            bool joined = l == explainer.Depth && explainer.OutputIsJoined;
            double[] outgoing = joined ? explainer.At(l).Delta : [.. signal.Select((incoming, j) => gains[j] * incoming)];
            double[][] transposed = Transpose(explainer.LayerOf(l).Weights);
            layers.Add(new AmplifierLayer(
                Layer: l,
                Incoming: joined ? null : signal,
                Gains: joined ? null : gains,
                Outgoing: outgoing,
                Weights: l == 1 ? null : transposed));
            signal = [.. transposed.Select(row => row.Zip(outgoing, (w, delta) => w * delta).Sum())];
        }

        return new BackwardNetwork(layers);
    }

    private static double[][] Transpose(double[,] w) =>
    [
        .. Enumerable.Range(0, w.GetLength(1))
            .Select(k => Enumerable.Range(0, w.GetLength(0)).Select(j => w[j, k]).ToArray()),
    ];
}

/// <summary>A layer of amplifiers; each list has a number a neuron.</summary>
/// <param name="Layer">The layer's number in the forward network, from 1.</param>
/// <param name="Incoming">
/// What comes in, <c>∂C/∂a_j</c>. Null, as the gains are, for softmax outputs and for a cross-entropy joined with its
/// activation: the signal then begins with <c>∂C/∂z</c> itself.
/// </param>
/// <param name="Gains">The gain of each amplifier, <c>σ′(z_j)</c>.</param>
/// <param name="Outgoing">What goes out, <c>∂C/∂z_j</c>: the gain times what came in.</param>
/// <param name="Weights">
/// The transposed weights to the layer that the signal reaches next: a row for each of its neurons k, a column for each
/// neuron j of this one. Null for the last, where the signal ends.
/// </param>
public sealed record AmplifierLayer(
    int Layer, IReadOnlyList<double>? Incoming, IReadOnlyList<double>? Gains, IReadOnlyList<double> Outgoing, IReadOnlyList<IReadOnlyList<double>>? Weights);
