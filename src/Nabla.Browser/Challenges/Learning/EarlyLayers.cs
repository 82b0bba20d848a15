namespace Nabla.Browser;

/// <summary>How much of the gradient comes to the first layer: on the way back each layer multiplies by its weights and by <c>σ′(z)</c>.</summary>
internal sealed class EarlyLayers() : Challenge("early-layers", "C29", "backwards.depth", ChallengeForm.Choice)
{
    private const int Examples = 50, Neurons = 16, MostHidden = 6;
    private const double Hundreds = 700, Tens = 50, Alike = 2;

    private static readonly string[] Choices = ["thousands", "hundreds", "tens", "alike", "more"];
    private static readonly double[] Bounds = [1 / Hundreds, 1 / Tens, 1 / Alike, Alike];

    public override Posed? Pose(Scene scene, Rng rng)
    {
        var configuration = scene.Run.Configuration;
        int hidden = 1 + rng.NextInt(MostHidden);
        ulong seed = (ulong)rng.NextInt(1000);
        var data = Trial.Train(scene, Examples);
        var values = new Dictionary<string, double>
        {
            ["hidden"] = hidden, ["neurons"] = Neurons, ["examples"] = data.Count, ["seed"] = seed, ["last"] = hidden + 1,
            ["hundreds"] = Hundreds, ["tens"] = Tens, ["alike"] = Alike,
        };
        return new Posed(values, Solve) { Options = Choices };

        IEnumerable<double> Solve(Work<Solution> work)
        {
            var network = (configuration with { Hidden = [.. Enumerable.Repeat(Neurons, hidden)], Training = configuration.Training with { Seed = seed } })
                .CreateNetwork(data);
            yield return 0;
            var slopes = DataGradient.Of(network, data, scene.Run.Cost, default).Derivatives.Layers;
            double first = Mean(slopes[0]), last = Mean(slopes[^1]);
            int answer = Bounds.Count(bound => first > bound * last);
            work.Result = Trial.Exactly(
                answer, new Dictionary<string, double> { ["layers-learn-alike"] = 3, ["nearest-input-most"] = 4 },
                new Dictionary<string, double> { ["first"] = first, ["last"] = last, ["layer"] = hidden + 1 });
        }

        static double Mean(DenseLayer slopes)
        {
            double sum = 0;
            foreach (float slope in slopes.Weights) sum += Math.Abs(slope);
            return sum / slopes.Weights.Length;
        }
    }
}
