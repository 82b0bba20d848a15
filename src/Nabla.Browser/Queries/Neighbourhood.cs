namespace Nabla.Browser;

/// <summary>What every layer makes of the first test digits, and which of them are near an example there.</summary>
internal sealed class Neighbourhood(ReferenceNetwork<double> network, Dataset digits)
{
    /// <summary>How many digits are looked at.</summary>
    public const int Most = 500;

    private readonly List<double[][]> _seen = [];

    public int Count => Math.Min(Most, digits.Count);

    public double Done => (double)_seen.Count / Count;

    public bool Advance(Slice slice)
    {
        while (_seen.Count < Count && !slice.IsOver) _seen.Add(Through([.. digits[_seen.Count].Input.Select(pixel => (double)pixel)]));
        return _seen.Count == Count;
    }

    /// <summary>The nearest digits in the pixels and in every layer.</summary>
    /// <param name="input">The example.</param>
    /// <param name="itself">Its own place among the digits; −1 where it is none of them.</param>
    /// <param name="count">How many.</param>
    public IReadOnlyList<LayerNeighbours> Of(double[] input, int itself, int count)
    {
        double[][] here = Through(input);
        return
        [
            .. here.Select((a, layer) => new LayerNeighbours(layer,
            [
                .. _seen.Select((other, i) => new Neighbour(i, digits.Label(i), Distance(a, other[layer])))
                    .Where(neighbour => neighbour.Index != itself).OrderBy(neighbour => neighbour.Distance).Take(count),
            ])),
        ];
    }

    private double[][] Through(double[] input)
    {
        double[][] a = new double[network.Layers.Length + 1][];
        a[0] = input;
        for (int l = 0; l < network.Layers.Length; l++) a[l + 1] = network.Layers[l].Activations(network.Layers[l].WeightedSums(a[l]));
        return a;
    }

    private static double Distance(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
        return Math.Sqrt(sum);
    }
}
