namespace Nabla.Browser;

/// <summary>Which weights carry the error back to a neuron: those that lead out of it, a column of the next layer's W, <c>Σ_j w_jk·δ_j</c>.</summary>
internal sealed class WeightsThatCarry() : Challenge("weights-that-carry", "C27", "backwards.passes", ChallengeForm.Choice)
{
    public override Posed? Pose(Scene scene, Rng rng)
    {
        var explainer = scene.Explainer;
        if (!scene.HasTarget || explainer.Depth == 1) return null;
        int layer = 1 + rng.NextInt(explainer.Depth - 1), next = layer + 1, outputs = explainer.At(next).A.Length;
        int neuron = rng.NextInt(Math.Min(outputs, explainer.At(layer).A.Length));
        var choices = new Choices(rng, "column", "row", "incoming");
        var values = new Dictionary<string, double> { ["layer"] = layer, ["next"] = next, ["neuron"] = neuron };
        return choices.On(Posed.With(values, choices.Solve(
            "column",
            new Dictionary<string, string> { ["row-for-column"] = "row", ["incoming-for-outgoing"] = "incoming" },
            new Dictionary<string, double>(values) { ["paths"] = outputs, ["sum"] = explainer.DCdA(layer)[neuron] })));
    }
}
