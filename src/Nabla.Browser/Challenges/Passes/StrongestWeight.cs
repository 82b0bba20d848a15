namespace Nabla.Browser;

/// <summary>Which weight of a neuron matters most now: by <c>∂C/∂w_jk = a_k·δ_j</c> the one of the most active neuron before, not the largest.</summary>
internal sealed class StrongestWeight() : Challenge("strongest-weight", "C21", "nudges.layer", ChallengeForm.Neuron)
{
    private const int Shown = 3;

    public override Posed? Pose(Scene scene, Rng rng)
    {
        int depth = scene.Explainer.Depth;
        var (layer, values) = (scene.Network.Layers[^1], scene.Explainer.At(depth));
        if (depth == 1 || layer.Inputs < Shown) return null;
        int[] all = [.. Enumerable.Range(0, layer.Inputs)];
        return Scene.Draw(() =>
        {
            rng.Shuffle<int>(all);
            int neuron = rng.NextInt(layer.Outputs);
            int[] inputs = [.. all.Take(Shown).Order()], places = [0, 1, 2];
            double[] a = [.. inputs.Select(k => Math.Round(values.Input[k], 2))], w = [.. inputs.Select(k => Math.Round(layer[neuron, k], 1))];
            double[] byActivation = [.. a.Select(Math.Abs).OrderDescending()], byWeight = [.. w.Select(Math.Abs).OrderDescending()];
            if (byActivation[0] < byActivation[1] + 0.01 || byWeight[0] == byWeight[1]) return null;
            int most = inputs[places.MaxBy(i => Math.Abs(a[i]))], heaviest = inputs[places.MaxBy(i => Math.Abs(w[i]))];
            return (
                new Dictionary<string, double>([.. Written.Numbered("n", inputs.Select(k => (double)k)), .. Written.Numbered("a", a), .. Written.Numbered("w", w)])
                {
                    ["output"] = neuron, ["layer"] = depth - 1, ["next"] = depth,
                },
                Solution.Exact(
                    most,
                    new Dictionary<string, double> { ["weight-for-activation"] = heaviest },
                    new Dictionary<string, double>
                    {
                        ["input"] = most, ["a"] = Math.Round(values.Input[most], 2), ["derivative"] = values.DCdW[neuron, most],
                    }));
        });
    }
}
