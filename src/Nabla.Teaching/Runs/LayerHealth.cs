namespace Nabla.Runs;

/// <summary>How much the neurons of a layer still tell of the input, and how far its weights have gone.</summary>
/// <param name="Layer">The layer, from 1.</param>
/// <param name="Neurons">Its neurons.</param>
/// <param name="Silent">Those whose activation is the same for every example.</param>
/// <param name="LargestSlope">The largest σ′ of a silent one, for any example.</param>
/// <param name="IsAlike">Whether all have the same weights and bias, though there are several.</param>
/// <param name="LargestWeight">The largest |w|.</param>
/// <param name="WeightAtStart">The same before training.</param>
/// <param name="Moved">How far the weights have gone, as a part of their length before training.</param>
internal sealed record LayerHealth(
    int Layer, int Neurons, int Silent, double LargestSlope, bool IsAlike, double LargestWeight, double WeightAtStart, double Moved)
{
    // An activation that varies by less tells nothing that float could tell apart after some weights; a slope that is less passes nothing back.
    private const double Same = 1e-3, Flat = 1e-3;

    /// <summary>Whether at least half of its neurons are silent.</summary>
    public bool IsSilent => 2 * Silent >= Neurons && Silent > 0;

    /// <summary>Whether the silent ones do not answer to their weights either, so that they learn no more.</summary>
    public bool IsFlat => LargestSlope <= Flat;

    /// <summary>How many times the largest |w| is what it was; 1 where all weights were 0.</summary>
    public double Growth => WeightAtStart > 0 ? LargestWeight / WeightAtStart : 1;

    /// <summary>Whether it was silent before training.</summary>
    public bool WasSilent { get; private init; }

    /// <summary>That of each layer.</summary>
    /// <param name="network">The network.</param>
    /// <param name="start">The same before training; null where that is not known, and then it counts as neither moved nor grown.</param>
    /// <param name="data">What it is shown.</param>
    public static IReadOnlyList<LayerHealth> Of(Network network, Network? start, Dataset data)
    {
        start ??= network;
        var now = Spreads(network, data);
        var before = Spreads(start, data);
        return [.. network.Layers.Select((layer, l) =>
        {
            int[] silent = SilentIn(now[l]);
            double length = 0, way = 0;
            for (int i = 0; i < layer.Weights.Length; i++)
            {
                length += (double)start.Layers[l].Weights[i] * start.Layers[l].Weights[i];
                way += Math.Pow(layer.Weights[i] - start.Layers[l].Weights[i], 2);
            }

            return new LayerHealth(
                l + 1, layer.Outputs, silent.Length, silent.Select(j => now[l].Slope[j]).DefaultIfEmpty(1).Max(), IsAlikeIn(layer),
                Largest(layer), Largest(start.Layers[l]), way == 0 ? 0 : Math.Sqrt(way / length))
            {
                WasSilent = 2 * SilentIn(before[l]).Length >= layer.Outputs,
            };
        })];
    }

    private static int[] SilentIn((double[] Least, double[] Most, double[] Slope) spread) => [.. Enumerable.Range(0, spread.Least.Length)
        .Where(j => !(spread.Most[j] - spread.Least[j] > Same * Math.Max(1, Math.Abs(spread.Most[j]))))];

    private static bool IsAlikeIn(DenseLayer layer)
    {
        if (layer.Outputs < 2) return false;
        for (int j = 1; j < layer.Outputs; j++)
        {
            if (layer.Biases[j] != layer.Biases[0] || !layer.Row(j).SequenceEqual(layer.Row(0))) return false;
        }

        return true;
    }

    private static double Largest(DenseLayer layer)
    {
        double largest = 0;
        foreach (float w in layer.Weights) largest = Math.Max(largest, Math.Abs(w));
        return largest;
    }

    private static (double[] Least, double[] Most, double[] Slope)[] Spreads(Network network, Dataset data)
    {
        var reference = new ReferenceNetwork<double>(network);
        var spreads = network.Layers.Select(layer => (
            Least: Enumerable.Repeat(double.PositiveInfinity, layer.Outputs).ToArray(),
            Most: Enumerable.Repeat(double.NegativeInfinity, layer.Outputs).ToArray(), Slope: new double[layer.Outputs])).ToArray();
        float[] input = new float[data.Inputs];
        for (int i = 0; i < data.Count; i++)
        {
            data.CopyInput(i, input);
            double[] a = Backpropagation.Convert<double>(input);
            for (int l = 0; l < spreads.Length; l++)
            {
                double[] z = reference.Layers[l].WeightedSums(a), slopes = new double[z.Length];
                a = reference.Layers[l].Activations(z);
                reference.Layers[l].Activation.Derivative<double>(z, slopes);
                for (int j = 0; j < a.Length; j++)
                {
                    spreads[l].Least[j] = Math.Min(spreads[l].Least[j], a[j]);
                    spreads[l].Most[j] = Math.Max(spreads[l].Most[j], a[j]);
                    spreads[l].Slope[j] = Math.Max(spreads[l].Slope[j], Math.Abs(slopes[j]));
                }
            }
        }

        return spreads;
    }
}
