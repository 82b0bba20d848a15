namespace Nabla.Browser;

/// <summary>
/// By which weights an error comes back, those before the step or those after: the gradient is of the network as it was, so by
/// the old ones, <c>δ^l = (W^{l+1})ᵀδ^{l+1} ⊙ σ′(z^l)</c>, and a measured nudge agrees with these alone.
/// </summary>
internal sealed class OldOrNewWeights() : Challenge("old-or-new-weights", "C30", "backwards.passes", ChallengeForm.Choice)
{
    private const double Apart = 0.05;
    private const double LargestRate = 1e4;

    public override Posed? Pose(Scene scene, Rng rng)
    {
        var explainer = scene.Explainer;
        if (!scene.HasTarget || explainer.Depth == 1) return null;
        var choices = new Choices(rng, "old", "new", "either");
        return choices.On(Scene.Draw(() =>
        {
            int layer = 1 + rng.NextInt(explainer.Depth - 1), next = layer + 1, neuron = rng.NextInt(explainer.At(layer).A.Length);
            var (here, there, weights) = (explainer.At(layer), explainer.At(next), explainer.LayerOf(next).Weights);
            double before = here.Delta[neuron], rate = scene.Run.Configuration.Training.Optimizer.LearningRate, after = After();
            // A small step would make no difference that could be seen.
            while (Math.Abs(after - before) < Apart * Math.Abs(before) && rate < LargestRate)
            {
                rate *= 10;
                after = After();
            }

            if (!(Math.Abs(after - before) >= Apart * Math.Abs(before)) || before == 0) return null;
            double measured = GradientCheck.Measure(explainer.Reference, explainer.At(1).Input, explainer.Target, scene.Run.Cost, new Parameter(layer, neuron));
            return (
                new Dictionary<string, double>
                {
                    ["layer"] = layer, ["next"] = next, ["neuron"] = neuron, ["rate"] = Written.Short(rate),
                    ["before"] = Written.Short(before, 3), ["after"] = Written.Short(after, 3),
                },
                choices.Solve(
                    "old",
                    new Dictionary<string, string> { ["new-for-old"] = "new", ["step-does-not-matter"] = "either" },
                    new Dictionary<string, double> { ["measured"] = measured, ["before"] = before, ["after"] = after }));

            double After() => here.Slope[neuron] * there.Delta.Select((error, j) => (weights[j, neuron] - rate * there.DCdW[j, neuron]) * error).Sum();
        }));
    }
}
