namespace Nabla.Browser;

internal sealed partial class Laboratory
{
    /// <summary>What the network does with an example, forward and backward.</summary>
    public Explanation Explain(ExampleRef example) => throw new NotSupportedException();

    /// <summary>One neuron with its equation's numbers.</summary>
    /// <param name="example">The example.</param>
    /// <param name="layer">The layer, from 1.</param>
    /// <param name="neuron">The neuron, from 0.</param>
    public NeuronView Neuron(ExampleRef example, int layer, int neuron) => throw new NotSupportedException();

    /// <summary>The weights of a layer, a row a neuron.</summary>
    /// <param name="layer">The layer, from 1.</param>
    public float[] Weights(int layer) => throw new NotSupportedException();

    /// <summary>The biases of a layer.</summary>
    /// <param name="layer">The layer, from 1.</param>
    public float[] Biases(int layer) => throw new NotSupportedException();
}
