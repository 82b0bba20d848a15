using System.Text.Json.Serialization;

namespace Nabla.Browser;

/// <summary>Noise of some kind.</summary>
[JsonConverter(typeof(KebabNames<NoiseKind>))]
internal enum NoiseKind
{
    /// <summary>Each pixel anything from 0 to 1.</summary>
    Uniform,

    /// <summary>The same, but on the whole as bright as a digit.</summary>
    Dim,

    /// <summary>Each pixel 0 or 1, on the whole as bright as a digit.</summary>
    Salt,
}

/// <summary>What a picture grows from.</summary>
[JsonConverter(typeof(KebabNames<DreamStart>))]
internal enum DreamStart
{
    /// <summary>½ everywhere.</summary>
    Grey,

    /// <summary>Each pixel anything from 0 to 1.</summary>
    Noise,
}

/// <summary>How much each neuron of the first layer is like an edge.</summary>
/// <param name="Neurons">The neurons asked for.</param>
/// <param name="Mean">The mean of the likenesses' sizes over the whole layer.</param>
/// <param name="StartMean">The same before the first step.</param>
internal sealed record EdgeLikenesses(IReadOnlyList<EdgeLikeness> Neurons, double Mean, double StartMean);

/// <summary>The edge that a neuron's weights are most like.</summary>
/// <param name="Neuron">The neuron, from 0.</param>
/// <param name="Likeness">The correlation of its weights with that edge, −1 to 1.</param>
/// <param name="Row">The row of the edge's middle.</param>
/// <param name="Column">The column of the edge's middle.</param>
/// <param name="Angle">Its angle in degrees; 0 lies, 90 stands.</param>
internal sealed record EdgeLikeness(int Neuron, double Likeness, int Row, int Column, double Angle);

/// <summary>A stroke that one hopes to find.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Likeness">Its own likeness to an edge.</param>
/// <param name="Weights">Its picture, row by row.</param>
internal sealed record HopedForStroke(StrokeKind Kind, double Likeness, IReadOnlyList<float> Weights);

/// <summary>What the network answers to noise, drawn again and again, beside what it answers to digits.</summary>
/// <param name="Kind">The kind of noise.</param>
/// <param name="Picture">The last picture, 0 to 255, row by row.</param>
/// <param name="Outputs">What the network answers to it.</param>
/// <param name="Prediction">What it takes it for.</param>
/// <param name="Noise">Its answers to all pictures of noise.</param>
/// <param name="Digits">Its answers to as many digits that it never saw, or to as many as there are.</param>
internal sealed record NoiseView(
    NoiseKind Kind, IReadOnlyList<int> Picture, IReadOnlyList<double> Outputs, int Prediction, SureAnswers Noise, SureAnswers Digits);

/// <summary>How sure the network was: the strongest output of each answer.</summary>
/// <param name="Count">How many pictures.</param>
/// <param name="Sure">How many of its answers had an output of 0.9 or more.</param>
/// <param name="Mean">The mean of the strongest outputs.</param>
/// <param name="Histogram">How many of them lie in each tenth from 0 to 1.</param>
/// <param name="Answers">How often each class was the answer.</param>
internal sealed record SureAnswers(int Count, int Sure, double Mean, IReadOnlyList<int> Histogram, IReadOnlyList<int> Answers);

/// <summary>Two networks that learn side by side, one of them shuffled labels.</summary>
/// <param name="Done">The part of the training that is done, 0 to 1.</param>
/// <param name="Epochs">How many epochs there are.</param>
/// <param name="Examples">How many examples they learn.</param>
/// <param name="True">The moments of the first that are not known yet.</param>
/// <param name="Shuffled">Those of the second, as many.</param>
/// <param name="Findings">What the curves show, a sentence each; none before the end.</param>
internal sealed record LabelRaceView(
    double Done, int Epochs, int Examples, IReadOnlyList<LearningPoint> True, IReadOnlyList<LearningPoint> Shuffled, IReadOnlyList<Said> Findings);

/// <summary>A picture on its way to please a neuron.</summary>
/// <param name="Layer">The layer, from 1.</param>
/// <param name="Neuron">The neuron, from 0.</param>
/// <param name="Steps">Steps of ascent so far; fewer than asked for where there is no way up.</param>
/// <param name="Activations">The neuron's activation before the first step and after each.</param>
/// <param name="Picture">The picture, 0 to 1, row by row.</param>
/// <param name="Outputs">What the network answers to it.</param>
/// <param name="Prediction">What it takes it for.</param>
/// <param name="Nearest">The place of the training example that is most like it, among the first 5,000.</param>
/// <param name="NearestLabel">That example's class.</param>
/// <param name="NearestLikeness">Their correlation; 0 where the picture is grey all over.</param>
/// <param name="ExampleLikeness">For comparison, the correlation of the shown example with the training example that is most like it, itself left out.</param>
internal sealed record DreamView(
    int Layer, int Neuron, int Steps, IReadOnlyList<double> Activations, IReadOnlyList<double> Picture, IReadOnlyList<double> Outputs, int Prediction,
    int Nearest, int NearestLabel, double NearestLikeness, double ExampleLikeness);

/// <summary>The digits that are nearest to an example in what a layer makes of them.</summary>
/// <param name="Layer">The layer, from 1; 0 is the pixels themselves.</param>
/// <param name="Nearest">The nearest test digits, the example itself left out.</param>
internal sealed record LayerNeighbours(int Layer, IReadOnlyList<Neighbour> Nearest);

/// <summary>A test digit that is near.</summary>
/// <param name="Index">Its place among the test examples.</param>
/// <param name="Label">Its class.</param>
/// <param name="Distance">How far it is: √(Σ(a − a′)²).</param>
internal sealed record Neighbour(int Index, int Label, double Distance);

/// <summary>What is near an example, layer by layer.</summary>
/// <param name="Digits">How many test digits were looked at.</param>
/// <param name="Layers">The pixels, then each layer.</param>
internal sealed record Neighbours(int Digits, IReadOnlyList<LayerNeighbours> Layers);
