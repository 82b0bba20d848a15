namespace Nabla.Browser;

/// <summary>The gradient of the mini-batch that comes next at this moment, by layers.</summary>
/// <param name="Step">Steps before the mini-batch.</param>
/// <param name="Cost">The mean cost of its examples.</param>
/// <param name="Length">The length of the gradient, √Σ(∂C/∂θ)².</param>
/// <param name="Layers">The layers, from the first hidden one to the output.</param>
internal sealed record BatchGradient(long Step, double Cost, double Length, IReadOnlyList<LayerGradient> Layers);

/// <summary>A layer's part of a gradient.</summary>
/// <param name="Layer">The layer, from 1.</param>
/// <param name="Parameters">Its number of weights and biases.</param>
/// <param name="Length">The length of its part, √Σ(∂C/∂θ)².</param>
/// <param name="Mean">The mean of |∂C/∂θ|.</param>
/// <param name="Largest">The largest |∂C/∂θ|.</param>
/// <param name="Share">Its part of the squared length, 0 to 1.</param>
internal sealed record LayerGradient(int Layer, int Parameters, double Length, double Mean, double Largest, double Share);

/// <summary>The table of examples × parameters, whose mean is the gradient of the mini-batch.</summary>
/// <param name="Examples">The examples of the mini-batch, by their place among those that the run learns from.</param>
/// <param name="Labels">Their classes.</param>
/// <param name="Costs">Their costs.</param>
/// <param name="Rows">Parameters with every example's derivative: those that were asked for, then the largest means.</param>
/// <param name="LargestDifference">The largest difference of all parameters between the mean and the gradient that a training step uses.</param>
/// <param name="Length">The length of the mini-batch's gradient.</param>
/// <param name="FullExamples">The number of examples that the full gradient is the mean of.</param>
/// <param name="FullLength">The length of the full gradient.</param>
/// <param name="Cosine">The cosine of the angle between the two; null where one of them is zero.</param>
/// <param name="ExampleCosines">The same of each example alone.</param>
internal sealed record Averaging(
    IReadOnlyList<int> Examples, IReadOnlyList<int> Labels, IReadOnlyList<double> Costs, IReadOnlyList<AveragingRowView> Rows,
    double LargestDifference, double Length, int FullExamples, double FullLength, double? Cosine, IReadOnlyList<double?> ExampleCosines);

/// <summary>One parameter's row of the table.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Value">Its value.</param>
/// <param name="Derivatives">Its derivative on each example.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Gradient">The same derivative as a training step on these examples has it.</param>
/// <param name="FullGradient">Its derivative over all examples.</param>
internal sealed record AveragingRowView(
    Parameter Parameter, double Value, IReadOnlyList<double> Derivatives, double Mean, double Gradient, double FullGradient);

/// <summary>A derivative by backpropagation beside the same by nudging the parameter.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Value">Its value.</param>
/// <param name="Computed">∂C/∂θ by backpropagation.</param>
/// <param name="Measured">The same by finite differences.</param>
/// <param name="RelativeError">Their difference, relative to the larger of them.</param>
/// <param name="Tolerance">The largest relative difference that counts as agreement.</param>
/// <param name="Agrees">Whether they agree.</param>
internal sealed record DerivativeCheck(
    Parameter Parameter, double Value, double Computed, double Measured, double RelativeError, double Tolerance, bool Agrees);

/// <summary>A network with one neuron a layer, to be run.</summary>
/// <param name="Input">The input of the first neuron.</param>
/// <param name="Target">The target y.</param>
/// <param name="Cost">The name of the cost: quadratic or half-quadratic.</param>
/// <param name="Activation">The name of the activation of every neuron; not softmax.</param>
/// <param name="Weights">The weight of each neuron.</param>
/// <param name="Biases">The bias of each neuron.</param>
internal sealed record OneNeuronNetwork(
    double Input, double Target, string Cost, string Activation, IReadOnlyList<double> Weights, IReadOnlyList<double> Biases);
