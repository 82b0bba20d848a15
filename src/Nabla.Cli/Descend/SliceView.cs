namespace Nabla.Cli;

/// <summary>Shows a slice of a network's cost.</summary>
internal static class SliceView
{
    public static void Write(CostSlice slice, LocatedModel model, IReadOnlyList<LocatedModel> others, Dataset data, Host host)
    {
        host.Out.WriteLine($"Model: {model.Path}, {model.Network}");
        foreach (var other in others) host.Out.WriteLine($"       {other.Path}");
        host.Out.WriteLine($"Cost: {slice.Cost}, {model.Cost.Formula}, of {Format.Count(slice.Examples)} training examples of {data.Name}");
        host.Out.WriteLine(slice.Kind switch
        {
            PlaneKind.Random => "Directions: random; each neuron's part is as long as its own weights, biases stay",
            PlaneKind.Through => $"{(slice.Y is null ? "Line" : "Plane")}: through the networks, which are at {(slice.Y is null ? "0 and 1" : "(0, 0), (1, 0) and (0, 1)")}",
            _ => "Plane: the one through the start that is nearest to the paths",
        });
        host.Out.WriteLine($"Seen: {Format.Count(slice.Costs.Count)} points, cost {Cost(slice.Costs.Min())} to {Cost(slice.Costs.Max())}, lowest at {Lowest(slice)}");
        if (slice.Paths.Count == 0) return;
        host.Out.WriteLine();
        var rows = slice.Paths.Select(path => new[]
        {
            path.Name, Format.Count(path.Steps[^1]), Format.Count(path.Steps[^1] * path.BatchSize), Cost(path.Costs[0]), Cost(path.Costs[^1]), Uphill(path),
            Format.Percent(path.Outside), $"{path.TrainingSeconds:F2} s", path.Diverged ? "diverged" : "",
        }).Prepend(["path", "steps", "examples", "cost before", "after", "uphill", "outside", "time", ""]).ToList();
        int[] widths = [.. rows[0].Select((_, column) => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows)
            host.Out.WriteLine(string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]))).TrimEnd());
        host.Out.WriteLine("uphill: how often the cost was higher than a few steps before; outside: the part of the movement that the plane does not show.");
    }

    private static string Uphill(SlicePath path)
    {
        int higher = path.Costs.Zip(path.Costs.Skip(1)).Count(pair => pair.Second > pair.First);
        return $"{higher} of {path.Costs.Count - 1}";
    }

    private static string Lowest(CostSlice slice)
    {
        int best = Enumerable.Range(0, slice.Costs.Count).MinBy(i => slice.Costs[i] ?? double.PositiveInfinity);
        double x = slice.X[best % slice.X.Count];
        return slice.Y is null ? Format.Number(x) : $"({Format.Number(x)}, {Format.Number(slice.Y[best / slice.X.Count])})";
    }

    private static string Cost(double? cost) => cost is { } value ? Format.Cost(value) : "none";
}
