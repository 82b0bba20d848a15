namespace Nabla.Explanations;

/// <summary>
/// Every example has its own wishes for all weights and biases; their mean is the gradient of the mini-batch, and −η times
/// it the step (C23). The table has a row a parameter, a column an example, and the mean last.
/// </summary>
public sealed record AveragingTable
{
    private const int MostMattering = 100;

    /// <summary>The examples of the mini-batch, by their place in the data.</summary>
    public required IReadOnlyList<int> Examples { get; init; }

    /// <summary>Their classes.</summary>
    public required IReadOnlyList<int> Labels { get; init; }

    /// <summary>Their costs.</summary>
    public required IReadOnlyList<double> Costs { get; init; }

    /// <summary>The parameters with the largest mean derivatives, the largest first, with every example's derivative.</summary>
    public required IReadOnlyList<AveragingRow> Rows { get; init; }

    /// <summary>The mean derivative of every parameter, in file order: layer by layer the weights, a row a neuron, then the biases.</summary>
    public required IReadOnlyList<double> Means { get; init; }

    /// <summary>The largest difference between a mean and the gradient that a training step on these examples uses, by the kernels.</summary>
    public required double LargestDifference { get; init; }

    /// <summary>The length of the mini-batch's gradient, <c>√Σ(∂C/∂θ)²</c>.</summary>
    public required double Length { get; init; }

    /// <summary>The number of examples that the full gradient is the mean of.</summary>
    public required int FullExamples { get; init; }

    /// <summary>The length of the full gradient.</summary>
    public required double FullLength { get; init; }

    /// <summary>
    /// How well the mini-batch's gradient points along the full one: the cosine of the angle between them, from −1 to 1;
    /// null where one of them is zero.
    /// </summary>
    public required double? Cosine { get; init; }

    /// <summary>How many parameters <see cref="SameSigns"/> looks at: those with the largest full derivatives.</summary>
    public required int Mattering { get; init; }

    /// <summary>For how many of them the mini-batch's derivative has the sign of the full one, so that its step moves them the right way.</summary>
    public required int SameSigns { get; init; }

    /// <summary>The cosine of each example alone.</summary>
    public required IReadOnlyList<double?> ExampleCosines { get; init; }

