namespace Nabla;

/// <summary>
/// The seam between training and its arithmetic: a network's parameters and one mini-batch, in whatever layout and
/// with whatever instructions an implementation likes. The caller fills slots with examples, then runs the passes.
/// </summary>
internal interface INetworkKernel
{
    /// <summary>Number of slots: the most examples that one pass can take.</summary>
    int Capacity { get; }

    /// <summary>Another kernel that only goes forward, with the same parameters, not a copy of them: for another thread, while neither changes them.</summary>
    /// <param name="slots">Its slots.</param>
    INetworkKernel Sharing(int slots);

    /// <summary>Takes over a network's parameters.</summary>
    /// <exception cref="ArgumentException">It has other layers; so for every network that is given to a kernel.</exception>
    void Load(Network network);

    /// <summary>Gives the parameters back.</summary>
    void Store(Network network);

    /// <summary>Puts pixels into a slot; they become <c>x/255</c>.</summary>
    /// <exception cref="ArgumentException">There are not as many as the network has inputs; so for every input and target.</exception>
    void SetInput(int slot, ReadOnlySpan<byte> pixels);

    /// <summary>Puts images whose lit pixels are known already into the slots, from the first.</summary>
    void SetInputs(LitPixels pixels, ReadOnlySpan<int> images);

    /// <summary>Says which image a slot will have in the next pass, so that it can be fetched during this one.</summary>
    void Announce(int slot, LitPixels pixels, int image);

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

    /// <summary>Backward pass: δ of every layer, after <see cref="Forward"/>.</summary>
    void Backward(int count);

    /// <summary>Multiplies every weight, not the biases, by a number: the decay of L2 regularisation.</summary>
    void Decay(float factor);

    /// <summary>
    /// Adds <c>scale · Σ ∂C/∂θ</c> over the first <paramref name="count"/> slots to the parameters themselves, after
    /// <see cref="Backward"/>. A step of gradient descent has the scale −η/m.
    /// </summary>
    void Descend(int count, float scale);

    /// <summary>Forgets the gradient that <see cref="Accumulate"/> gathered.</summary>
    void ClearGradient();

    /// <summary>Adds <c>Σ ∂C/∂θ</c> over the first slots to the gradient, for mini-batches larger than the slots.</summary>
    void Accumulate(int count);

    /// <summary>Adds <c>scale</c> times the gradient to the parameters.</summary>
    void Apply(float scale);

    /// <summary>Adds <c>l2·w + l1·sign w</c> to the gradient of every weight, not of the biases.</summary>
    void Penalize(float l1, float l2);

    /// <summary>The sum of the squares of all numbers of the gradient.</summary>
    double SquaredGradient();

    /// <summary>A step of an optimizer along <c>scale</c> times the gradient.</summary>
    /// <param name="optimizer">The optimizer; always the same one, for it is remembered here what it has seen.</param>
    /// <param name="rate">The learning rate now.</param>
    /// <param name="step">The number of the step, from 1.</param>
    /// <param name="scale">1/m, to make the mean of the sum, and less where the gradient is clipped.</param>
    void Step(Optimizer optimizer, double rate, long step, float scale);

    /// <summary>Gives what an optimizer remembers, one number a parameter, in the shape of a network.</summary>
    void StoreState(Optimizer optimizer, int index, Network network);

    /// <summary>Takes back what <see cref="StoreState"/> gave.</summary>
    void LoadState(Optimizer optimizer, int index, Network network);

    /// <summary>
    /// From now on each hidden neuron is left out of a forward pass with a probability, and the others count for
    /// <c>1/(1 − probability)</c>.
    /// </summary>
    /// <param name="probability">From 0, for none, to less than 1.</param>
    /// <param name="draw">Decides which; another for every pass.</param>
    void DropOut(float probability, ulong draw);

    /// <summary>How much a slot's error counts; 1 for all at first.</summary>
    void SetWeight(int slot, float weight);

    /// <summary>Gives the gradient, in the shape of a network.</summary>
    void StoreGradient(Network network);
}
