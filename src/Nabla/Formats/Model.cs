namespace Nabla;

/// <summary>A network with what its file says about it.</summary>
/// <param name="Network">The network.</param>
/// <param name="Info">What the file says besides.</param>
public sealed record Model(Network Network, ModelInfo Info);
