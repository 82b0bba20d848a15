namespace Nabla.Experiments;

/// <summary>
/// The cost of a few examples as a function of a network's weights, with any function as its activation; also one that cannot be trained.
/// </summary>
internal sealed class CostLandscape
{
    private readonly ReferenceLayer<double>[] _layers;
    private readonly Func<double, double> _activation;
    private readonly Cost? _cost;
    private readonly double[][] _targets;

    // What goes into each layer for each example. A nudge changes nothing before its own layer.
    private readonly double[][][] _inputs;
    private readonly List<(int Layer, int Neuron, int Input)> _places;

    /// <param name="network">The network; later changes to it are not seen.</param>
    /// <param name="data">The examples.</param>
    /// <param name="activation">The activation of every neuron; of the hidden ones alone where a cost is given.</param>
    /// <param name="cost">The cost, of the network's own outputs; null for the quadratic one of outputs with that activation too.</param>
    public CostLandscape(Network network, Dataset data, Func<double, double> activation, Cost? cost = null)
    {
        _cost = cost;
        _layers = new ReferenceNetwork<double>(network).Layers;
        _activation = activation;
        var examples = Enumerable.Range(0, data.Count).Select(i => data[i]).ToList();
        _targets = [.. examples.Select(example => Backpropagation.Convert<double>(example.Target))];
        _inputs = new double[_layers.Length][][];
        _inputs[0] = [.. examples.Select(example => Backpropagation.Convert<double>(example.Input))];
        for (int l = 1; l < _layers.Length; l++) _inputs[l] = Array.ConvertAll(_inputs[l - 1], input => Forward(_layers[l - 1], input));
        _places =
        [
            .. from l in Enumerable.Range(0, _layers.Length)
               from j in Enumerable.Range(0, _layers[l].Weights.GetLength(0))
               from k in Enumerable.Range(0, _layers[l].Weights.GetLength(1))
               where l > 0 || _inputs[0].Any(input => input[k] != 0)
               select (l, j, k),
        ];
        Cost = Measure(from: 0);
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
        double cost = Measure(l);
        weight = original;
        return cost;
    }

    private double Measure(int from)
    {
        double sum = 0;
        for (int e = 0; e < _targets.Length; e++)
        {
            double[] a = _inputs[from][e];
            for (int l = from; l < _layers.Length - 1; l++) a = Forward(_layers[l], a);
            double[] z = _layers[^1].WeightedSums(a);
            sum += _cost is null
                ? Nabla.Cost.Quadratic.Value<double>(z, Array.ConvertAll(z, one => _activation(one)), _targets[e])
                : _cost.Value<double>(z, _layers[^1].Activations(z), _targets[e]);
        }

        return sum / _targets.Length;
    }

    private double[] Forward(ReferenceLayer<double> layer, double[] input) => Array.ConvertAll(layer.WeightedSums(input), z => _activation(z));
}
