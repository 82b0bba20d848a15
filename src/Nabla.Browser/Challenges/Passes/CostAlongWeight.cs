namespace Nabla.Browser;

/// <summary>How an example's cost changes as one weight is changed, all others left as they are: a slice of the cost.</summary>
internal sealed class CostAlongWeight() : Challenge("cost-along-weight", "C10", "nudges.layer", ChallengeForm.Curve)
{
    private const int Points = 41;
    private const int MostChange = 3;
    // Less would be lost in the numbers that are shown.
    private const double LeastChange = 1e-4;
    private const double ByHand = 0.2;

    public override Posed? Pose(Scene scene, Rng rng)
    {
        if (!scene.HasTarget) return null;
        var explainer = scene.Explainer;
        ChallengeAxes? axes = null;
        var posed = Scene.Draw(() =>
        {
            int layer = 1 + rng.NextInt(explainer.Depth), neuron = rng.NextInt(scene.Network.Layers[layer - 1].Outputs);
            var values = explainer.At(layer);
            int input = rng.NextInt(values.Input.Length), reach = 1 + rng.NextInt(MostChange);
            double weight = scene.Network.Layers[layer - 1][neuron, input];
            double[] changes = [.. Enumerable.Range(0, Points).Select(i => explainer.CostChange(layer, neuron, values.Z[neuron] + Moved(i) * values.Input[input]))];
            double largest = changes.Max(Math.Abs);
            if (!(largest >= LeastChange) || !double.IsFinite(largest)) return null;
            axes = new ChallengeAxes(weight - reach, weight + reach, -largest, largest, Points);
            var slips = new Dictionary<string, IReadOnlyList<double>> { ["mirrored"] = [.. changes.Reverse()] };
            var explained = new Dictionary<string, double> { ["slope"] = values.DCdW[neuron, input], ["lower"] = changes[0], ["higher"] = changes[^1] };
            return (
                new Dictionary<string, double> { ["layer"] = layer, ["neuron"] = neuron, ["input"] = input, ["weight"] = Math.Round(weight, 2), ["reach"] = reach },
                new Solution(changes, slips, explained) { Tolerance = ByHand });

            double Moved(int point) => reach * (2.0 * point / (Points - 1) - 1);
        });
        return posed is null ? null : posed with { Axes = axes };
    }
}
