namespace Nabla.Experiments;

/// <summary>How one neuron's activation changes with each input, <c>∂a_j^l/∂a⁰_k</c>.</summary>
internal static class InputGradient
{
    /// <summary>
    /// The chain rule from the neuron back to the input: the second equation of backpropagation, begun with
    /// <c>∂a_j/∂a_i = [i = j]</c> in place of the derivatives of a cost.
    /// </summary>
    public static (double Activation, double[] Gradient) Of(ReferenceNetwork<double> network, int layer, int neuron, double[] input)
    {
        double[][] z = new double[layer + 1][];
        double[] a = input;
        for (int l = 0; l <= layer; l++)
        {
            z[l] = network.Layers[l].WeightedSums(a);
            a = network.Layers[l].Activations(z[l]);
        }

        double[] derivative = new double[a.Length];
        derivative[neuron] = 1;
        for (int l = layer; l >= 0; l--)
        {
            double[] delta = FourEquations.HiddenError(derivative, network.Layers[l].Activation, z[l]);
            derivative = FourEquations.InputDerivative(network.Layers[l].Weights, delta);
        }

        return (a[neuron], derivative);
    }
}
