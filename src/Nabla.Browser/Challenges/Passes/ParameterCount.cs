namespace Nabla.Browser;

/// <summary>The number of weights and biases: <c>Σ_l (n_{l−1} + 1)·n_l</c>.</summary>
internal sealed class ParameterCount() : Challenge("parameter-count", "C1", "structure.parameters", ChallengeForm.Number)
{
    public override Posed? Pose(Scene scene, Rng rng)
    {
        var network = scene.Network;
        int biases = network.Layers.Sum(layer => layer.Outputs), weights = network.ParameterCount - biases;
        return Posed.With(
            new Dictionary<string, double> { ["layers"] = network.Layers.Count, ["inputs"] = network.Inputs, ["neurons"] = biases },
            Solution.Exact(
                network.ParameterCount,
                new Dictionary<string, double> { ["without-bias"] = weights, ["neurons-for-parameters"] = biases },
                new Dictionary<string, double> { ["weights"] = weights, ["biases"] = biases, ["all"] = network.ParameterCount }));
    }
}
