namespace Nabla.Browser;

/// <summary>The cost of one example from its outputs, such as <c>C₀ = Σ(a − y)²</c>.</summary>
internal sealed class CostOfExample() : Challenge("cost-of-example", "C7", "cost.example", ChallengeForm.Number)
{
    private const int Outputs = 10;
    private const int MostDecimals = 3;

    public override bool NamesTheCost => true;

    public override Posed? Pose(Scene scene, Rng rng)
    {
        var (cost, outputs) = (scene.Run.Cost, scene.Explainer.At(scene.Explainer.Depth).A);
        if (outputs.Length != Outputs) return null;
        int tries = 0;
        return Scene.Draw(() =>
        {
            // As short as it can be, and for what the picture shows; a network so sure that nothing is left to add up is asked about another digit.
            bool isShown = scene.HasTarget && tries < MostDecimals;
            int decimals = 1 + tries++ % MostDecimals, target = isShown ? Array.IndexOf(scene.Explainer.Target, 1) : rng.NextInt(Outputs);
            double[] a = [.. outputs.Select(output => Math.Round(output, decimals))], y = new double[Outputs];
            y[target] = 1;
            double[] parts = [.. a.Zip(y, cost.Part)];
            double sum = parts.Sum();
            if (!double.IsFinite(sum)) return null;
            var slips = new Dictionary<string, double> { ["mean-for-sum"] = sum / Outputs };
            if (cost.OutputActivation is null)
            {
                slips["without-square"] = a.Zip(y, (output, wanted) => Math.Abs(output - wanted)).Sum();
                slips["target-alone"] = parts[target];
            }
            else
            {
                slips["without-minus"] = -sum;
            }

            return (
                new Dictionary<string, double>(Written.Numbered("a", a)) { ["target"] = target },
                Solution.Of(sum, slips, new Dictionary<string, double> { ["target"] = target, ["part"] = parts[target], ["others"] = sum - parts[target], ["cost"] = sum }));
        });
    }
}
