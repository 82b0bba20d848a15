namespace Nabla.Browser;

/// <summary>An epoch goes through all n examples once, and has a step for each mini-batch: <c>⌈n/m⌉</c>.</summary>
internal sealed class UpdatesInEpoch() : Challenge("updates-in-epoch", "C11", "training.cost", ChallengeForm.Number)
{
    private static readonly int[] Batches = [3, 6, 7, 12, 15, 16, 24, 32, 64, 128, 256];

    public override Posed? Pose(Scene scene, Rng rng)
    {
        int examples = scene.Run.Train.Count;
        // With a rest, for that is what is forgotten.
        int[] sizes = [.. Batches.Where(size => examples % size != 0 && examples >= 2 * size)];
        if (sizes.Length == 0) return null;
        int batch = sizes[rng.NextInt(sizes.Length)], whole = examples / batch, rest = examples % batch;
        return Posed.With(
            new Dictionary<string, double> { ["examples"] = examples, ["batch"] = batch },
            Trial.Exactly(
                whole + 1,
                new Dictionary<string, double> { ["step-for-each-example"] = examples, ["epoch-is-one-step"] = 1, ["rest-forgotten"] = whole },
                new Dictionary<string, double> { ["whole"] = whole, ["batch"] = batch, ["rest"] = rest, ["steps"] = whole + 1 }));
    }
}
