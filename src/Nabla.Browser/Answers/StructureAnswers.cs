namespace Nabla.Browser;

/// <summary>What the network does with an example, forward and, where it has a target, backward.</summary>
/// <param name="Example">The example.</param>
/// <param name="Label">Its class; null for a drawing of which nobody said what it is.</param>
/// <param name="Prediction">The class that the network sees.</param>
/// <param name="Cost">Its cost; null without a target.</param>
/// <param name="Target">What the outputs should be; null without a target.</param>
/// <param name="Input">The inputs, 0 to 1.</param>
/// <param name="Layers">The layers, from the first hidden one to the output.</param>
internal sealed record Explanation(
    ExampleRef Example, int? Label, int Prediction, double? Cost, IReadOnlyList<double>? Target, IReadOnlyList<double> Input,
    IReadOnlyList<LayerView> Layers);

/// <summary>What one layer did with an example; each list has a number a neuron.</summary>
/// <param name="Layer">The layer, from 1.</param>
/// <param name="Activation">The name of its activation function σ.</param>
/// <param name="Z">The weighted sums.</param>
/// <param name="A">The activations, a = σ(z).</param>
/// <param name="Slope">The steepness, σ′(z).</param>
/// <param name="DCdA">∂C/∂a, null where it is infinite; none without a target.</param>
/// <param name="Delta">The error δ = ∂C/∂z; none without a target.</param>
internal sealed record LayerView(
    int Layer, string Activation, IReadOnlyList<double> Z, IReadOnlyList<double> A, IReadOnlyList<double> Slope,
    IReadOnlyList<double?>? DCdA, IReadOnlyList<double>? Delta)
{
    /// <summary>What a layer did, with its errors where the example has a target.</summary>
    public static LayerView Of(LayerValues l, bool isJudged) => new(l.Layer, l.Activation, l.Z, l.A, l.Slope, isJudged ? l.DCdA : null, isJudged ? l.Delta : null);
}

/// <summary>One neuron and an example.</summary>
/// <param name="Layer">The layer, from 1.</param>
/// <param name="Neuron">The neuron, from 0.</param>
/// <param name="Activation">The name of its activation function σ.</param>
/// <param name="Bias">Its bias b.</param>
/// <param name="WeightedInputs">The sum of its contributions, Σ w·a.</param>
/// <param name="Z">z = Σ w·a + b.</param>
/// <param name="A">a = σ(z).</param>
/// <param name="Slope">σ′(z).</param>
/// <param name="Delta">δ = ∂C/∂z; null without a target.</param>
/// <param name="Contributions">What each input contributes, the largest in size first.</param>
/// <param name="Curve">The activation function about z, from left to right; empty for softmax, which looks at all sums of its layer.</param>
internal sealed record NeuronView(
    int Layer, int Neuron, string Activation, double Bias, double WeightedInputs, double Z, double A, double Slope, double? Delta,
    IReadOnlyList<Contribution> Contributions, IReadOnlyList<CurvePoint> Curve);

/// <summary>What one input contributes to a weighted sum.</summary>
/// <param name="Input">The neuron of the layer before, from 0.</param>
/// <param name="Weight">The weight w.</param>
/// <param name="Activation">The activation a that it multiplies.</param>
/// <param name="Product">w·a.</param>
internal sealed record Contribution(int Input, double Weight, double Activation, double Product);

/// <summary>A point of an activation function.</summary>
/// <param name="Z">z.</param>
/// <param name="A">σ(z).</param>
/// <param name="Slope">σ′(z).</param>
internal sealed record CurvePoint(double Z, double A, double Slope);
