using System.Numerics;

namespace Nabla;

/// <summary>The backpropagation of one example: every number of every layer, forward and backward.</summary>
/// <typeparam name="T">The number type it was computed in.</typeparam>
public sealed record Trace<T>
    where T : IFloatingPointIeee754<T>
{
    /// <summary>The layers, from the first hidden one to the output.</summary>
    public required IReadOnlyList<LayerTrace<T>> Layers { get; init; }

    /// <summary>The target <c>y</c>.</summary>
    public required T[] Target { get; init; }

    /// <summary>The cost of this example, <c>C₀</c>.</summary>
    public required T Cost { get; init; }

    /// <summary>What each input means to the cost, <c>∂C/∂a⁰_k</c>.</summary>
    public required T[] DCdInput { get; init; }

    /// <summary>The outputs of the network.</summary>
    public T[] Output => Layers[^1].A;
}
