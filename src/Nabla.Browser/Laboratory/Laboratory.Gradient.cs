namespace Nabla.Browser;

internal sealed partial class Laboratory
{
    private const int MostColumns = 1000;

    // An answer with more numbers would take longer to write and to read than a view should wait.
    private const int MostNumbers = 2000;

    /// <summary>The gradient of the mini-batch that comes next, layer by layer; at the end of the run, of the last one.</summary>
    public BatchGradient BatchGradient()
    {
        var batch = Batch(Math.Min(Run.Live.Step, Run.Live.Steps - 1));
        var (gradient, cost) = DataGradient.Of(Now.Network, Run.Train, Run.Cost, CancellationToken.None, batch.Examples);
        double[] squares = [.. gradient.Layers.Select(layer => Derivatives(layer).Sum(x => (double)x * x))];
        double total = squares.Sum();
        return new BatchGradient(batch.Step, cost, Math.Sqrt(total),
        [
            .. gradient.Layers.Select((layer, l) => new LayerGradient(
                l + 1, layer.ParameterCount, Math.Sqrt(squares[l]), Derivatives(layer).Average(x => Math.Abs((double)x)),
                Derivatives(layer).Max(Math.Abs), total == 0 ? 0 : squares[l] / total)),
        ]);

        static float[] Derivatives(DenseLayer layer) => [.. layer.Weights, .. layer.Biases];
    }

    /// <summary>What each output wants, the strongest wish first.</summary>
    public IReadOnlyList<DesiredChange> DesiredChanges(ExampleRef example) => Judged(example).DesiredChanges();

    /// <summary>The three ways to move one neuron as the cost wishes.</summary>
    /// <param name="example">The example.</param>
    /// <param name="layer">The layer, from 1.</param>
    /// <param name="neuron">The neuron, from 0.</param>
    public ThreeAvenues Avenues(ExampleRef example, int layer, int neuron)
    {
        Layer(layer, neuron);
        return Judged(example).Avenues(layer, neuron);
    }

    /// <summary>The wishes of a layer for each neuron of the layer before; of more than 2,000 shares none are here, but in wish.</summary>
    /// <param name="example">The example.</param>
    /// <param name="layer">The layer that wishes, from 1.</param>
    public IReadOnlyList<Wish> Wishes(ExampleRef example, int layer)
    {
        bool isLarge = Layer(layer).Weights.Length > MostNumbers;
        return [.. Judged(example).Wishes(layer).Select(wish => isLarge ? wish with { Shares = [] } : wish)];
    }

    /// <summary>The wishes of a layer for one neuron of the layer before.</summary>
    /// <param name="example">The example.</param>
    /// <param name="layer">The layer that wishes, from 1.</param>
    /// <param name="neuron">The neuron of the layer before, from 0.</param>
    public Wish Wish(ExampleRef example, int layer, int neuron)
    {
        Layer(layer, input: neuron);
        return Judged(example).Wishes(layer)[neuron];
    }

    /// <summary>The table of examples × parameters, and its mean beside the gradient.</summary>
    /// <param name="examples">The examples, by their place among those that the run learns from.</param>
    /// <param name="rows">How many parameters to show, those with the largest means.</param>
    /// <param name="also">Parameters to show besides, first.</param>
    /// <param name="milliseconds">How long a slice may take.</param>
    public Sliced<Averaging> Averaging(IReadOnlyList<int> examples, int rows, IReadOnlyList<Parameter> also, double milliseconds)
    {
        if (examples.Count is < 1 or > MostColumns) throw Refusal.Argument($"The table has 1 to {MostColumns:N0} examples, not {examples.Count}.");
        if (rows is < 0 or > 1000) throw Refusal.Argument($"The table has 0 to 1,000 rows, not {rows}.");
        foreach (int i in examples)
        {
            if (i < 0 || i >= Run.Train.Count) throw Refusal.Argument($"There is no example {i}; they are 0 to {Run.Train.Count - 1}.");
        }

        foreach (var parameter in also) Layer(parameter.Layer, parameter.Neuron, parameter.Input);
        if (Now.FullGradient.Advance(new Slice(milliseconds)) is not { } full) return new Sliced<Averaging>(Now.FullGradient.Done, null);

        var table = AveragingTable.Of(Now.Network, Run.Train, examples, Run.Cost, rows, also, full);
        var (gradient, _) = DataGradient.Of(Now.Network, Run.Train, Run.Cost, CancellationToken.None, examples);
        return new Sliced<Averaging>(1, new Averaging(
            table.Examples, table.Labels, table.Costs,
            [
                .. table.Rows.Select(row => new AveragingRowView(
                    row.Parameter, row.Parameter.In(Now.Network), row.Derivatives, row.Mean, row.Parameter.In(gradient), row.Parameter.In(full.Derivatives))),
            ],
            table.LargestDifference, table.Length, table.FullExamples, table.FullLength, table.Cosine, table.ExampleCosines));
    }
}
