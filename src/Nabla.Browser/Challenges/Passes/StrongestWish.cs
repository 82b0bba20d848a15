namespace Nabla.Browser;

/// <summary>Which output has the strongest wish, the largest <c>|∂C/∂a_j|</c>: the one that is farthest from its target, not the largest.</summary>
internal sealed class StrongestWish() : Challenge("strongest-wish", "C20", "nudges.diagram", ChallengeForm.Neuron)
{
    private const int Shown = 4;
    private const int MostDecimals = 3;

    public override Posed? Pose(Scene scene, Rng rng)
    {
        if (!scene.HasTarget || scene.Run.Cost.OutputActivation is not null) return null;
        var last = scene.Explainer.At(scene.Explainer.Depth);
        double[] y = scene.Explainer.Target;
        int[] all = [.. Enumerable.Range(0, y.Length)];
        if (all.Length < Shown) return null;
        int digit = Array.IndexOf(y, 1), tries = 0;
        return Scene.Draw(() =>
        {
            // The right one is among them, for it wishes the other way.
            rng.Shuffle<int>(all);
            int[] neurons = [.. all.Where(j => j != digit).Take(Shown - 1).Append(digit).Order()];
            int decimals = Math.Min(2 + tries++ / y.Length, MostDecimals);
            double apart = 0.99 * Math.Pow(10, -decimals);
            double[] a = [.. neurons.Select(j => Math.Round(last.A[j], decimals))];
            int[] byWish = [.. Enumerable.Range(0, Shown).OrderByDescending(i => Math.Abs(a[i] - y[neurons[i]]))];
            int largest = Enumerable.Range(0, Shown).MaxBy(i => a[i]), strongest = byWish[0];
            bool isTie = Math.Abs(a[strongest] - y[neurons[strongest]]) < Math.Abs(a[byWish[1]] - y[neurons[byWish[1]]]) + apart;
            if (isTie || a.Count(output => output > a[largest] - apart) > 1) return null;
            return (
                new Dictionary<string, double>([.. Written.Numbered("n", neurons.Select(j => (double)j)), .. Written.Numbered("a", a)])
                {
                    ["digit"] = digit, ["layer"] = scene.Explainer.Depth,
                },
                Solution.Exact(
                    neurons[strongest],
                    new Dictionary<string, double> { ["largest-for-farthest"] = neurons[largest] },
                    new Dictionary<string, double>
                    {
                        ["neuron"] = neurons[strongest], ["a"] = a[strongest], ["y"] = y[neurons[strongest]], ["wish"] = -last.DCdA[neurons[strongest]],
                    }));
        });
    }
}
