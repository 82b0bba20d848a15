namespace Nabla.Browser;

internal sealed partial class Laboratory
{
    private const int CurvePoints = 121;
    private const double LeastReach = 6;

    /// <summary>What the network does with an example, forward and backward.</summary>
    public Explanation Explain(ExampleRef example)
    {
        int? label = LabelOf(example);
        bool isJudged = label is not null;
        var explainer = Explainer(example);
        var layers = explainer.Layers();
        return new Explanation(
            example, label, Strongest(layers[^1].A), isJudged ? explainer.Value : null, isJudged ? explainer.Target : null, explainer.At(1).Input,
            [.. layers.Select(l => LayerView.Of(l, isJudged))]);
    }

    /// <summary>One neuron with its equation's numbers.</summary>
    /// <param name="example">The example.</param>
    /// <param name="layer">The layer, from 1.</param>
    /// <param name="neuron">The neuron, from 0.</param>
    public NeuronView Neuron(ExampleRef example, int layer, int neuron)
    {
        Layer(layer, neuron);
        var explainer = Explainer(example);
        var (values, own) = (explainer.At(layer), explainer.LayerOf(layer));
        Contribution[] contributions = [.. values.Input.Select((a, k) => new Contribution(k, own.Weights[neuron, k], a, own.Weights[neuron, k] * a))];
        return new NeuronView(
            layer, neuron, own.Activation.Name, own.Biases[neuron], contributions.Sum(contribution => contribution.Product), values.Z[neuron], values.A[neuron],
            values.Slope[neuron], LabelOf(example) is null ? null : values.Delta[neuron],
            [.. contributions.OrderByDescending(contribution => Math.Abs(contribution.Product))],
            own.Activation is ElementwiseActivation activation ? Curve(activation, values.Z[neuron]) : []);
    }

    /// <summary>The weights of a layer, a row a neuron.</summary>
    /// <param name="layer">The layer, from 1.</param>
    public float[] Weights(int layer) => Layer(layer).Weights.ToArray();

    /// <summary>The biases of a layer.</summary>
    /// <param name="layer">The layer, from 1.</param>
    public float[] Biases(int layer) => Layer(layer).Biases.ToArray();

    private static CurvePoint[] Curve(ElementwiseActivation activation, double z)
    {
        double reach = Math.Max(LeastReach, Math.Ceiling(Math.Abs(z) + 1));
        return
        [
            .. Enumerable.Range(0, CurvePoints).Select(i => reach * (2.0 * i / (CurvePoints - 1) - 1))
                .Select(x => new CurvePoint(x, activation.Value(x), activation.Slope(x))),
        ];
    }
}
