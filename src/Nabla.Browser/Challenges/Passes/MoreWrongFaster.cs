namespace Nabla.Browser;

/// <summary>
/// Which of two outputs that should be 0 learns faster. By <c>δ = 2(a − y)·σ′(z)</c> the one that is more wrong may be the slower, for it is
/// saturated; by <c>δ = a − y</c> it is not (Nielsen, chapter 3).
/// </summary>
internal sealed class MoreWrongFaster() : Challenge("more-wrong-faster", "C3", "cost.example", ChallengeForm.Choice)
{
    public override bool NamesTheCost => true;

    public override Posed? Pose(Scene scene, Rng rng)
    {
        var (cost, activation) = (scene.Run.Cost, scene.Network.Layers[^1].Activation);
        if (!activation.IsLogistic) return null;
        double high = (95 + rng.NextInt(5)) / 100.0, low = (40 + rng.NextInt(31)) / 100.0, deltaHigh = Delta(high), deltaLow = Delta(low);
        var choices = new Choices(rng, "high", "low", "alike");
        var values = new Dictionary<string, double> { ["high"] = high, ["low"] = low, ["deltaHigh"] = deltaHigh, ["deltaLow"] = deltaLow };
        return choices.On(Posed.With(values, choices.Solve(
            deltaHigh > deltaLow ? "high" : "low",
            new Dictionary<string, string> { ["more-wrong-is-faster"] = "high", ["same-input-same-step"] = "alike" },
            values)));

        double Delta(double a) => FourEquations.OutputError(cost, activation, [Math.Log(a / (1 - a))], [a], [0])[0];
    }
}
