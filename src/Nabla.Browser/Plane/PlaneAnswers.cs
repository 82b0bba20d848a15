namespace Nabla.Browser;

/// <summary>A point of the plane, from −6 to 6 both ways.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Upwards.</param>
/// <param name="Value">The number of its class from 0, or the value to be learned.</param>
internal sealed record PlanePoint(double X, double Y, double Value);

/// <summary>What is to be learned in the plane, and by which network; it decides every number that follows.</summary>
/// <param name="Set">The name of a set of points; own for those of the visitor.</param>
/// <param name="Own">The visitor's points; empty for another set.</param>
/// <param name="OwnValues">Whether their values are to be learned, not classes.</param>
/// <param name="Noise">How far points are off, 0 to 0.5.</param>
/// <param name="TestPart">The part of the points that is for testing, 0 to 0.9.</param>
/// <param name="Features">What of a point the network is given, by name.</param>
/// <param name="Training">Settings of the run, by the names of <c>nabla train</c>.</param>
internal sealed record PlaneTask(
    string Set, IReadOnlyList<PlanePoint> Own, bool OwnValues, double Noise, double TestPart, IReadOnlyList<string> Features,
    IReadOnlyDictionary<string, string> Training);

/// <summary>What was made of a task.</summary>
/// <param name="Train">The points to learn from.</param>
/// <param name="Test">The points to be tested on; none where none are set aside.</param>
/// <param name="Classes">How many classes there are; 0 where values are to be learned.</param>
/// <param name="Sizes">Features, then neurons layer by layer.</param>
/// <param name="Activation">Of the hidden layers.</param>
/// <param name="OutputActivation">Of the outputs.</param>
/// <param name="Cost">The cost.</param>
/// <param name="StepsPerEpoch">Steps in an epoch.</param>
/// <param name="Boundary">Between which two values a single output has its boundary; null where there is another way to tell the classes.</param>
/// <param name="IsLinear">Whether nothing bends before the outputs, so that all layers are one.</param>
internal sealed record PlaneInfo(
    IReadOnlyList<PlanePoint> Train, IReadOnlyList<PlanePoint> Test, int Classes, IReadOnlyList<int> Sizes, string Activation, string OutputActivation,
    string Cost, int StepsPerEpoch, double? Boundary, bool IsLinear);

/// <summary>How far training has come.</summary>
/// <param name="Step">Steps so far.</param>
/// <param name="TrainCost">The mean cost of the points to learn from; null where it is no number any more.</param>
/// <param name="TestCost">That of the points to be tested on; null without any.</param>
/// <param name="TrainAccuracy">The part of the points to learn from that is told rightly; null where values are learned.</param>
/// <param name="TestAccuracy">That of the points to be tested on.</param>
/// <param name="Seconds">The time that all steps so far took.</param>
/// <param name="IsThere">Whether it stopped where it was to stop.</param>
/// <param name="HasDiverged">Whether training cannot go on.</param>
internal sealed record PlaneProgress(
    long Step, double? TrainCost, double? TestCost, double? TrainAccuracy, double? TestAccuracy, double Seconds, bool IsThere, bool HasDiverged);

/// <summary>One point in the network, forward and backward.</summary>
/// <param name="Input">Its features.</param>
/// <param name="Target">What the outputs should be.</param>
/// <param name="Cost">Its cost.</param>
/// <param name="Layers">z, a, σ′(z), ∂C/∂a and δ of each layer.</param>
internal sealed record PlanePass(IReadOnlyList<double> Input, IReadOnlyList<double> Target, double Cost, IReadOnlyList<LayerView> Layers);

/// <summary>What the next step does to a weight or bias.</summary>
/// <param name="Before">Its value now.</param>
/// <param name="Gradient">The mean of ∂C/∂w over the next mini-batch, without regularisation.</param>
/// <param name="Rate">The learning rate η.</param>
/// <param name="After">Its value after that step.</param>
/// <param name="Examples">Points in the mini-batch.</param>
/// <param name="IsPlain">Whether the step is −η ∂C/∂w and nothing else.</param>
/// <param name="Terms">What each of the first of these points wants.</param>
internal sealed record PlaneUpdate(double Before, double Gradient, double Rate, double After, int Examples, bool IsPlain, IReadOnlyList<PlaneTerm> Terms);

/// <summary>A point's derivative by a weight: what goes in, times what comes back.</summary>
/// <param name="X">The point, to the right.</param>
/// <param name="Y">Upwards.</param>
/// <param name="A">What the weight multiplies; 1 for a bias.</param>
/// <param name="Delta">The error of the neuron that it feeds.</param>
/// <param name="Product">The derivative, a·δ.</param>
internal sealed record PlaneTerm(double X, double Y, double A, double Delta, double Product);

/// <summary>The cost along one weight of a hidden layer, with its activation and with a step in its place.</summary>
/// <param name="Weights">Values of the weight; the one that it has in the middle.</param>
/// <param name="SmoothCosts">The cost there.</param>
/// <param name="StepCosts">The cost there where every hidden neuron is only on or off.</param>
/// <param name="Nudge">By how much weights were nudged.</param>
/// <param name="Nudged">How many were, one at a time.</param>
/// <param name="SmoothAnswered">For how many the cost changed.</param>
/// <param name="StepAnswered">For how many it changed where neurons are only on or off.</param>
internal sealed record PlaneSteps(
    IReadOnlyList<double> Weights, IReadOnlyList<double> SmoothCosts, IReadOnlyList<double> StepCosts, double Nudge, int Nudged, int SmoothAnswered, int StepAnswered);

/// <summary>The one layer that a stack of linear ones comes to.</summary>
/// <param name="Weights">Its weights, a row an output.</param>
/// <param name="Biases">Its biases.</param>
/// <param name="LargestDifference">By how much the two differ anywhere in the plane, before the outputs are squashed.</param>
internal sealed record PlaneCollapse(IReadOnlyList<IReadOnlyList<double>> Weights, IReadOnlyList<double> Biases, double LargestDifference);

/// <summary>A curve approximated by the neurons of one hidden layer.</summary>
/// <param name="X">Places from −1 to 1.</param>
/// <param name="Y">The curve there.</param>
/// <param name="Fit">What the network gives there.</param>
/// <param name="Bends">What each neuron adds there: its activation times its weight to the output.</param>
/// <param name="Bias">What the output's bias adds everywhere.</param>
/// <param name="Error">The root mean square of what is missed.</param>
internal sealed record PlaneCurve(
    IReadOnlyList<double> X, IReadOnlyList<double> Y, IReadOnlyList<double> Fit, IReadOnlyList<IReadOnlyList<double>> Bends, double Bias, double Error);
