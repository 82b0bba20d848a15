namespace Nabla;

/// <summary>A dense layer to be made: how many neurons, and what they do with their weighted sums.</summary>
/// <param name="Neurons">Number of neurons, at least 1.</param>
/// <param name="Activation">The activation function.</param>
/// <param name="Initializer">How its parameters are chosen; where none is given, as is usual before its activation
/// (<see cref="Activation.UsualInitializer"/>): He for the rectifiers, else Xavier.</param>
public sealed record Dense(int Neurons, Activation Activation, Initializer? Initializer = null);
