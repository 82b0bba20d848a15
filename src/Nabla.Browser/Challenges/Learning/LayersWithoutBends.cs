namespace Nabla.Browser;

/// <summary>Layers without an activation function that bends are one linear layer, however many: <c>W²(W¹x + b¹) + b² = Wx + b</c>.</summary>
internal sealed class LayersWithoutBends() : Challenge("layers-without-bends", "C5", "plane.output", ChallengeForm.Choice)
{
    private const int Steps = 500, MostLayers = 6;
    private const double Straight = 1e-3;

    private static readonly string[] Choices = ["line", "bends", "ring"];

    public override Posed? Pose(Scene scene, Rng rng)
    {
        int layers = 2 + rng.NextInt(MostLayers - 1), neurons = 3 + rng.NextInt(6), seed = rng.NextInt(1000);
        return new Posed(new Dictionary<string, double> { ["layers"] = layers, ["neurons"] = neurons, ["seed"] = seed }, Solve) { Options = Choices };

        IEnumerable<double> Solve(Work<Solution> work)
        {
            var room = new PlaneRoom(new PlaneTask("circle", [], false, 0, 0, ["x", "y"], new Dictionary<string, string>
            {
                ["hidden"] = string.Join('-', Enumerable.Repeat(neurons, layers)), ["activation"] = Activation.Identity.Name,
                ["learning-rate"] = "0.01", ["seed"] = $"{seed}",
            }));
            PlaneProgress progress;
            do
            {
                progress = room.Advance(Steps, 0, new Slice(10));
                yield return (double)progress.Step / Steps;
            }
            while (!progress.IsThere && !progress.HasDiverged);

            double difference = room.Collapse().LargestDifference;
            work.Result = Trial.Exactly(
                difference < Straight ? 0 : 1, new Dictionary<string, double> { ["layers-add-bends"] = 1, ["boundary-follows-points"] = 2 },
                new Dictionary<string, double> { ["layers"] = layers, ["difference"] = difference, ["accuracy"] = 100 * progress.TrainAccuracy ?? 0 });
        }
    }
}
