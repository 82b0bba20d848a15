namespace Nabla.Browser;

/// <summary>What more neurons of a hidden layer bring: each <c>n_{l−1}</c> weights that come in, a bias, and <c>n_{l+1}</c> weights that go out.</summary>
internal sealed class WiderLayer() : Challenge("wider-layer", "C1", "structure.parameters", ChallengeForm.Number)
{
    private const int MostMore = 4;

    public override Posed? Pose(Scene scene, Rng rng)
    {
        if (scene.Explainer.Depth == 1) return null;
        int layer = 1 + rng.NextInt(scene.Explainer.Depth - 1), more = 1 + rng.NextInt(MostMore);
        var sizes = scene.Network.Sizes;
        int before = sizes[layer - 1], after = sizes[layer + 1], all = more * (before + 1 + after);
        return Posed.With(
            new Dictionary<string, double> { ["layer"] = layer, ["neurons"] = sizes[layer], ["more"] = more, ["before"] = before, ["after"] = after },
            Solution.Exact(
                all,
                new Dictionary<string, double> { ["without-bias"] = all - more, ["incoming-alone"] = more * (before + 1) },
                new Dictionary<string, double> { ["more"] = more, ["before"] = before, ["after"] = after, ["all"] = all }));
    }
}
