namespace Nabla.Browser;

/// <summary>How large the largest output is where there is nothing to see. A network cannot say that it does not know.</summary>
internal sealed class NoiseSure() : Challenge("noise-sure", "C17", "inside.noise", ChallengeForm.Number)
{
    // It is guessed, not computed.
    private const double Room = 0.05;
    private const int Seeds = 1000;

    private static readonly int Kinds = Enum.GetValues<NoiseKind>().Length;

    public override Posed? Pose(Scene scene, Rng rng)
    {
        var like = scene.Run.Test;
        if (!like.IsImages || like.Inputs != scene.Network.Inputs) return null;
        return Scene.Draw(() =>
        {
            int kind = rng.NextInt(Kinds), seed = rng.NextInt(Seeds);
            var picture = NoisePictures.Draw(like, kind, (ulong)seed, 1)[0];
            double[] outputs = scene.Explainer.Reference.Output(Backpropagation.Convert<double>(picture.Input));
            int digit = Laboratory.Strongest(outputs);
            double largest = outputs[digit], shared = 1.0 / outputs.Length;
            var slips = new Dictionary<string, double> { ["noise-shared-out"] = shared };
            var explained = new Dictionary<string, double> { ["largest"] = largest, ["digit"] = digit };
            return (
                new Dictionary<string, double> { ["kind"] = kind, ["noise"] = seed, ["outputs"] = outputs.Length },
                Solution.Of(largest, slips, explained) with { Least = Math.Min(Room, Math.Abs(largest - shared) / 3) });
        });
    }
}
