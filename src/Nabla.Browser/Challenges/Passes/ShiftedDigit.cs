namespace Nabla.Browser;

/// <summary>What becomes of a digit's output when the digit is moved by a few pixels: each weight belongs to its pixel, so the network sees another picture.</summary>
internal sealed class ShiftedDigit() : Challenge("shifted-digit", "C19", "inside.layers", ChallengeForm.Choice)
{
    private const int Farthest = 8;
    private const double AsLarge = 0.02;

    public override Posed? Pose(Scene scene, Rng rng)
    {
        var data = scene.Run.Train;
        double[] input = scene.Explainer.At(1).Input, outputs = scene.Explainer.At(scene.Explainer.Depth).A;
        if (!scene.HasTarget || !data.IsImages || data.Width * data.Height != input.Length) return null;
        int digit = Array.IndexOf(scene.Explainer.Target, 1);
        double before = Written.Short(outputs[digit]);
        var choices = new Choices(rng, "half", "smaller", "as-large", "larger");
        return choices.On(Scene.Draw(() =>
        {
            int right = 1 + rng.NextInt(Farthest), down = 1 + rng.NextInt(Farthest);
            double[] moved = scene.Explainer.Reference.Output(SurpriseFinder.Moved(input, data.Width, right, down));
            double after = moved[digit], times = after / outputs[digit];
            if (!double.IsFinite(times) || Math.Abs(times - 1) <= AsLarge) return null;
            return (
                new Dictionary<string, double> { ["digit"] = digit, ["right"] = right, ["down"] = down, ["before"] = before, ["percent"] = 100 * AsLarge },
                choices.Solve(
                    times > 1 ? "larger" : times > 0.5 ? "smaller" : "half",
                    new Dictionary<string, string> { ["place-does-not-matter"] = "as-large" },
                    new Dictionary<string, double> { ["digit"] = digit, ["before"] = before, ["after"] = Written.Short(after), ["read"] = Laboratory.Strongest(moved) }));
        }));
    }
}
