namespace Nabla.Browser;

/// <summary>Pixels from 0 to 255 in place of 0 to 1 make weighted sums 255 times as large: the neurons are saturated before they learn anything.</summary>
internal sealed class PixelsUndivided() : Challenge("pixels-undivided", "C3", "structure.neuron", ChallengeForm.Number)
{
    private const int Examples = 20;
    private const float White = 255;
    private const double Near = 10;

    public override Posed? Pose(Scene scene, Rng rng)
    {
        ulong seed = (ulong)rng.NextInt(1000);
        var layer = Trial.Network(scene, seed).Layers[0];
        var data = Trial.Train(scene, Examples);
        if (!layer.Activation.IsElementwise || !Trial.IsShort(scene)) return null;
        float[][] inputs = [.. Enumerable.Range(0, data.Count).Select(i => data[i].Input)];
        double divided = Trial.Saturated(layer, inputs), undivided = Trial.Saturated(layer, inputs.Select(input => Array.ConvertAll(input, x => x * White)));
        var solution = Trial.Nearly(
            undivided, Near, new Dictionary<string, double> { ["scale-is-all-the-same"] = divided },
            new Dictionary<string, double> { ["undivided"] = undivided, ["divided"] = divided, ["white"] = White });
        return solution.Slips.Count > 0
            ? Posed.With(
                new Dictionary<string, double> { ["neurons"] = layer.Outputs, ["examples"] = data.Count, ["seed"] = seed, ["white"] = White, ["flat"] = Trial.Flat },
                solution)
            : null;
    }
}
