namespace Nabla.Browser;

/// <summary>Which of four weight pictures is most like an edge, measured as the correlation with the best one of all places and angles.</summary>
internal sealed class WhichIsAnEdge() : Challenge("which-is-an-edge", "C16", "inside.weights", ChallengeForm.Neuron)
{
    private const int Shown = 4;
    private const double Apart = 0.03;
    private const double Fewer = 0.98;

    public override Posed? Pose(Scene scene, Rng rng)
    {
        var (layer, data) = (scene.Network.Layers[0], scene.Run.Train);
        if (layer.Outputs < Shown || !data.IsImages || data.Width * data.Height != layer.Inputs) return null;
        var strokes = WeightStrokes.Of(data.Width, data.Height);
        var known = new Dictionary<int, double>();
        int[] all = [.. Enumerable.Range(0, layer.Outputs)];
        // What can be told by eye comes first; of a network that has not begun nothing can.
        double apart = Apart;
        return Scene.Draw(() =>
        {
            rng.Shuffle<int>(all);
            int[] neurons = [.. all.Take(Shown).Order()], byLikeness = [.. neurons.OrderByDescending(Likeness)];
            if (Likeness(byLikeness[0]) < Likeness(byLikeness[1]) + (apart *= Fewer)) return null;
            int strongest = neurons.MaxBy(Size);
            return (
                new Dictionary<string, double>(Written.Numbered("n", neurons.Select(neuron => (double)neuron))) { ["layer"] = 1 },
                Solution.Exact(
                    byLikeness[0],
                    new Dictionary<string, double> { ["strongest-for-edge"] = strongest },
                    new Dictionary<string, double> { ["neuron"] = byLikeness[0], ["likeness"] = Likeness(byLikeness[0]), ["next"] = Likeness(byLikeness[1]) }));
        });

        double Likeness(int neuron) => known.TryGetValue(neuron, out double likeness) ? likeness : known[neuron] = Math.Abs(strokes.Nearest(layer.Row(neuron)).Likeness);

        double Size(int neuron)
        {
            double sum = 0;
            foreach (float weight in layer.Row(neuron)) sum += (double)weight * weight;
            return sum;
        }
    }
}
