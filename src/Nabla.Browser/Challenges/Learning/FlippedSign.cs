namespace Nabla.Browser;

/// <summary>With the sign of a step flipped, <c>w ← w + η ∂C/∂w</c>, the cost is climbed.</summary>
internal sealed class FlippedSign() : Challenge("flipped-sign", "C30", "training.cost", ChallengeForm.Choice)
{
    private const int Examples = 200;
    private const double Alike = 0.05;

    private static readonly string[] Choices = ["lower", "same", "doubled", "more", "endless"];
    private static readonly int[] Lengths = [1, 2, 5, 10, 20, 50, 100];

    public override Posed? Pose(Scene scene, Rng rng)
    {
        if (!Trial.IsShort(scene)) return null;
        var data = Trial.Train(scene, Examples);
        var training = scene.Run.Configuration.Training;
        int steps = Lengths[rng.NextInt(Lengths.Length)], batch = Math.Min(training.BatchSize, data.Count);
        double rate = training.Optimizer.LearningRate, before = CostOf(scene.Network);
        if (!(before > 0 && double.IsFinite(before))) return null;
        var values = new Dictionary<string, double>
        {
            ["steps"] = steps, ["batch"] = batch, ["rate"] = rate, ["examples"] = data.Count, ["before"] = Trial.Shown(before), ["alike"] = 100 * Alike,
        };
        return new Posed(values, Solve) { Options = Choices };

        IEnumerable<double> Solve(Work<Solution> work)
        {
            var network = scene.Network.Clone();
            double last = before, after = before;
            for (int step = 0; step < steps && double.IsFinite(after); step++)
            {
                Climb(network, data, scene.Run.Cost, rate, step * batch, batch);
                (last, after) = (after, CostOf(network));
                yield return (step + 1.0) / steps;
            }

            double growth = after / before;
            int answer = !double.IsFinite(after) ? 4 : growth < 1 - Alike ? 0 : growth <= 1 + Alike ? 1 : growth <= 2 ? 2 : 3;
            work.Result = Trial.Exactly(
                answer, new Dictionary<string, double> { ["down-either-way"] = 0 },
                new Dictionary<string, double> { ["before"] = before, ["after"] = double.IsFinite(after) ? after : last });
        }

        double CostOf(Network network) => Evaluator.Evaluate(network, data, scene.Run.Cost).Cost;
    }

    /// <summary>A step up the cost of some examples in their own order, from the first again after the last.</summary>
    public static void Climb(Network network, Dataset data, Cost cost, double rate, int first, int count)
    {
        int[] batch = [.. Enumerable.Range(0, count).Select(i => (first + i) % data.Count)];
        var gradient = DataGradient.Of(network, data, cost, default, batch).Derivatives;
        foreach (var (layer, slopes) in network.Layers.Zip(gradient.Layers))
        {
            Add(slopes.Weights, layer.Weights);
            Add(slopes.Biases, layer.Biases);
        }

        void Add(Span<float> slopes, Span<float> parameters)
        {
            for (int i = 0; i < slopes.Length; i++) parameters[i] += (float)rate * slopes[i];
        }
    }
}
