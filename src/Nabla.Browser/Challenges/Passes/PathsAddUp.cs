namespace Nabla.Browser;

/// <summary>A hidden activation reaches the cost on several paths, and they add up: <c>∂C/∂a_k = Σ_j w_jk·δ_j</c>.</summary>
internal sealed class PathsAddUp() : Challenge("paths-add-up", "C25", "backwards.passes", ChallengeForm.Number)
{
    private const int Shown = 4;
    private const int Tries = 50;

    public override Posed? Pose(Scene scene, Rng rng)
    {
        var explainer = scene.Explainer;
        if (!scene.HasTarget || explainer.Depth == 1) return null;
        int tries = 0;
        return Scene.Draw(() =>
        {
            int layer = 1 + rng.NextInt(explainer.Depth - 1), next = layer + 1, neuron = rng.NextInt(explainer.At(layer).A.Length);
            double[] delta = explainer.At(next).Delta;
            if (delta.Length <= Shown) return null;
            double[] all = [.. delta.Select((error, j) => explainer.LayerOf(next).Weights[j, neuron] * error).OrderByDescending(Math.Abs)];
            double[] paths = Written.Alike([.. all.Take(Shown), all.Skip(Shown).Sum()]);
            // Several that count come first; of a network that is sure there may be none.
            if (paths[Shown - 1] == 0 && tries++ < Tries) return null;
            double sum = paths.Sum();
            return (
                new Dictionary<string, double>(Written.Numbered("p", paths.Take(Shown)))
                {
                    ["rest"] = paths[Shown], ["layer"] = layer, ["next"] = next, ["neuron"] = neuron, ["paths"] = all.Length,
                },
                Solution.Of(
                    sum,
                    new Dictionary<string, double> { ["mean-for-sum"] = sum / all.Length, ["largest-alone"] = paths[0], ["without-signs"] = paths.Sum(Math.Abs) },
                    new Dictionary<string, double> { ["sum"] = sum, ["paths"] = all.Length }));
        });
    }
}
