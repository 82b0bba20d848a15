using BenchmarkDotNet.Attributes;

namespace Nabla.Benchmarks;

/// <summary>The parts of a mini-batch step, each by itself, always on the same mini-batch.</summary>
[MemoryDiagnoser]
public class KernelBenchmarks
{
    // A step so small that the network stays what it is, however often it is taken.
    private const float Scale = -1e-12f;

    private ILearningKernel _kernel = null!;
    private int _count;

    public static IEnumerable<string> Networks => Standard.Names;

    [ParamsSource(nameof(Networks))]
    public string Network { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        var standard = Standard.Named(Network);
        _count = standard.BatchSize;
        _kernel = NetworkKernel.Create(standard.Create(), standard.Cost, _count);
        Fill();
        Forward();
        Backward();
    }

    /// <summary>Putting the examples into their slots.</summary>
    [Benchmark]
    public void Fill()
    {
        _kernel.SetExamples(Standard.Data.Train, [.. Enumerable.Range(0, _count)]);
    }

    /// <summary><c>z = W·a + b</c>, <c>a = σ(z)</c>, layer by layer.</summary>
    [Benchmark]
    public void Forward() => _kernel.Forward(_count);

    /// <summary>δ of every layer, from the last to the first.</summary>
    [Benchmark]
    public void Backward() => _kernel.Backward(_count);

    /// <summary>The gradients and the step along them in one.</summary>
    [Benchmark]
    public void Descend() => _kernel.Descend(_count, Scale);
}
