namespace Nabla;

/// <summary>
/// Asks a network what it sees, one input at a time. It never changes, and any number of threads may ask it at once: each has memory of
/// its own for what comes out, which is kept from call to call.
/// </summary>
#pragma warning disable CA1001 // Nobody should have to dispose of a predictor; what its threads have goes with it, and with them.
public sealed class Predictor
#pragma warning restore CA1001
{
    // The parameters are shared; only what a pass leaves behind is a thread's own.
    private readonly ThreadLocal<INetworkKernel> _kernels;
    private readonly int _inputs;

    /// <summary>A predictor for a network as it is now.</summary>
    /// <param name="network">The network; later changes to it are not seen.</param>
    public Predictor(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var kernel = NetworkKernel.Forward(network, null, slots: 1);
        _kernels = new ThreadLocal<INetworkKernel>(() => kernel.Sharing(slots: 1));
        _inputs = network.Inputs;
    }

    /// <summary>The output activations for an image.</summary>
    /// <param name="pixels">Its pixels, as many as the network has inputs; each becomes <c>x/255</c>.</param>
    /// <returns>The activations, valid until this thread's next call.</returns>
    /// <exception cref="ArgumentException">The image has another number of pixels.</exception>
    public ReadOnlySpan<float> Outputs(ReadOnlySpan<byte> pixels)
    {
        Check(pixels.Length);
        var kernel = _kernels.Value!;
        kernel.SetInput(0, pixels);
        kernel.Forward(1);
        return kernel.Output(0);
    }

    /// <summary>The output activations for an input.</summary>
    /// <param name="input">As many numbers as the network has inputs.</param>
    /// <returns>The activations, valid until this thread's next call.</returns>
    /// <exception cref="ArgumentException">There are more or fewer numbers.</exception>
    public ReadOnlySpan<float> Outputs(ReadOnlySpan<float> input)
    {
        Check(input.Length);
        var kernel = _kernels.Value!;
        kernel.SetInput(0, input);
        kernel.Forward(1);
        return kernel.Output(0);
    }

    /// <summary>The class that the network sees in an image: the output with the largest activation; −1 where one is not a number (NaN).</summary>
    /// <param name="pixels">Its pixels, as many as the network has inputs.</param>
    /// <exception cref="ArgumentException">The image has another number of pixels.</exception>
    public int Classify(ReadOnlySpan<byte> pixels) => Evaluator.Largest(Outputs(pixels));

    /// <summary>The class that the network sees in an input: the output with the largest activation; −1 where one is not a number (NaN).</summary>
    /// <param name="input">As many numbers as the network has inputs.</param>
    /// <exception cref="ArgumentException">There are more or fewer numbers.</exception>
    public int Classify(ReadOnlySpan<float> input) => Evaluator.Largest(Outputs(input));

    private void Check(int length)
    {
        if (length != _inputs) throw Refusal.Argument($"The network takes {_inputs} inputs; {length} were given.");
    }
}
