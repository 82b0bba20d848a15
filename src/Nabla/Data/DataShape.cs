namespace Nabla;

/// <summary>What a network must know of examples to fit them.</summary>
/// <param name="Name">What they are called.</param>
/// <param name="Inputs">Number of inputs of an example.</param>
/// <param name="Outputs">Number of classes, or of target numbers of an example.</param>
/// <param name="IsRegression">Whether the targets are numbers, not classes.</param>
public readonly record struct DataShape(string Name, int Inputs, int Outputs, bool IsRegression = false);
