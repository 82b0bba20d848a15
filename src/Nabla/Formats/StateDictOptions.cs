namespace Nabla;

/// <summary>What a file of weights and biases alone does not say, such as PyTorch's <c>state_dict</c>.</summary>
public sealed record StateDictOptions
{
    /// <summary>The activation function of the hidden layers; null for what the file's metadata say.</summary>
    public Activation? Hidden { get; init; }

    /// <summary>The activation function of the last layer; null for what the file's metadata say.</summary>
    public Activation? Output { get; init; }

    /// <summary>The sizes that the network must have, inputs first, such as 784, 16, 16, 10; null where any will do.</summary>
    public IReadOnlyList<int>? Sizes { get; init; }
}
