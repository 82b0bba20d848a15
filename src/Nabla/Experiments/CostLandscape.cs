namespace Nabla;

/// <summary>
/// The quadratic cost of a few examples as a function of a network's weights, with any function as its activation; also one
/// that cannot be trained.
/// </summary>
internal sealed class CostLandscape
{
    private readonly ReferenceLayer<double>[] _layers;
    private readonly Func<double, double> _activation;
    private readonly (double[] Input, double[] Target)[] _examples;
    private readonly List<(int Layer, int Neuron, int Input)> _places;

    public CostLandscape(Network network, Dataset data, Func<double, double> activation)
    {
        _layers = new ReferenceNetwork<double>(network).Layers;
        _activation = activation;
        _examples =
        [
            .. Enumerable.Range(0, data.Count).Select(i => data[i])
                .Select(example => (Backpropagation.Convert<double>(example.Input), Backpropagation.Convert<double>(example.Target))),
        ];
        _places =
        [
            .. from l in Enumerable.Range(0, _layers.Length)
               from j in Enumerable.Range(0, _layers[l].Weights.GetLength(0))
               from k in Enumerable.Range(0, _layers[l].Weights.GetLength(1))
               where l > 0 || _examples.Any(example => example.Input[k] != 0)
               select (l, j, k),
        ];
        Cost = Measure();
    }

    /// <summary>The weights that can matter: those whose input is not dark in every example.</summary>
    public IReadOnlyList<(int Layer, int Neuron, int Input)> Weights => _places;

    /// <summary>The cost where the weights are as they were given.</summary>
    public double Cost { get; }

    public double Weight(int l, int j, int k) => _layers[l].Weights[j, k];

    /// <summary>The cost where one weight has another value.</summary>
    public double CostAt(int l, int j, int k, double value)
    {
        ref double weight = ref _layers[l].Weights[j, k];
        double original = weight;
        weight = value;
        double cost = Measure();
        weight = original;
        return cost;
    }

    private double Measure()
    {
        double sum = 0;
        foreach (var (input, target) in _examples)
        {
            double[] a = input;
            foreach (var layer in _layers) a = Array.ConvertAll(layer.WeightedSums(a), z => _activation(z));
            sum += Nabla.Cost.Quadratic.Value<double>(default, a, target);
        }

        return sum / _examples.Length;
    }
}
