namespace Nabla;

/// <summary>Runs a network over a set of examples and says how good it is. For one thread at a time.</summary>
public sealed class Evaluator
{
    private readonly IForwardKernel _kernel;
    private readonly Cost _cost;
    private readonly int _outputs;
    private readonly OneThread _turn = new($"This evaluator");

    /// <summary>An evaluator for networks of one shape.</summary>
    /// <param name="network">A network of that shape.</param>
    /// <param name="cost">The cost to report.</param>
    /// <exception cref="ArgumentException">The cost does not fit the output layer.</exception>
    public Evaluator(Network network, Cost cost)
        : this(network, cost, crew: null)
    {
    }

    internal Evaluator(Network network, Cost cost, Crew? crew)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(cost);
        Fit.Require(Fit.Problems(network, cost));
        _cost = cost;
        _kernel = NetworkKernel.Forward(network, cost, Slots(network), crew);
        _outputs = network.Outputs;
    }

    /// <summary>Evaluates a network once.</summary>
    /// <param name="network">The network.</param>
    /// <param name="data">The examples, at least one.</param>
    /// <param name="cost">The cost to report.</param>
    /// <exception cref="ArgumentException">The data or the cost does not fit the network.</exception>
    public static Evaluation Evaluate(Network network, Dataset data, Cost cost) => new Evaluator(network, cost).Run(network, data);

    /// <summary>Evaluates a network of this evaluator's shape.</summary>
    /// <param name="network">The network.</param>
    /// <param name="data">The examples, at least one.</param>
    /// <exception cref="ArgumentException">The network is of another shape, or the data does not fit it.</exception>
    /// <exception cref="InvalidOperationException">It is at work in another thread.</exception>
    public Evaluation Run(Network network, Dataset data) => Run(network, data, []);

    /// <summary>Evaluates a network of this evaluator's shape, and gives its outputs.</summary>
    /// <param name="network">The network.</param>
    /// <param name="data">The examples, at least one.</param>
    /// <param name="outputs">Receives the output activations, example after example; or empty, where they are not wanted.</param>
    /// <exception cref="ArgumentException">The network is of another shape, the data does not fit it, or there is no room for the outputs.</exception>
    /// <exception cref="InvalidOperationException">It is at work in another thread.</exception>
    public Evaluation Run(Network network, Dataset data, Span<float> outputs)
    {
        using var turn = _turn.Enter();
        var pass = Begin(network, data);
        if (outputs.Length > 0 && outputs.Length < (long)data.Count * _outputs)
            throw Refusal.Argument($"{(long)data.Count * _outputs} outputs need as much room; there is room for {outputs.Length}.");

        while (!pass.IsDone) pass.Next(outputs);
        return pass.Result();
    }

    /// <summary>Begins to evaluate a network a few examples at a time; one pass at a time.</summary>
    internal EvaluationPass Begin(Network network, Dataset data)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        Fit.Require(Fit.Problems(network, data, _cost));
        _kernel.Load(network);
        return new EvaluationPass(_kernel, data, _outputs);
    }

    // Every example that goes through at once takes a number a neuron, and some more a layer: of a wide or deep network only a few do.
    private static int Slots(Network network)
    {
        const long MostNumbers = 1 << 22, LeastOfLayer = 64;
        return (int)Math.Clamp(MostNumbers / network.Sizes.Sum(size => Math.Max(size, LeastOfLayer)), 1, NetworkKernel.MaxSlots);
    }

    /// <summary>The output with the largest activation, the first of them where several are equal; −1 where one is not a number (NaN).</summary>
    internal static int Largest(ReadOnlySpan<float> output)
    {
        int best = 0;
        float most = output[0];
        if (float.IsNaN(most)) return -1;
        for (int j = 1; j < output.Length; j++)
        {
            // One comparison for nearly all: that NaN is not less or equal either.
            if (output[j] <= most) continue;
            most = output[j];
            if (float.IsNaN(most)) return -1;
            best = j;
        }

        return best;
    }
}