    /// <summary>Makes the table.</summary>
    /// <param name="network">The network.</param>
    /// <param name="data">The data; the full gradient is over all of them.</param>
    /// <param name="examples">The examples of the mini-batch, at least one.</param>
    /// <param name="cost">The cost.</param>
    /// <param name="rows">How many parameters to show in full.</param>
    /// <param name="cancellation">Stops between two examples.</param>
    /// <exception cref="ArgumentException">There is no example, or data or cost do not fit the network.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An example is not in the data.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static AveragingTable Of(
        Network network, Dataset data, IReadOnlyList<int> examples, Cost cost, int rows = 12, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(cost);
        Fit.Require(Fit.Problems(network, data, cost));
        ArgumentNullException.ThrowIfNull(examples);
        if (examples.Count == 0) throw Refusal.Argument($"A mini-batch needs at least one example.");
        return Of(network, data, examples, cost, rows, [], DataGradient.Of(network, data, cost, cancellation), cancellation);
    }

    /// <summary>Makes the table where the full gradient is known; the parameters <paramref name="also"/> come before the strongest.</summary>
    internal static AveragingTable Of(
        Network network, Dataset data, IReadOnlyList<int> examples, Cost cost, int rows, IReadOnlyList<Parameter> also, DataGradient fullGradient,
        CancellationToken cancellation = default)
    {
        var reference = new ReferenceNetwork<double>(network);
        double[] full = Flat(fullGradient.Derivatives), mean = new double[full.Length];
        double fullLength = Norm(full);
        double[] costs = new double[examples.Count];
        double?[] cosines = new double?[examples.Count];

        // Input and error of each layer say every derivative, and are few.
        var factors = new (double[] Input, double[] Delta)[examples.Count][];
        for (int e = 0; e < examples.Count; e++)
        {
            cancellation.ThrowIfCancellationRequested();
            var trace = reference.Trace(data[examples[e]], cost);
            double[] own = Flat(trace);
            for (int p = 0; p < own.Length; p++) mean[p] += own[p] / examples.Count;
            costs[e] = trace.Cost;
            cosines[e] = CosineOf(own, full, fullLength);
            factors[e] = [.. trace.Layers.Select(layer => (layer.Input, layer.Delta))];
        }

        int[] chosen = [.. also.Select(parameter => parameter.PlaceIn(network))];
        var strongest = Enumerable.Range(0, mean.Length).OrderByDescending(p => Math.Abs(mean[p])).Take(rows + chosen.Length).Except(chosen).Take(rows);
        int[] mattering = [.. Enumerable.Range(0, full.Length).OrderByDescending(p => Math.Abs(full[p])).Take(MostMattering)];
        return new AveragingTable
        {
            Examples = examples,
            Labels = [.. examples.Select(i => data.Label(i))],
            Costs = costs,
            Rows = [.. chosen.Concat(strongest).Select(Row)],
            Means = mean,
            LargestDifference = LargestGap(mean, Flat(DataGradient.Of(network, data, cost, cancellation, examples).Derivatives)),
            Length = Norm(mean),
            FullExamples = data.Count,
            FullLength = fullLength,
            Cosine = CosineOf(mean, full, fullLength),
            Mattering = mattering.Length,
            SameSigns = mattering.Count(p => full[p] * mean[p] > 0),
            ExampleCosines = cosines,
        };

        AveragingRow Row(int place)
        {
            var parameter = Parameter.At(network, place);
            return new AveragingRow(parameter, [.. factors.Select(layers => Derivative(layers[parameter.Layer - 1]))], mean[place], full[place]);

            double Derivative((double[] Input, double[] Delta) layer) =>
                parameter.Input is { } k ? layer.Input[k] * layer.Delta[parameter.Neuron] : layer.Delta[parameter.Neuron];
        }
    }

    private static double[] Flat(Trace<double> trace)
    {
        double[] all = new double[trace.Layers.Sum(layer => layer.DCdW.Length + layer.DCdB.Length)];
        int at = 0;
        foreach (var layer in trace.Layers)
        {
            Buffer.BlockCopy(layer.DCdW, 0, all, at * sizeof(double), layer.DCdW.Length * sizeof(double));
            layer.DCdB.CopyTo(all, at + layer.DCdW.Length);
            at += layer.DCdW.Length + layer.DCdB.Length;
        }

        return all;
    }

    private static double[] Flat(Network network)
    {
        double[] all = new double[network.ParameterCount];
        int at = 0;
        foreach (var layer in network.Layers)
        {
            foreach (float x in layer.Weights) all[at++] = x;
            foreach (float x in layer.Biases) all[at++] = x;
        }

        return all;
    }

    private static double LargestGap(double[] x, double[] y)
    {
        double largest = 0;
        for (int p = 0; p < x.Length; p++) largest = Math.Max(largest, Math.Abs(x[p] - y[p]));
        return largest;
    }

    private static double Norm(double[] x) => Math.Sqrt(x.Sum(value => value * value));

    private static double? CosineOf(double[] x, double[] y, double lengthOfY)
    {
        double product = 0, lengths = Norm(x) * lengthOfY;
        for (int p = 0; p < x.Length; p++) product += x[p] * y[p];
        return lengths == 0 ? null : product / lengths;
    }
}

/// <summary>One parameter's row of the table.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Derivatives">Its derivative on each example, <c>∂C₀/∂θ</c>.</param>
/// <param name="Mean">Their mean, <c>∂C/∂θ</c> of the mini-batch.</param>
/// <param name="Full">The mean over all examples, <c>∂C/∂θ</c> of the data.</param>
public sealed record AveragingRow(Parameter Parameter, IReadOnlyList<double> Derivatives, double Mean, double Full);
