using System.Numerics;

namespace Nabla;

/// <summary>
/// The slow, obvious twin of the kernels: a copy of a network in any number type, with a forward and a backward pass
/// that read like the notes. It explains, and it judges.
/// </summary>
internal sealed class ReferenceNetwork<T>(Network network)
    where T : IFloatingPointIeee754<T>
{
    public ReferenceLayer<T>[] Layers { get; } = [.. network.Layers.Select(layer => new ReferenceLayer<T>(layer))];

    /// <summary>The outputs for an input, by a forward pass alone.</summary>
    public T[] Output(T[] input) => Layers.Aggregate(input, (a, layer) => layer.Activations(layer.WeightedSums(a)));

    /// <summary>The cost of one example, <c>C₀</c>, by a forward pass from the weighted sums of layer <paramref name="l"/> (from 0) on.</summary>
    public T CostFrom(int l, T[] z, T[] y, Cost cost)
    {
        T[] a = Layers[l].Activations(z);
        while (++l < Layers.Length)
        {
            z = Layers[l].WeightedSums(a);
            a = Layers[l].Activations(z);
        }

        return cost.Value<T>(z, a, y);
    }

    /// <summary>One example, forward and backward, with everything that was computed on the way.</summary>
    public Trace<T> Trace(Example example, Cost cost) => Trace(Backpropagation.Convert<T>(example.Input), Target(example), cost);

    /// <summary>What the outputs should be for an example: those behind its classes, zero.</summary>
    public T[] Target(Example example)
    {
        T[] y = Backpropagation.Convert<T>(example.Target);
        Array.Resize(ref y, Layers[^1].Biases.Length);
        return y;
    }

    /// <summary>An input and its target, likewise.</summary>
    public Trace<T> Trace(T[] input, T[] y, Cost cost)
    {
        int last = Layers.Length - 1;
        var z = new T[Layers.Length][];
        var a = new T[Layers.Length][];
        for (int l = 0; l <= last; l++)
        {
            z[l] = Layers[l].WeightedSums(l == 0 ? input : a[l - 1]);
            a[l] = Layers[l].Activations(z[l]);
        }

        var layers = new LayerTrace<T>[Layers.Length];
        T[] dCda = FourEquations.CostDerivative(cost, a[last], y);
        for (int l = last; l >= 0; l--)
        {
            var activation = Layers[l].Activation;
            T[] delta = l == last
                ? FourEquations.OutputError(cost, activation, z[l], a[l], y)
                : FourEquations.HiddenError(dCda, activation, z[l]);
            T[] previous = l == 0 ? input : a[l - 1];
            T[] slopes = new T[z[l].Length];
            activation.Derivative<T>(z[l], slopes);

            layers[l] = new LayerTrace<T>
            {
                Input = previous,
                Z = z[l],
                A = a[l],
                Slope = slopes,
                DCdA = dCda,
                Delta = delta,
                DCdW = FourEquations.WeightGradient(previous, delta),
                DCdB = FourEquations.BiasGradient(delta),
            };
            dCda = FourEquations.InputDerivative(Layers[l].Weights, delta);
        }

        return new Trace<T> { Layers = layers, Target = y, Cost = cost.Value<T>(z[last], a[last], y), DCdInput = dCda };
    }
}
