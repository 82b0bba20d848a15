namespace Nabla.Browser;

/// <summary>From a sigmoid neuron's activation a its slope: <c>σ′(z) = a(1 − a)</c>, and not <c>σ′(a)</c>.</summary>
internal sealed class SlopeOfActivation() : Challenge("slope-of-activation", "C3", "chain.lines", ChallengeForm.Number)
{
    public override Posed? Pose(Scene scene, Rng rng)
    {
        int[] layers = [.. Enumerable.Range(1, scene.Explainer.Depth).Where(layer => scene.Network.Layers[layer - 1].Activation.IsLogistic)];
        if (layers.Length == 0) return null;
        return Scene.Draw(() =>
        {
            int layer = layers[rng.NextInt(layers.Length)], neuron = rng.NextInt(scene.Network.Layers[layer - 1].Outputs);
            // Two digits, so that it can be done in one's head.
            double a = Math.Round(scene.Explainer.At(layer).A[neuron], 2);
            if (a is <= 0.02 or >= 0.98) return null;
            double slope = a * (1 - a), again = 1 / (1 + Math.Exp(-a));
            return (
                new Dictionary<string, double> { ["layer"] = layer, ["neuron"] = neuron, ["a"] = a },
                Solution.Of(
                    slope,
                    new Dictionary<string, double> { ["activation-for-z"] = again * (1 - again), ["one-minus"] = 1 - a },
                    new Dictionary<string, double> { ["a"] = a, ["slope"] = slope }));
        });
    }
}
