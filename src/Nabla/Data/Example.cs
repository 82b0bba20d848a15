namespace Nabla;

/// <summary>One example: what goes into the network, and what should come out.</summary>
/// <param name="Input">The input activations <c>a⁰</c>, one number per input; pixels are scaled to [0, 1].</param>
/// <param name="Target">The desired output activations <c>y</c>; for a class, one-hot.</param>
/// <param name="Label">The class, counted from 0; −1 where the targets are numbers.</param>
public sealed record Example(float[] Input, float[] Target, int Label);
