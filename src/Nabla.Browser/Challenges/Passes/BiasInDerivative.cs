namespace Nabla.Browser;

/// <summary>The bias stands in no <c>∂z/∂w = a_k</c>, and yet <c>∂C/∂w = a_k·δ</c> depends on it, for δ is taken where z is.</summary>
internal sealed class BiasInDerivative() : Challenge("bias-in-derivative", "C24", "chain.product", ChallengeForm.Choice)
{
    private const double Nudge = 0.5;
    private const double LeastInput = 0.05;
    private const double Alike = 0.01;
    // Less would be lost in the numbers that are shown.
    private const double Least = 1e-9;

    public override Posed? Pose(Scene scene, Rng rng)
    {
        if (!scene.HasTarget) return null;
        var explainer = scene.Explainer;
        var choices = new Choices(rng, "cost-alone", "both", "sum-alone", "neither");
        return choices.On(Scene.Draw(() =>
        {
            int layer = 1 + rng.NextInt(explainer.Depth);
            var values = explainer.At(layer);
            int neuron = rng.NextInt(values.Z.Length), input = rng.NextInt(values.Input.Length);
            double before = values.DCdW[neuron, input];
            if (Math.Abs(values.Input[input]) < LeastInput || Math.Abs(before) < Least) return null;
            var nudged = new ReferenceNetwork<double>(scene.Network);
            nudged.Layers[layer - 1].Biases[neuron] += Nudge;
            var there = nudged.Trace(explainer.At(1).Input, explainer.Target, scene.Run.Cost).Layers[layer - 1];
            double after = there.DCdW[neuron, input];
            if (there.Input[input] != values.Input[input] || Math.Abs(after - before) < Alike * Math.Abs(before)) return null;
            return (
                new Dictionary<string, double> { ["layer"] = layer, ["neuron"] = neuron, ["input"] = input, ["nudge"] = Nudge },
                choices.Solve(
                    "cost-alone",
                    new Dictionary<string, string> { ["bias-has-vanished"] = "neither", ["bias-in-every-factor"] = "both", ["sum-for-cost"] = "sum-alone" },
                    new Dictionary<string, double> { ["a"] = values.Input[input], ["before"] = before, ["after"] = after }));
        }));
    }
}
