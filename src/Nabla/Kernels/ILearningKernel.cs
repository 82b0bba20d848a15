namespace Nabla;

/// <summary>
/// The seam between training and its arithmetic: a kernel that also goes backward, and moves its parameters. Either at once, by
/// <see cref="Descend"/>, or along a gradient that is gathered first, looked at and changed, and then followed.
/// </summary>
internal interface ILearningKernel : IForwardKernel
{
    /// <summary>Gives the parameters back.</summary>
    void Store(Network network);

    /// <summary>Says which image a slot will have in the next pass, so that it can be fetched during this one.</summary>
    void Announce(int slot, LitPixels pixels, int image);

    /// <summary>How much a slot's error counts; 1 for all at first.</summary>
    void SetWeight(int slot, float weight);

    /// <summary>
    /// From now on each hidden neuron is left out of a forward pass with a probability, and the others count for
    /// <c>1/(1 − probability)</c>.
    /// </summary>
    /// <param name="probability">From 0, for none, to less than 1.</param>
    /// <param name="draw">Decides which; another for every pass.</param>
    void DropOut(float probability, ulong draw);

    /// <summary>Backward pass: δ of every layer, after <see cref="IForwardKernel.Forward"/>.</summary>
    void Backward(int count);

    /// <summary>Multiplies every weight, not the biases, by a number.</summary>
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

    /// <summary>Gives the gradient, in the shape of a network.</summary>
    void StoreGradient(Network network);

    /// <summary>
    /// The gradient, flat, to be read and changed, after <see cref="ClearGradient"/>: in one piece, or of a huge network in a few. What lies where
    /// is the same for every kernel of such a network, on any machine.
    /// </summary>
    IReadOnlyList<AlignedBuffer<float>> Gradient { get; }

    /// <summary>The sum of the squares of all numbers of the gradient.</summary>
    double SquaredGradient();

    /// <summary>Adds <c>l2·w + l1·sign w</c> to the gradient of every weight, not of the biases.</summary>
    void Penalize(float l1, float l2);

    /// <summary>Adds <c>scale</c> times the gradient to the parameters.</summary>
    void Apply(float scale);

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
}
