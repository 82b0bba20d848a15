namespace Nabla.Browser;

/// <summary>The slope of an activation function, <c>σ′(z)</c>, as a curve: for the sigmoid a bell of height ¼.</summary>
internal sealed class SlopeCurve() : Challenge("slope-curve", "C3", "chain.lines", ChallengeForm.Curve)
{
    private const int Points = 41;
    private const int LeastReach = 4;
    private const double ByHand = 0.15;

    public override Posed? Pose(Scene scene, Rng rng)
    {
        int[] layers = [.. Enumerable.Range(1, scene.Explainer.Depth).Where(layer => scene.Network.Layers[layer - 1].Activation.IsElementwise)];
        if (layers.Length == 0) return null;
        int layer = layers[rng.NextInt(layers.Length)], reach = LeastReach + rng.NextInt(5);
        var activation = scene.Network.Layers[layer - 1].Activation;
        double[] z = [.. Enumerable.Range(0, Points).Select(i => reach * (2.0 * i / (Points - 1) - 1))],
            a = new double[Points], slopes = new double[Points], again = new double[Points];
        activation.Apply<double>(z, a);
        activation.Derivative<double>(z, slopes);
        activation.Derivative<double>(a, again);
        var slips = new Dictionary<string, IReadOnlyList<double>> { ["function-for-slope"] = a, ["activation-for-z"] = again };
        var explained = new Dictionary<string, double> { ["middle"] = slopes[Points / 2], ["end"] = slopes[^1] };
        var solution = new Solution(slopes, slips, explained) { Tolerance = ByHand };
        // Of a straight line or a rectifier the slopes are the same wherever one reads them off.
        if (!solution.TellsApart) solution = solution with { Slips = new Dictionary<string, IReadOnlyList<double>> { ["function-for-slope"] = a } };
        if (!solution.TellsApart) return null;
        double[] heights = [0, .. slopes, .. a.Select(height => Math.Clamp(height, -1, 1))];
        var values = new Dictionary<string, double> { ["layer"] = layer, ["from"] = -reach, ["to"] = reach };
        return Posed.With(values, solution) with { Axes = new ChallengeAxes(-reach, reach, heights.Min(), heights.Max(), Points) };
    }
}
