using System.Numerics;

namespace Nabla;

/// <summary>
/// Backpropagation as the lectures teach it, with every number kept. Training uses the vectorised kernels; tests hold
/// the two equal.
/// </summary>
public static class Backpropagation
{
    /// <summary>Runs one example forward and backward through a network, in double precision.</summary>
    /// <param name="network">The network.</param>
    /// <param name="example">The example; as many inputs as the network has, and as many targets, or no more classes.</param>
    /// <param name="cost">The cost; every derivative is of this cost, in its own convention.</param>
    /// <exception cref="ArgumentException">The example does not fit the network, or the cost its output layer.</exception>
    public static Trace<double> Trace(Network network, Example example, Cost cost) => Trace<double>(network, example, cost);

    /// <summary>Runs one example forward and backward through a network, in a chosen number type.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="example">The example; as many inputs as the network has, and as many targets, or no more classes.</param>
    /// <param name="cost">The cost; every derivative is of this cost, in its own convention.</param>
    /// <exception cref="ArgumentException">The example does not fit the network, or the cost its output layer.</exception>
    public static Trace<T> Trace<T>(Network network, Example example, Cost cost)
        where T : IFloatingPointIeee754<T>
    {
        Fit.Require(Fit.Problems(network, example, cost));
        return new ReferenceNetwork<T>(network).Trace(example, cost);
    }

    /// <summary>The mean of the examples' gradients: what one step of gradient descent walks against.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="examples">The examples, at least one: a mini-batch, or the whole set.</param>
    /// <param name="cost">The cost.</param>
    /// <exception cref="ArgumentException">There is no example, one does not fit the network, or the cost its output layer.</exception>
    public static Gradient<T> Gradient<T>(Network network, IReadOnlyCollection<Example> examples, Cost cost)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(examples);
        if (examples.Count == 0) throw Refusal.Argument($"A gradient needs at least one example.");
        var reference = new ReferenceNetwork<T>(network);
        var mean = new Gradient<T>(network);
        foreach (var example in examples)
        {
            Fit.Require(Fit.Problems(network, example, cost));
            mean.Add(reference.Trace(example, cost));
        }

        mean.Divide(T.CreateChecked(examples.Count));
        return mean;
    }

    internal static T[] Convert<T>(float[] values)
        where T : IFloatingPointIeee754<T> => Array.ConvertAll(values, T.CreateChecked);
}
