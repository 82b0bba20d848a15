using Nabla.Cli;

namespace Nabla.Benchmarks;

/// <summary>The standard networks and the data that they are timed on.</summary>
internal static class Standard
{
    private const int Train = 10_000, Test = 1_000;

    /// <summary>Built-in digits, so that the numbers do not depend on what a machine has.</summary>
    public static (Dataset Train, Dataset Test) Data { get; } = Digits.Load(train: Train, test: Test);

    public static IEnumerable<string> Names => StandardNetwork.All.Select(network => network.Name);

    public static StandardNetwork Named(string name) => StandardNetwork.All.Single(network => network.Name == name);
}
