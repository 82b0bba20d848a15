namespace Nabla.Browser;

/// <summary>What a run's name asks for, before it is started.</summary>
/// <param name="Name">Its canonical name; null where it is no name of a run.</param>
/// <param name="Problems">What is wrong with it, each with its mend; empty where all is well.</param>
/// <param name="Data">The data that it wants; null where it is no name of a run.</param>
/// <param name="TrainExamples">How many examples it learns from; null for all that there are.</param>
/// <param name="TestExamples">How many examples it is tested on; null for all that there are.</param>
/// <param name="DataIsHere">Whether those are here.</param>
/// <param name="Settings">Every setting by its name, as text, also those that the name leaves unsaid.</param>
/// <param name="Fields">What can be set of it, by name: all that its optimizer and its schedule have, set or not.</param>
internal sealed record RunCheck(
    string? Name, IReadOnlyList<Said> Problems, string? Data, int? TrainExamples, int? TestExamples, bool DataIsHere,
    IReadOnlyDictionary<string, string> Settings, IReadOnlyList<string> Fields);

/// <summary>A run.</summary>
/// <param name="Name">Its canonical name.</param>
/// <param name="Settings">Every setting by its name, as text.</param>
/// <param name="Sizes">Number of inputs, then of neurons layer by layer.</param>
/// <param name="Activations">The activation function of each layer, from the first hidden one.</param>
/// <param name="Cost">The name of the cost.</param>
/// <param name="CostFormula">The formula of the cost.</param>
/// <param name="Optimizer">The name of the optimizer.</param>
/// <param name="LearningRate">The learning rate, before any schedule.</param>
/// <param name="Parameters">Number of weights and biases of each layer, from the first hidden one.</param>
/// <param name="ParameterCount">Number of all weights and biases.</param>
/// <param name="TrainExamples">Examples that it learns from.</param>
/// <param name="TestExamples">Examples that it is tested on.</param>
/// <param name="Width">Width of an image in pixels.</param>
/// <param name="Height">Height of an image in pixels.</param>
/// <param name="Classes">Number of classes.</param>
/// <param name="BatchSize">Examples in a mini-batch; the last of an epoch may have fewer.</param>
/// <param name="StepsPerEpoch">Steps in an epoch.</param>
/// <param name="Epochs">Epochs of the whole run.</param>
/// <param name="Steps">Steps of the whole run; it may end before.</param>
/// <param name="StepsPerPoint">Steps that a point of the cost curve is the mean of.</param>
internal sealed record RunInfo(
    string Name, IReadOnlyDictionary<string, string> Settings, IReadOnlyList<int> Sizes, IReadOnlyList<string> Activations, string Cost,
    string CostFormula, string Optimizer, double LearningRate, IReadOnlyList<LayerParameters> Parameters, int ParameterCount, int TrainExamples,
    int TestExamples, int Width, int Height, int Classes, int BatchSize, int StepsPerEpoch, int Epochs, long Steps, int StepsPerPoint);

/// <summary>The parameters of a layer.</summary>
/// <param name="Weights">Number of weights.</param>
/// <param name="Biases">Number of biases.</param>
internal sealed record LayerParameters(int Weights, int Biases);
