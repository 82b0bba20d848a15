using System.Numerics;

namespace Nabla;

/// <summary>
/// The four equations of backpropagation, index by index, as the notes have them (Nielsen, <i>Neural Networks and Deep
/// Learning</i>, chapter 2; 3Blue1Brown, <i>Backpropagation calculus</i>). Nothing here is fast; everything is in plain sight.
/// </summary>
/// <remarks>Throughout, <c>w[j, k]</c> joins neuron k of layer l−1 to neuron j of layer l.</remarks>
internal static class FourEquations
{
    /// <summary>
    /// The error of the output layer: <c>δ^L = ∇_a C ⊙ σ′(z^L)</c>. Where the cost and the activation are made for each
    /// other (cross-entropy with softmax, binary cross-entropy with sigmoid) the product is <c>a − y</c>, and is
    /// computed so, because its two factors may be infinite and zero.
    /// </summary>
    public static T[] OutputError<T>(Cost cost, Activation activation, T[] z, T[] a, T[] y)
        where T : IFloatingPointIeee754<T>
    {
        var delta = new T[z.Length];
        if (cost.OutputActivation == activation)
        {
            for (int j = 0; j < delta.Length; j++) delta[j] = a[j] - y[j];
            return delta;
        }

        activation.PullBack<T>(CostDerivative(cost, a, y), z, delta);
        return delta;
    }

    /// <summary>The error of a hidden layer: <c>δ^l = ((W^{l+1})ᵀ δ^{l+1}) ⊙ σ′(z^l)</c>.</summary>
    public static T[] HiddenError<T>(T[] dCda, Activation activation, T[] z)
        where T : IFloatingPointIeee754<T>
    {
        var delta = new T[z.Length];
        activation.PullBack<T>(dCda, z, delta);
        return delta;
    }

    /// <summary>The rate of change by a bias: <c>∂C/∂b_j = δ_j</c>.</summary>
    public static T[] BiasGradient<T>(T[] delta) => [.. delta];

    /// <summary>The rate of change by a weight: <c>∂C/∂w_jk = a_k^{l−1}·δ_j</c>. Where the input is dark, nothing moves.</summary>
    public static T[,] WeightGradient<T>(T[] input, T[] delta)
        where T : IFloatingPointIeee754<T>
    {
        var gradient = new T[delta.Length, input.Length];
        for (int j = 0; j < delta.Length; j++)
        {
            for (int k = 0; k < input.Length; k++) gradient[j, k] = input[k] * delta[j];
        }

        return gradient;
    }

    /// <summary>
    /// What each activation of the layer before means to the cost, the sum over every neuron it feeds:
    /// <c>∂C/∂a_k^{l−1} = Σ_j w_jk·δ_j</c>, the bracket of the second equation.
    /// </summary>
    public static T[] InputDerivative<T>(T[,] w, T[] delta)
        where T : IFloatingPointIeee754<T>
    {
        var sum = new T[w.GetLength(1)];
        for (int k = 0; k < sum.Length; k++)
        {
            for (int j = 0; j < delta.Length; j++) sum[k] += w[j, k] * delta[j];
        }

        return sum;
    }

    /// <summary>What each output means to the cost: <c>∂C/∂a_j^L</c>.</summary>
    public static T[] CostDerivative<T>(Cost cost, T[] a, T[] y)
        where T : IFloatingPointIeee754<T>
    {
        var derivative = new T[a.Length];
        for (int j = 0; j < a.Length; j++) derivative[j] = cost.Derivative(a[j], y[j]);
        return derivative;
    }
}
