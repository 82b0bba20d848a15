namespace Nabla.Browser;

internal sealed partial class Laboratory
{
    /// <summary>The gradient of the mini-batch that comes next, layer by layer.</summary>
    public BatchGradient BatchGradient() => throw new NotSupportedException();

    /// <summary>What each output wants, the strongest wish first.</summary>
    public IReadOnlyList<DesiredChange> DesiredChanges(ExampleRef example) => throw new NotSupportedException();

    /// <summary>The three ways to move one neuron as the cost wishes.</summary>
    /// <param name="example">The example.</param>
    /// <param name="layer">The layer, from 1.</param>
    /// <param name="neuron">The neuron, from 0.</param>
    public ThreeAvenues Avenues(ExampleRef example, int layer, int neuron) => throw new NotSupportedException();

    /// <summary>The wishes of a layer for each neuron of the layer before, and their sums.</summary>
    /// <param name="example">The example.</param>
    /// <param name="layer">The layer that wishes, from 1.</param>
    public IReadOnlyList<Wish> Wishes(ExampleRef example, int layer) => throw new NotSupportedException();

    /// <summary>The table of examples × parameters, and its mean beside the gradient.</summary>
    /// <param name="examples">The examples, by their place among those that the run learns from.</param>
    /// <param name="rows">How many parameters to show, those with the largest means.</param>
    /// <param name="also">Parameters to show besides, first.</param>
    /// <param name="milliseconds">How long a slice may take.</param>
    public Sliced<Averaging> Averaging(IReadOnlyList<int> examples, int rows, IReadOnlyList<Parameter> also, double milliseconds) =>
        throw new NotSupportedException();

    /// <summary>The gradient of an example's cost by the weights of a layer, a row a neuron.</summary>
    /// <param name="example">The example.</param>
    /// <param name="layer">The layer, from 1.</param>
    public double[] WeightGradient(ExampleRef example, int layer) => throw new NotSupportedException();
}
