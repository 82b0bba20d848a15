using System.Numerics;

namespace Nabla;

/// <summary>A dense layer in a chosen number type, written out: <c>z_j = Σ_k w_jk·a_k + b_j</c>.</summary>
internal sealed class ReferenceLayer<T>
    where T : IFloatingPointIeee754<T>
{
    public ReferenceLayer(DenseLayer layer)
    {
        Activation = layer.Activation;
        Weights = new T[layer.Outputs, layer.Inputs];
        Biases = new T[layer.Outputs];
        for (int j = 0; j < layer.Outputs; j++)
        {
            Biases[j] = T.CreateChecked(layer.Biases[j]);
            for (int k = 0; k < layer.Inputs; k++) Weights[j, k] = T.CreateChecked(layer[j, k]);
        }
    }

    public Activation Activation { get; }

    public T[,] Weights { get; }

    public T[] Biases { get; }

    /// <summary><c>z = W·a + b</c>.</summary>
    public T[] WeightedSums(T[] a)
    {
        var z = new T[Biases.Length];
        for (int j = 0; j < z.Length; j++) z[j] = WeightedSum(j, a);
        return z;
    }

    /// <summary><c>z_j = Σ_k w_jk·a_k + b_j</c>, of one neuron.</summary>
    public T WeightedSum(int j, T[] a)
    {
        T z = Biases[j];
        for (int k = 0; k < a.Length; k++) z += Weights[j, k] * a[k];
        return z;
    }

    /// <summary><c>a = σ(z)</c>.</summary>
    public T[] Activations(T[] z)
    {
        var a = new T[z.Length];
        Activation.Apply<T>(z, a);
        return a;
    }
}
