namespace Nabla.Browser;

/// <summary>Pictures of a network's own cost, made part by part.</summary>
internal static class CostPictures
{
    private const int LinePoints = 61;
    private const int PlanePoints = 25;
    // How much of the work with a plane is done when all have walked, and when the plane is laid.
    private const double Walked = 0.45;
    private const double Laid = 0.55;

    private const long MostNumbers = 20_000_000;

    /// <summary>The cost along a line.</summary>
    public static IEnumerable<double> Line(
        string direction, Network network, Network start, Dataset data, Cost cost, int seed, Action<LineOfCost> finish)
    {
        var line = LineOf(direction, network, start, data, cost, seed);
        var (from, to) = direction switch { "random" => (-1.0, 1.0), "start" => (-0.5, 1.5), _ => (0.0, 0.0) };
        if (direction == "gradient")
        {
            // As far as it goes down and up again to where it began.
            double here = CostAt(0)!.Value, reach = 1.0 / 64;
            for (int doubling = 0; doubling < 24 && CostAt(reach) is { } there && there <= here; doubling++)
            {
                yield return 0;
                reach *= 2;
            }

            (from, to) = (-reach / 4, reach);
        }

        double[] places = [.. Enumerable.Range(0, LinePoints).Select(i => from + (to - from) * i / (LinePoints - 1))];
        var costs = new List<double?>();
        foreach (double place in places)
        {
            costs.Add(CostAt(place));
            yield return (double)costs.Count / LinePoints;
        }

        finish(new LineOfCost(direction, data.Count, network.ParameterCount, line.UnitLength, places, costs));

        double? CostAt(double place) => CostSlice.Of(line, data, cost, [place]).Costs[0];
    }

    /// <summary>Refuses networks whose paths would not fit a page's memory.</summary>
    public static void CheckSize(Network network, int rounds)
    {
        if (3L * (rounds + 1) * network.ParameterCount > MostNumbers)
            throw Refusal.Argument($"The network has {network.ParameterCount:N0} parameters, too many to keep the paths of; take a smaller network or fewer rounds.");
    }

    /// <summary>The paths of three ways of training, and the cost over the plane nearest to them.</summary>
    public static IEnumerable<double> Plane(
        Network start, Dataset data, TrainingOptions options, int batch, int rounds, bool isByStep, Action<PlaneOfCost> finish)
    {
        int n = data.Count;
        int[] sizes = [n, batch, 1];
        var paths = new List<TrainingPath>();
        foreach (int size in sizes)
        {
            int every = isByStep ? 1 : (n + size - 1) / size, all = rounds * every;
            TrainingPath? path = null;
            foreach (var recorded in TrainingPath.Recording(start, data, options with { BatchSize = size }, all, step => step % every == 0))
            {
                path = recorded;
                yield return Walked * (paths.Count + (double)recorded.Taken / all) / sizes.Length;
            }

            paths.Add(path!);
        }

        ParameterPlane? plane = null;
        foreach (double part in ParameterPlane.SeekOfPaths(paths, found => plane = found)) yield return Walked + (Laid - Walked) * part;
        var shown = new List<SlicePath>();
        foreach (var path in paths)
        {
            shown.Add(SlicePath.Of(path, plane!));
            yield return Laid;
        }

        double[] x = Coordinates(shown.SelectMany(path => path.X)), y = Coordinates(shown.SelectMany(path => path.Y));
        var costs = new List<double?>();
        foreach (double row in y)
        {
            costs.AddRange(CostSlice.Of(plane!, data, options.Cost, x, [row]).Costs);
            yield return Laid + (1 - Laid) * costs.Count / (PlanePoints * PlanePoints);
        }

        finish(new PlaneOfCost(n, options.Optimizer.LearningRate, x, y, costs,
            [.. shown.Select(path => new PathView(path.BatchSize, path.Steps, path.X, path.Y, path.Costs, path.Outside, path.Diverged))]));
    }

    private static ParameterPlane LineOf(string direction, Network network, Network start, Dataset data, Cost cost, int seed) => direction switch
    {
        "random" => ParameterPlane.Random(network, (ulong)seed, 1),
        "gradient" => ParameterPlane.Against(DataGradient.Of(network, data, cost, CancellationToken.None).Derivatives, network),
        "start" => ParameterPlane.Through(start, network),
        _ => throw Refusal.Argument($"There is no direction '{direction}'; it is random, gradient or start."),
    };

    private static double[] Coordinates(IEnumerable<double> shown)
    {
        double low = shown.Min(), high = shown.Max(), margin = (high - low) / 8;
        return [.. Enumerable.Range(0, PlanePoints).Select(i => low - margin + (high - low + 2 * margin) * i / (PlanePoints - 1))];
    }
}
