namespace Nabla.Descent;

/// <summary>A way of training, projected on a plane by least squares: each place is shown by the point of the plane that is nearest to it.</summary>
public sealed record SlicePath
{
    /// <summary>What it is, such as <c>mini-batches of 100</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Examples looked at before each step.</summary>
    public required int BatchSize { get; init; }

    /// <summary>The steps after which its place is shown, from 0.</summary>
    public required IReadOnlyList<long> Steps { get; init; }

    /// <summary>The first coordinates.</summary>
    public required IReadOnlyList<double> X { get; init; }

    /// <summary>The second coordinates.</summary>
    public required IReadOnlyList<double> Y { get; init; }

    /// <summary>The cost at its true places, not at the points that show them.</summary>
    public required IReadOnlyList<double> Costs { get; init; }

    /// <summary>
    /// How much of its movement lies outside the plane, 0 to 1: of the squared distances from the start, summed over its places.
    /// </summary>
    public required double Outside { get; init; }

    /// <summary>Whether it left the range of numbers before all steps were done.</summary>
    public required bool Diverged { get; init; }

    /// <summary>Time in training steps, in seconds.</summary>
    public required double TrainingSeconds { get; init; }

    /// <summary>Projects a path.</summary>
    /// <param name="path">The path.</param>
    /// <param name="plane">A plane of the same network's parameters.</param>
    public static SlicePath Of(TrainingPath path, ParameterPlane plane)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(plane);
        var places = path.Points.ConvertAll(plane.Project);
        double moved = places.Sum(place => place.Moved);
        return new SlicePath
        {
            Name = path.Name,
            BatchSize = path.BatchSize,
            Steps = path.Steps,
            X = [.. places.Select(place => place.Coordinates[0])],
            Y = [.. places.Select(place => place.Coordinates[1])],
            Costs = path.Costs,
            Outside = moved > 0 ? places.Sum(place => place.Outside) / moved : 0,
            Diverged = path.Diverged,
            TrainingSeconds = path.TrainingTime.TotalSeconds,
        };
    }
}
