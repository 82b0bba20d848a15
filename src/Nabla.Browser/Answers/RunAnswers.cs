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
internal sealed record RunInfo
{
    /// <summary>Its canonical name.</summary>
    public required string Name { get; init; }

    /// <summary>Every setting by its name, as text.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>Number of inputs, then of neurons layer by layer.</summary>
    public required IReadOnlyList<int> Sizes { get; init; }

    /// <summary>The activation function of each layer, from the first hidden one.</summary>
    public required IReadOnlyList<string> Activations { get; init; }

    /// <summary>The name of the cost.</summary>
    public required string Cost { get; init; }

    /// <summary>The formula of the cost.</summary>
    public required string CostFormula { get; init; }

    /// <summary>The name of the optimizer.</summary>
    public required string Optimizer { get; init; }

    /// <summary>The learning rate, before any schedule.</summary>
    public required double LearningRate { get; init; }

    /// <summary>Number of weights and biases of each layer, from the first hidden one.</summary>
    public required IReadOnlyList<LayerParameters> Parameters { get; init; }

    /// <summary>Number of all weights and biases.</summary>
    public required int ParameterCount { get; init; }

    /// <summary>Examples that it learns from.</summary>
    public required int TrainExamples { get; init; }

    /// <summary>Examples that it is tested on.</summary>
    public required int TestExamples { get; init; }

    /// <summary>Width of an image in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Height of an image in pixels.</summary>
    public required int Height { get; init; }

    /// <summary>Number of classes.</summary>
    public required int Classes { get; init; }

    /// <summary>Examples in a mini-batch; the last of an epoch may have fewer.</summary>
    public required int BatchSize { get; init; }

    /// <summary>Steps in an epoch.</summary>
    public required int StepsPerEpoch { get; init; }

    /// <summary>Epochs of the whole run.</summary>
    public required int Epochs { get; init; }

    /// <summary>Steps of the whole run; it may end before.</summary>
    public required long Steps { get; init; }

    /// <summary>Steps that a point of the cost curve is the mean of.</summary>
    public required int StepsPerPoint { get; init; }
}

/// <summary>The parameters of a layer.</summary>
/// <param name="Weights">Number of weights.</param>
/// <param name="Biases">Number of biases.</param>
internal sealed record LayerParameters(int Weights, int Biases);
