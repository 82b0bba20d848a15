namespace Nabla.Browser;

/// <summary>One of the paths on which the error of the outputs comes back to a weight, factor by factor.</summary>
/// <param name="Parameter">The weight or bias.</param>
/// <param name="Neurons">The neurons that it goes through, from the weight's own to an output.</param>
/// <param name="Factors">Its factors, from the error of the output to what the weight multiplies.</param>
/// <param name="Share">What it brings to the weight's neuron: the product of all factors but the last.</param>
/// <param name="Delta">The error δ of that neuron, to which all paths add up.</param>
/// <param name="Part">Share in proportion to Delta: more than 1 or below 0 where paths cancel; null where there is no error.</param>
/// <param name="Derivative">∂C/∂w: the whole error times what the weight multiplies.</param>
/// <param name="Paths">How many paths there are.</param>
/// <param name="Sum">The sum of the shares of all paths, each multiplied out by itself; null where they are too many for that.</param>
/// <param name="Sizes">The sum of the sizes of all shares; what it is larger than |Delta| cancels.</param>
/// <param name="IsStrongest">Whether no path brings more.</param>
internal sealed record ErrorPath(
    Parameter Parameter, IReadOnlyList<int> Neurons, IReadOnlyList<PathFactor> Factors, double Share, double Delta, double? Part, double Derivative,
    double Paths, double? Sum, double Sizes, bool IsStrongest);

/// <summary>A factor of a path.</summary>
/// <param name="Kind">error: δ of an output; weight: what the path crosses; slope: σ′(z), the gain of a neuron; input: what the weight at its end multiplies.</param>
/// <param name="Layer">The layer that it belongs to, from 1; of an input the one before its weight's, 0 for the network's own.</param>
/// <param name="Neuron">The neuron, from 0; of a weight the one that it leads to; of a bias's input, which is 1, null.</param>
/// <param name="From">Of a weight, the neuron of the layer before that it comes from; else null.</param>
/// <param name="Value">Its value.</param>
/// <param name="Product">The product of all factors as far as this one.</param>
internal sealed record PathFactor(string Kind, int Layer, int? Neuron, int? From, double Value, double Product);

/// <summary>How large the gradients of new networks are by layer, on examples of the run.</summary>
/// <param name="Sizes">The number of inputs, then of neurons layer by layer.</param>
/// <param name="Examples">How many examples were run forward and backward.</param>
/// <param name="OutputActivation">The name of the activation of the outputs: the run's own.</param>
/// <param name="Cost">The name of the cost: the run's own.</param>
/// <param name="Shown">The network that was asked for.</param>
/// <param name="Usual">The same network with sigmoids and Xavier's initialiser, to compare it with.</param>
internal sealed record DepthGradients(
    IReadOnlyList<int> Sizes, int Examples, string OutputActivation, string Cost, GradientProfile Shown, GradientProfile Usual);

/// <summary>How large the gradients of a new network are; each list has a number a layer, from the first hidden one to the output.</summary>
/// <param name="Activation">The name of the activation of its hidden layers.</param>
/// <param name="Initializer">The name of its initialiser.</param>
/// <param name="Weights">The mean of |∂C/∂w| over the weights of a layer and the examples.</param>
/// <param name="Errors">√(mean of δ²) over the neurons of a layer and the examples.</param>
/// <param name="Slopes">The mean of σ′(z), of the hidden layers alone.</param>
/// <param name="WeightRatio">The first of Weights in proportion to the last; null where the last is 0.</param>
/// <param name="ErrorRatio">The first of Errors in proportion to the last; null where the last is 0.</param>
internal sealed record GradientProfile(
    string Activation, string Initializer, IReadOnlyList<double> Weights, IReadOnlyList<double> Errors, IReadOnlyList<double> Slopes,
    double? WeightRatio, double? ErrorRatio);
