namespace Nabla.Browser;

/// <summary>What two neurons send back to one of the layer before: by <c>Wᵀδ</c> it goes along the column of W, not along its row.</summary>
internal sealed class RowOrColumn() : Challenge("row-or-column", "C27", "backwards.passes", ChallengeForm.Number)
{
    public override Posed? Pose(Scene scene, Rng rng)
    {
        var explainer = scene.Explainer;
        if (!scene.HasTarget || explainer.Depth == 1) return null;
        return Scene.Draw(() =>
        {
            int layer = 1 + rng.NextInt(explainer.Depth - 1), next = layer + 1;
            double[] delta = explainer.At(next).Delta;
            int size = Math.Min(delta.Length, explainer.At(layer).A.Length);
            if (size < 2) return null;
            int p = rng.NextInt(size), q = rng.NextInt(size);
            if (p == q) return null;
            double[,] weights = explainer.LayerOf(next).Weights;
            double[] errors = Written.Alike([delta[p], delta[q]]), w = Written.Alike([weights[p, p], weights[p, q], weights[q, p], weights[q, q]]);
            double answer = w[0] * errors[0] + w[2] * errors[1];
            return (
                new Dictionary<string, double>([.. Written.Numbered("w", w), .. Written.Numbered("d", errors)]) { ["layer"] = layer, ["next"] = next, ["p"] = p, ["q"] = q },
                Solution.Of(
                    answer,
                    new Dictionary<string, double> { ["row-for-column"] = w[0] * errors[0] + w[1] * errors[1], ["largest-alone"] = Largest(w[0] * errors[0], w[2] * errors[1]) },
                    new Dictionary<string, double> { ["p"] = p, ["first"] = w[0] * errors[0], ["second"] = w[2] * errors[1], ["sum"] = answer }));
        });

        static double Largest(double x, double y) => Math.Abs(x) > Math.Abs(y) ? x : y;
    }
}
