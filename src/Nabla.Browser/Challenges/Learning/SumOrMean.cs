namespace Nabla.Browser;

/// <summary>A mini-batch's gradient is a mean, <c>1/n · Σ ∂C_x/∂w</c>: examples that stand in it several times over change nothing.</summary>
internal sealed class SumOrMean() : Challenge("sum-or-mean", "C26", "training.gradient", ChallengeForm.Number)
{
    private const int Count = 10, MostTimes = 5;

    public override Posed? Pose(Scene scene, Rng rng)
    {
        var data = scene.Run.Train;
        if (data.Count < Count || !Trial.IsShort(scene)) return null;
        int first = rng.NextInt(data.Count - Count + 1), times = 2 + rng.NextInt(MostTimes - 1);
        double once = Length(1), often = Length(times);
        if (!(once > 0 && double.IsFinite(once))) return null;
        double ratio = often / once;
        return Posed.With(
            new Dictionary<string, double> { ["count"] = Count, ["first"] = first, ["times"] = times, ["all"] = times * Count },
            Solution.Of(
                ratio,
                new Dictionary<string, double> { ["sum-for-mean"] = times * ratio, ["divided-without-adding"] = ratio / times },
                new Dictionary<string, double> { ["once"] = once, ["often"] = often, ["all"] = times * Count }));

        double Length(int times)
        {
            int[] batch = [.. Enumerable.Range(0, times * Count).Select(i => first + i % Count)];
            var gradient = DataGradient.Of(scene.Network, data, scene.Run.Cost, default, batch).Derivatives;
            double squares = 0;
            foreach (var layer in gradient.Layers)
            {
                foreach (float x in layer.Weights) squares += (double)x * x;
                foreach (float x in layer.Biases) squares += (double)x * x;
            }

            return Math.Sqrt(squares);
        }
    }
}
