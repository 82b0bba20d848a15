namespace Nabla.Browser;

/// <summary>Which quotient a nudge measures as <c>∂C/∂w</c>: the change of the cost over that of the weight, and not one with a link of the chain in it.</summary>
internal sealed class WhichQuotient() : Challenge("which-quotient", "C24", "chain.product", ChallengeForm.Choice)
{
    private const double Nudge = 0.001;
    private const double Alike = 0.01;
    private const double LeastInput = 0.05;
    // Less would be lost in the numbers that are shown.
    private const double Least = 1e-9;

    public override Posed? Pose(Scene scene, Rng rng)
    {
        if (!scene.HasTarget) return null;
        var explainer = scene.Explainer;
        var choices = new Choices(rng, "cost-by-weight", "activation-by-weight", "cost-by-activation", "cost");
        return choices.On(Scene.Draw(() =>
        {
            int layer = 1 + rng.NextInt(explainer.Depth);
            var (values, activation) = (explainer.At(layer), explainer.LayerOf(layer).Activation);
            int neuron = rng.NextInt(values.Z.Length), input = rng.NextInt(values.Input.Length);
            if (!activation.IsElementwise || values.Input[input] < LeastInput) return null;
            double z = values.Z[neuron] + Nudge * values.Input[input];
            double output = activation.At(z) - values.A[neuron], change = explainer.CostChange(layer, neuron, z), derivative = values.DCdW[neuron, input];
            double[] quotients = [change / Nudge, output / Nudge, change / output, change];
            if (quotients.Any(quotient => !double.IsFinite(quotient)) || quotients.Count(quotient => Math.Abs(quotient - derivative) <= Alike * Math.Abs(derivative)) != 1
                || Math.Abs(quotients[0] - derivative) > Alike * Math.Abs(derivative) || Math.Abs(change) < Least)
                return null;
            return (
                new Dictionary<string, double>
                {
                    ["layer"] = layer, ["neuron"] = neuron, ["input"] = input, ["nudge"] = Nudge, ["activation"] = Written.Short(output, 3), ["cost"] = Written.Short(change, 3),
                },
                choices.Solve(
                    "cost-by-weight",
                    new Dictionary<string, string>
                    {
                        ["activation-for-cost"] = "activation-by-weight", ["by-the-activation"] = "cost-by-activation", ["without-dividing"] = "cost",
                    },
                    new Dictionary<string, double> { ["quotient"] = quotients[0], ["derivative"] = derivative }));
        }));
    }
}
