namespace Nabla.Explanations;

/// <summary>
/// Takes the backpropagation of one example apart, the way the lectures and notes tell it. Every result is a plain
/// record; every derivative is of the cost given, in its own convention, in double precision.
/// </summary>
/// <remarks>
/// Layers are numbered as in the notes: the input is layer 0, the first hidden layer 1, the output layer L. Neurons are
/// counted from 0, so that output 7 of a network for digits is the seven.
/// </remarks>
public sealed class Explainer
{
    private readonly Trace<double> _trace;

    /// <summary>Runs an example forward and backward.</summary>
    /// <param name="network">The network; later changes to it are not seen.</param>
    /// <param name="example">The example; as many inputs as the network has, and as many targets, or no more classes.</param>
    /// <param name="cost">The cost.</param>
    /// <exception cref="ArgumentException">The example does not fit the network, or the cost its output layer.</exception>
    public Explainer(Network network, Example example, Cost cost)
    {
        Fit.Require(Fit.Problems(network, example, cost));
        Reference = new ReferenceNetwork<double>(network);
        Cost = cost;
        _trace = Reference.Trace(example, cost);
    }

    /// <summary>The sizes of the nudges that derivatives are measured with.</summary>
    public static IReadOnlyList<double> NudgeSizes { get; } = [0.01, 0.001, 0.0001, 0.000001];

    /// <summary>Number of layers, L: the number of the output layer.</summary>
    public int Depth => _trace.Layers.Count;

    /// <summary>The cost of the example, <c>C₀</c>.</summary>
    public double Value => _trace.Cost;

    internal ReferenceNetwork<double> Reference { get; }

    internal Cost Cost { get; }

    internal double[] Target => _trace.Target;

    /// <summary>
    /// Whether the output layer's error is computed at once, because <c>δ_j = σ′(z_j)·∂C/∂a_j</c> does not hold (softmax),
    /// or is written <c>a_j − y_j</c> (a cross-entropy and its activation).
    /// </summary>
    internal bool OutputIsJoined => Cost.OutputActivation is not null || !LayerOf(Depth).Activation.IsElementwise;

    /// <summary>z, a, σ′(z), ∂C/∂a and δ of every layer, from the first hidden one to the output.</summary>
    public IReadOnlyList<LayerValues> Layers() => [.. Enumerable.Range(1, Depth).Select(LayerValues)];

    /// <summary>What each output wants, the strongest wish first (C20).</summary>
    public IReadOnlyList<DesiredChange> DesiredChanges() => DesiredChange.Of(this);

    /// <summary>The three ways to move one neuron as the cost wishes: its bias, its weights, the activations before (C21).</summary>
    /// <param name="layer">The layer, from 1.</param>
    /// <param name="neuron">The neuron, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such layer or neuron.</exception>
    public ThreeAvenues Avenues(int layer, int neuron)
    {
        CheckNeuron(layer, neuron);
        return ThreeAvenues.Of(this, layer, neuron);
    }

    /// <summary>The wishes of a layer for each neuron of the layer before, and their sums (C22).</summary>
    /// <param name="layer">The layer whose neurons wish, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such layer.</exception>
    public IReadOnlyList<Wish> Wishes(int layer)
    {
        CheckLayer(layer);
        return Wish.Of(this, layer);
    }

    /// <summary>The chain of factors from a weight or a bias to the cost, beside measured nudges (C24, C25).</summary>
    /// <param name="layer">The weight's layer l, from 1.</param>
    /// <param name="neuron">The neuron j that it leads to, from 0.</param>
    /// <param name="input">The neuron k of the layer before that it comes from, from 0; null for the bias.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such weight.</exception>
    public ChainOfFactors Chain(int layer, int neuron, int? input)
    {
        CheckNeuron(layer, neuron);
        if (input is { } k)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k, nameof(input));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(k, At(layer).Input.Length, nameof(input));
        }

        return ChainOfFactors.Of(this, layer, neuron, input);
    }

    /// <summary>The four equations with this example's numbers, from the output backward (C27).</summary>
    public IReadOnlyList<Equation> Equations() => [.. Enumerable.Range(1, Depth).Reverse().SelectMany(l => Equation.Of(this, l))];

    /// <summary>The forward pass with this example's numbers, from the input onward: <c>z = W·a + b</c> and <c>a = σ(z)</c> of every layer (C2, C4).</summary>
    public IReadOnlyList<Equation> Forward() => [.. Enumerable.Range(1, Depth).SelectMany(l => Equation.Forward(this, l))];

    /// <summary>The gradient of this example's cost, parameter by parameter in file order (C10).</summary>
    public IReadOnlyList<SensitiveParameter> Gradient()
    {
        var all = new List<SensitiveParameter>();
        for (int l = 1; l <= Depth; l++)
        {
            var (layer, trace) = (LayerOf(l), At(l));
            for (int j = 0; j < trace.Z.Length; j++)
            {
                for (int k = 0; k < trace.Input.Length; k++) all.Add(new(new Parameter(l, j, k), layer.Weights[j, k], trace.DCdW[j, k]));
            }

            for (int j = 0; j < trace.Z.Length; j++) all.Add(new(new Parameter(l, j), layer.Biases[j], trace.DCdB[j]));
        }

        return all;
    }

    /// <summary>The network run backward, each neuron an amplifier (C28).</summary>
    public BackwardNetwork Backward() => BackwardNetwork.Of(this);

    internal LayerTrace<double> At(int layer) => _trace.Layers[layer - 1];

    internal ReferenceLayer<double> LayerOf(int layer) => Reference.Layers[layer - 1];

    /// <summary>What each activation of a layer means to the cost; layer 0 is the input.</summary>
    internal double[] DCdA(int layer) => layer == 0 ? _trace.DCdInput : At(layer).DCdA;

    /// <summary>The change of the cost when one weighted sum of a layer has another value.</summary>
    internal double CostChange(int layer, int neuron, double z)
    {
        double[] sums = [.. At(layer).Z];
        sums[neuron] = z;
        return Reference.CostFrom(layer - 1, sums, Target, Cost) - Value;
    }

    /// <summary>Null for what is not finite: <c>−y/a</c> where a vanishes.</summary>
    internal static double? Finite(double x) => double.IsFinite(x) ? x : null;

    private LayerValues LayerValues(int layer)
    {
        var values = At(layer);
        return new LayerValues(
            Layer: layer,
            Activation: LayerOf(layer).Activation.Name,
            Z: values.Z,
            A: values.A,
            Slope: values.Slope,
            DCdA: [.. values.DCdA.Select(Finite)],
            Delta: values.Delta);
    }

    private void CheckLayer(int layer)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(layer, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(layer, Depth);
    }

    private void CheckNeuron(int layer, int neuron)
    {
        CheckLayer(layer);
        ArgumentOutOfRangeException.ThrowIfNegative(neuron);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(neuron, At(layer).Z.Length);
    }
}
