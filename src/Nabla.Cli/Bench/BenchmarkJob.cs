namespace Nabla.Cli;

/// <summary>One thing to be timed.</summary>
internal sealed record BenchmarkJob
{
    /// <summary>Its name, on the command line and in results.</summary>
    public required string Name { get; init; }

    /// <summary>What it does, for the help.</summary>
    public required string Description { get; init; }

    /// <summary><c>train</c> or <c>infer</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Operations of one example, as the textbook counts them.</summary>
    public required long FlopsPerExample { get; init; }

    /// <summary>Makes ready to work on data with a number of threads.</summary>
    public required Func<LoadedData, int, Workload> Prepare { get; init; }

    /// <summary>Whether more threads than one would be used.</summary>
    public bool IsTraining => Kind == "train";

    /// <summary>The one table of them.</summary>
    public static IReadOnlyList<BenchmarkJob> All { get; } =
        [.. StandardNetwork.All.Select(Train), Predict(StandardNetwork.Lecture), Evaluate(StandardNetwork.Lecture)];

    private static BenchmarkJob Train(StandardNetwork network) => new()
    {
        Name = network.Name,
        Description = $"training by mini-batches of {network.BatchSize}: {network.Activation}"
            + $"{(network.Cost.OutputActivation is { } output ? $" and {output}" : "")}, {network.Cost} cost",
        Kind = "train",
        FlopsPerExample = network.TrainingFlops,
        Prepare = (data, threads) => Workloads.Training(network, data.Train, threads),
    };

    private static BenchmarkJob Predict(StandardNetwork network) => new()
    {
        Name = $"{network.Shape} one at a time",
        Description = "reading one image after another, as bytes",
        Kind = "infer",
        FlopsPerExample = network.InferenceFlops,
        Prepare = (data, _) => Workloads.Predicting(network, data.Test),
    };

    private static BenchmarkJob Evaluate(StandardNetwork network) => new()
    {
        Name = $"{network.Shape} batches",
        Description = "evaluating on the test examples, many at once",
        Kind = "infer",
        FlopsPerExample = network.InferenceFlops,
        Prepare = (data, _) => Workloads.Evaluating(network, data.Test),
    };
}
