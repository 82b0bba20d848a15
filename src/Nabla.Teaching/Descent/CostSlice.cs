namespace Nabla.Descent;

/// <summary>
/// The cost of a network along a line or over a plane of its parameters: what descent sees of the thousands of dimensions
/// that it moves in.
/// </summary>
public sealed record CostSlice
{
    private const int MostPoints = 40_000;

    /// <summary>How the directions were chosen.</summary>
    public required PlaneKind Kind { get; init; }

    /// <summary>Number of parameters of the network.</summary>
    public required int Parameters { get; init; }

    /// <summary>Number of examples that the cost is the mean of.</summary>
    public required int Examples { get; init; }

    /// <summary>The name of the cost.</summary>
    public required string Cost { get; init; }

    /// <summary>The first coordinates, ascending.</summary>
    public required IReadOnlyList<double> X { get; init; }

    /// <summary>The second coordinates, ascending; null for a line.</summary>
    public IReadOnlyList<double>? Y { get; init; }

    /// <summary>The costs, row after row: of column i and row j at <c>j·X.Count + i</c>; null where one is not finite.</summary>
    public required IReadOnlyList<double?> Costs { get; init; }

    /// <summary>The ways of training, seen from above.</summary>
    public IReadOnlyList<SlicePath> Paths { get; init; } = [];

    /// <summary>Computes the cost at every point of a grid.</summary>
    /// <param name="plane">The line or the plane.</param>
    /// <param name="data">The examples.</param>
    /// <param name="cost">The cost.</param>
    /// <param name="x">The first coordinates, ascending.</param>
    /// <param name="y">The second coordinates, ascending; null for a line. At most 40,000 points in all.</param>
    /// <param name="progress">Hears after each point how many are done.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ArgumentException">The data or the cost do not fit the network, the coordinates not the plane, or the points are too many.</exception>
    public static CostSlice Of(
        ParameterPlane plane, Dataset data, Cost cost, IReadOnlyList<double> x, IReadOnlyList<double>? y = null,
        IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plane);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(cost);
        ArgumentNullException.ThrowIfNull(x);
        if (plane.Dimensions != (y is null ? 1 : 2))
            throw Refusal.Argument($"The slice has {plane.Dimensions} dimensions; give as many rows of coordinates.");
        long points = (long)x.Count * (y?.Count ?? 1);
        if (points is 0 or > MostPoints) throw Refusal.Argument($"The slice has {points:N0} points; give 1 to {MostPoints:N0}.");

        var network = plane.At(y is null ? [0] : [0, 0]);
        var evaluator = new Evaluator(network, cost);
        var costs = new List<double?>((int)points);
        foreach (double t in y ?? [0])
        {
            foreach (double s in x)
            {
                cancellation.ThrowIfCancellationRequested();
                plane.Fill(network, y is null ? [s] : [s, t]);
                double value = evaluator.Run(network, data).Cost;
                costs.Add(double.IsFinite(value) ? value : null);
                progress?.Report(costs.Count);
            }
        }

        return new CostSlice
        {
            Kind = plane.Kind,
            Parameters = network.ParameterCount,
            Examples = data.Count,
            Cost = cost.Name,
            X = [.. x],
            Y = y is null ? null : [.. y],
            Costs = costs,
        };
    }
}
