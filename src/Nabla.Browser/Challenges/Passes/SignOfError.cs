namespace Nabla.Browser;

/// <summary>The error of an output by hand: <c>δ = ∂C/∂a·σ′(z)</c>, as <c>2(a − y)·a(1 − a)</c>; with a cost made for the activation <c>a − y</c>.</summary>
internal sealed class SignOfError() : Challenge("sign-of-error", "C27", "backwards.passes", ChallengeForm.Number)
{
    private const int MostDecimals = 3;

    public override bool NamesTheCost => true;

    public override Posed? Pose(Scene scene, Rng rng)
    {
        var (explainer, cost) = (scene.Explainer, scene.Run.Cost);
        var values = explainer.At(explainer.Depth);
        bool isJoined = cost.OutputActivation is not null;
        if (!scene.HasTarget || !isJoined && !scene.Network.Layers[^1].Activation.IsLogistic) return null;
        int tries = 0;
        return Scene.Draw(() =>
        {
            int neuron = rng.NextInt(values.A.Length);
            double a = Math.Round(values.A[neuron], tries++ < values.A.Length ? MostDecimals - 1 : MostDecimals), y = explainer.Target[neuron];
            if (a is <= 0 or >= 1) return null;
            double byOutput = isJoined ? a - y : cost.Derivative(a, y), slope = isJoined ? 1 : a * (1 - a), delta = byOutput * slope;
            var slips = new Dictionary<string, double> { ["flipped-sign"] = -delta };
            if (!isJoined) slips["without-slope"] = byOutput;
            if (!isJoined && byOutput != a - y) slips["without-factor-two"] = (a - y) * slope;
            return (
                new Dictionary<string, double> { ["layer"] = explainer.Depth, ["neuron"] = neuron, ["a"] = a, ["y"] = y },
                Solution.Of(delta, slips, new Dictionary<string, double> { ["miss"] = a - y, ["delta"] = delta }));
        });
    }
}
