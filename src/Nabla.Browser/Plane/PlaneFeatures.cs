namespace Nabla.Browser;

/// <summary>What of a point a network can be given, by name.</summary>
internal static class PlaneFeatures
{
    private static readonly Dictionary<string, Func<double, double, double>> Known = new(StringComparer.Ordinal)
    {
        ["x"] = (x, _) => x,
        ["y"] = (_, y) => y,
        ["xx"] = (x, _) => x * x,
        ["yy"] = (_, y) => y * y,
        ["xy"] = (x, y) => x * y,
        ["sinx"] = (x, _) => Math.Sin(x),
        ["siny"] = (_, y) => Math.Sin(y),
    };

    /// <summary>All of them, in their order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Known.Keys];

    /// <summary>Some of a point's.</summary>
    public static float[] Of(IReadOnlyList<Func<double, double, double>> features, double x, double y) => [.. features.Select(feature => (float)feature(x, y))];

    /// <summary>The features of these names.</summary>
    public static IReadOnlyList<Func<double, double, double>> Named(IReadOnlyList<string> names) => names.Count == 0
        ? throw Refusal.Argument($"The network is given nothing of a point; choose at least one feature.")
        : [.. names.Select(name => Known.GetValueOrDefault(name) ?? throw Refusal.Argument($"There is no feature '{Printable.Name(name)}'."))];
}
