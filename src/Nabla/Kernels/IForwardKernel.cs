namespace Nabla;

/// <summary>
/// A network's parameters and some examples, in whatever layout and with whatever instructions an implementation likes, to see what comes
/// out. The caller fills slots with examples, then runs the pass.
/// </summary>
internal interface IForwardKernel
{
    /// <summary>Number of slots: the most examples that one pass can take.</summary>
    int Capacity { get; }

    /// <summary>Another kernel with the same parameters, not a copy of them: for another thread, while neither changes them.</summary>
    /// <param name="slots">Its slots.</param>
    IForwardKernel Sharing(int slots);

    /// <summary>Takes over a network's parameters.</summary>
    /// <exception cref="ArgumentException">It has other layers; so for every network that is given to a kernel.</exception>
    void Load(Network network);

    /// <summary>Puts pixels into a slot; they become <c>x/255</c>.</summary>
    /// <exception cref="ArgumentException">There are not as many as the network has inputs; so for every input and target.</exception>
    void SetInput(int slot, ReadOnlySpan<byte> pixels);

    /// <summary>Puts images whose lit pixels are known already into the slots, from the first.</summary>
    void SetInputs(LitPixels pixels, ReadOnlySpan<int> images);

    /// <summary>Puts numbers into a slot. Numbers and pixels do not mix in one pass.</summary>
    void SetInput(int slot, ReadOnlySpan<float> values);

    /// <summary>Sets a slot's target to one-hot.</summary>
    void SetTarget(int slot, int label);

    /// <summary>Sets the targets of the slots, from the first, to one-hot.</summary>
    /// <param name="labels">The labels of all examples.</param>
    /// <param name="examples">Which of them the slots have.</param>
    void SetTargets(ReadOnlySpan<int> labels, ReadOnlySpan<int> examples);

    /// <summary>Sets a slot's target to numbers, one an output.</summary>
    void SetTarget(int slot, ReadOnlySpan<float> target);

    /// <summary>Forward pass of the first <paramref name="count"/> slots.</summary>
    void Forward(int count);

    /// <summary>The output activations of a slot, after <see cref="Forward"/>.</summary>
    ReadOnlySpan<float> Output(int slot);

    /// <summary>The sum of the costs of the first <paramref name="count"/> slots, after <see cref="Forward"/>.</summary>
    double CostSum(int count);
}
