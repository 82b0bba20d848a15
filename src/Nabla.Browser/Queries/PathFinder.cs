namespace Nabla.Browser;

/// <summary>
/// The paths on which the error comes back from the outputs to one neuron j of layer l. Each brings the product
/// <c>δ_o · w · σ′ · w · … · σ′</c> of what it meets, and their sum is <c>δ_j</c>: the four equations multiplied out.
/// </summary>
internal sealed class PathFinder(Explainer explainer, int layer, int neuron)
{
    // Multiplied out one by one they take as long as a page waits for a number.
    private const double MostMultipliedOut = 20_000;

    private int Depth => explainer.Depth;

    /// <summary>How many there are.</summary>
    public double Count => Enumerable.Range(layer + 1, Depth - layer).Aggregate(1.0, (count, l) => count * explainer.At(l).Z.Length);

    /// <summary>The strongest path of those that go through given neurons.</summary>
    /// <param name="through">The neuron of each layer after, from the next one on; below 0 where any will do.</param>
    public int[] Strongest(IReadOnlyList<int> through)
    {
        // Backward from the outputs: what is the most that a path from there brings to each neuron, and by which neuron after it?
        double[] most = [.. explainer.At(Depth).Delta.Select(Math.Abs)];
        var next = new Stack<int[]>();
        for (int l = Depth - 1; l >= layer; l--)
        {
            var weights = explainer.LayerOf(l + 1).Weights;
            int wanted = l - layer < through.Count ? through[l - layer] : -1;
            int[] choice = [.. explainer.At(l).Z.Select((_, j) => wanted >= 0 ? wanted : Best(weights, j, most))];
            most = [.. explainer.At(l).Slope.Select((slope, j) => Math.Abs(slope * weights[choice[j], j]) * most[choice[j]])];
            next.Push(choice);
        }

        var path = new List<int> { neuron };
        foreach (int[] choice in next) path.Add(choice[path[^1]]);
        return [.. path];

        static int Best(double[,] weights, int j, double[] most) =>
            Enumerable.Range(0, most.Length).MaxBy(i => Math.Abs(weights[i, j]) * most[i]);
    }

    /// <summary>The factors of a path, from the error of its output on.</summary>
    public IEnumerable<PathFactor> Factors(IReadOnlyList<int> path)
    {
        double product = explainer.At(Depth).Delta[path[^1]];
        yield return new PathFactor("error", Depth, path[^1], null, product, product);
        for (int l = Depth - 1; l >= layer; l--)
        {
            int j = path[l - layer], i = path[l + 1 - layer];
            double weight = explainer.LayerOf(l + 1).Weights[i, j], slope = explainer.At(l).Slope[j];
            yield return new PathFactor("weight", l + 1, i, j, weight, product *= weight);
            yield return new PathFactor("slope", l, j, null, slope, product *= slope);
        }
    }

    /// <summary>The sum of what all paths bring, each multiplied out by itself; null where they are too many.</summary>
    public double? Sum()
    {
        if (Count > MostMultipliedOut) return null;
        return From(layer, neuron, 1);

        double From(int l, int j, double product)
        {
            if (l == Depth) return product * explainer.At(l).Delta[j];
            product *= explainer.At(l).Slope[j];
            var weights = explainer.LayerOf(l + 1).Weights;
            double sum = 0;
            for (int i = 0; i < weights.GetLength(0); i++) sum += From(l + 1, i, product * weights[i, j]);
            return sum;
        }
    }

    /// <summary>The sum of the sizes of what all paths bring.</summary>
    public double Sizes()
    {
        double[] sizes = [.. explainer.At(Depth).Delta.Select(Math.Abs)];
        for (int l = Depth - 1; l >= layer; l--)
        {
            var weights = explainer.LayerOf(l + 1).Weights;
            sizes = [.. explainer.At(l).Slope.Select((slope, j) => Math.Abs(slope) * sizes.Select((size, i) => Math.Abs(weights[i, j]) * size).Sum())];
        }

        return sizes[neuron];
    }
}
