namespace Nabla.Browser;

/// <summary>How many different neurons a hidden layer has after an epoch: random weights are what sets them apart.</summary>
internal abstract class DifferentNeurons(string name) : Challenge(name, "C15", "training.accuracy", ChallengeForm.Number)
{
    private const int Examples = 200;

    public override Posed? Pose(Scene scene, Rng rng)
    {
        int[] layers = [.. Enumerable.Range(1, scene.Explainer.Depth - 1).Where(layer => scene.Network.Layers[layer - 1].Outputs > 1)];
        if (layers.Length == 0 || !Trial.IsShort(scene)) return null;
        int layer = layers[rng.NextInt(layers.Length)];
        ulong seed = (ulong)rng.NextInt(1000);
        var values = new Dictionary<string, double> { ["layer"] = layer, ["seed"] = seed };
        var network = Begin(scene, rng, seed, values);
        if (network.Layers.Count <= layer) return null;
        var data = Trial.Train(scene, Examples);
        values["neurons"] = network.Layers[layer - 1].Outputs;
        values["examples"] = data.Count;
        return new Posed(values, Solve);

        IEnumerable<double> Solve(Work<Solution> work)
        {
            var trainer = new Trainer(network, data, Trial.Options(scene, seed, epochs: 1));
            foreach (double part in Trial.Steps(trainer)) yield return part;
            var learned = trainer.Network.Layers[layer - 1];
            int different = Trial.DifferentNeurons(learned);
            work.Result = Trial.Exactly(
                different, Slips(learned.Outputs), new Dictionary<string, double> { ["different"] = different, ["neurons"] = learned.Outputs });
        }
    }

    /// <summary>The network that the epoch begins with.</summary>
    protected abstract Network Begin(Scene scene, Rng rng, ulong seed, Dictionary<string, double> values);

    protected abstract IReadOnlyDictionary<string, double> Slips(int neurons);
}

/// <summary>Where all weights begin alike, all neurons of a hidden layer get the same gradient, and stay one.</summary>
internal sealed class EqualWeights() : DifferentNeurons("equal-weights")
{
    private static readonly double[] Beginnings = [0.01, 0.02, 0.05, 0.1, 0.2];

    protected override Network Begin(Scene scene, Rng rng, ulong seed, Dictionary<string, double> values)
    {
        double weight = values["weight"] = Beginnings[rng.NextInt(Beginnings.Length)];
        return Trial.Network(scene, seed, Initializer.Constant((float)weight));
    }

    protected override IReadOnlyDictionary<string, double> Slips(int neurons) => new Dictionary<string, double> { ["training-tells-apart"] = neurons };
}

/// <summary>Where only the biases begin alike, the weights tell the neurons apart.</summary>
internal sealed class ZeroBiases() : DifferentNeurons("zero-biases")
{
    protected override Network Begin(Scene scene, Rng rng, ulong seed, Dictionary<string, double> values)
    {
        var network = Trial.Network(scene, seed, scene.Network.Layers[0].Activation.UsualInitializer);
        foreach (var layer in network.Layers) layer.Biases.Clear();
        return network;
    }

    protected override IReadOnlyDictionary<string, double> Slips(int neurons) => new Dictionary<string, double> { ["equal-biases-equal-neurons"] = 1 };
}
