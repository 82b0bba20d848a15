namespace Nabla.Browser;

/// <summary>A bias's derivative over a mini-batch: the mean of its examples' errors, <c>∂C/∂b_j = (1/m)·Σ δ_j</c>.</summary>
internal sealed class BiasOverBatch() : Challenge("bias-over-batch", "C23", "nudges.table", ChallengeForm.Number)
{
    private const int Examples = 5;

    public override Posed? Pose(Scene scene, Rng rng)
    {
        var (reference, data) = (scene.Explainer.Reference, scene.Run.Train);
        if (data.Count < Examples) return null;
        var output = reference.Layers[^1];
        return Scene.Draw(() =>
        {
            int neuron = rng.NextInt(output.Biases.Length);
            int[] examples = [.. Enumerable.Range(0, Examples).Select(_ => rng.NextInt(data.Count))];
            double[] errors = Written.Alike(examples.Select(i => Error(data[i], neuron)));
            double sum = errors.Sum();
            return (
                new Dictionary<string, double>([.. Written.Numbered("e", examples.Select(i => (double)i)), .. Written.Numbered("d", errors)])
                {
                    ["layer"] = reference.Layers.Length, ["neuron"] = neuron, ["count"] = Examples,
                },
                Solution.Of(
                    sum / Examples,
                    new Dictionary<string, double> { ["sum-for-mean"] = sum, ["without-signs"] = errors.Sum(Math.Abs) / Examples, ["flipped-sign"] = -sum / Examples },
                    new Dictionary<string, double> { ["sum"] = sum, ["count"] = Examples, ["mean"] = sum / Examples }));
        });

        double Error(Example example, int neuron)
        {
            double[] a = Backpropagation.Convert<double>(example.Input), z = a;
            foreach (var layer in reference.Layers)
            {
                z = layer.WeightedSums(a);
                a = layer.Activations(z);
            }

            return FourEquations.OutputError(scene.Run.Cost, output.Activation, z, a, reference.Target(example))[neuron];
        }
    }
}
