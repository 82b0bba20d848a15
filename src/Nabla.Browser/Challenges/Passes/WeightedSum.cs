namespace Nabla.Browser;

/// <summary>A weighted sum by hand: <c>z = Σ_k w_k·a_k + b</c>, over the three inputs of an output that say most.</summary>
internal sealed class WeightedSum() : Challenge("weighted-sum", "C2", "structure.neuron", ChallengeForm.Number)
{
    private const int Inputs = 3;

    public override Posed? Pose(Scene scene, Rng rng)
    {
        var (layer, values) = (scene.Network.Layers[^1], scene.Explainer.At(scene.Explainer.Depth));
        if (layer.Inputs < Inputs) return null;
        var strongest = new Dictionary<int, int[]>();
        return Scene.Draw(() =>
        {
            int neuron = rng.NextInt(layer.Outputs);
            if (!strongest.TryGetValue(neuron, out int[]? inputs))
                strongest[neuron] = inputs = [.. Enumerable.Range(0, layer.Inputs).OrderByDescending(k => Math.Abs(layer[neuron, k] * values.Input[k])).Take(Inputs)];
            double[] a = [.. inputs.Select(k => Math.Round(values.Input[k], 1))], w = [.. inputs.Select(k => Math.Round(layer[neuron, k], 1))];
            // A new network's biases are all 0: nobody would learn from those whether one forgets them.
            double own = Math.Round(layer.Biases[neuron], 1), b = own == 0 ? (1 + rng.NextInt(10)) / 10.0 : own;
            double products = a.Zip(w, (activation, weight) => activation * weight).Sum(), z = products + b;
            var slips = new Dictionary<string, double> { ["without-bias"] = products, ["without-activations"] = w.Sum() + b };
            if (layer.Activation is { IsElementwise: true, IsLinear: false }) slips["activation-of-z"] = layer.Activation.At(z);
            return (
                new Dictionary<string, double>([.. Written.Numbered("a", a), .. Written.Numbered("w", w)]) { ["layer"] = scene.Explainer.Depth, ["neuron"] = neuron, ["b"] = b },
                Solution.Of(z, slips, new Dictionary<string, double> { ["products"] = products, ["b"] = b, ["z"] = z }));
        });
    }
}
