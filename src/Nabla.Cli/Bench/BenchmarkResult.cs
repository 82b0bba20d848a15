namespace Nabla.Cli;

/// <summary>What <c>bench --json</c> prints.</summary>
internal sealed record BenchmarkResult
{
    /// <summary>The most that one thread can do, in 10⁹ operations a second, a multiply-add being two.</summary>
    public required double FmaGflops { get; init; }

    /// <summary>What one thread reads from main memory, in 10⁹ bytes a second.</summary>
    public required double BandwidthGBs { get; init; }

    public required IReadOnlyList<BenchmarkJobResult> Jobs { get; init; }

    /// <summary>The limit for every width of vectors that the machine has; the best is <see cref="FmaGflops"/>.</summary>
    public required IReadOnlyList<VectorSpeed> Fma { get; init; }

    /// <summary>The processor's name; null where it has none.</summary>
    public string? Processor { get; init; }

    public required string Architecture { get; init; }

    /// <summary>Processors that this process may use.</summary>
    public required int Processors { get; init; }

    /// <summary>Width of the vectors that the engine works with.</summary>
    public required int VectorBits { get; init; }

    public required string OperatingSystem { get; init; }

    public required string Framework { get; init; }

    public required string Version { get; init; }

    /// <summary>Threads that training was given.</summary>
    public required int Threads { get; init; }

    public required string Data { get; init; }

    public required int TrainExamples { get; init; }

    public required int TestExamples { get; init; }
}

/// <summary>How fast one job went.</summary>
internal sealed record BenchmarkJobResult
{
    public required string Name { get; init; }

    /// <summary>train or infer.</summary>
    public required string Kind { get; init; }

    /// <summary>The median of the repeats.</summary>
    public required double ExamplesPerSecond { get; init; }

    /// <summary>The best of the repeats.</summary>
    public required double BestExamplesPerSecond { get; init; }

    /// <summary>The median in 10⁹ operations a second, counted as if nothing were left out.</summary>
    public required double Gflops { get; init; }

    /// <summary>Of the limit of as many threads; more than 1 is possible, for what is dark is left out.</summary>
    public required double ShareOfLimit { get; init; }

    /// <summary>For going through all training examples once; null where nothing is trained.</summary>
    public double? SecondsPerEpoch { get; init; }

    public required long FlopsPerExample { get; init; }

    public required int Threads { get; init; }

    public required int Repeats { get; init; }
}
