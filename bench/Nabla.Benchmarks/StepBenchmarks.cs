using BenchmarkDotNet.Attributes;

namespace Nabla.Benchmarks;

/// <summary>One mini-batch step of training, as a user's loop over <see cref="Trainer.Batches"/> has it.</summary>
[MemoryDiagnoser]
public class StepBenchmarks
{
    private IEnumerator<BatchReport> _batches = null!;

    public static IEnumerable<string> Networks => Standard.Names;

    [ParamsSource(nameof(Networks))]
    public string Network { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        var standard = Standard.Named(Network);
        _batches = new Trainer(standard.Create(), Standard.Data.Train, standard.Options(threads: 1)).Batches().GetEnumerator();
    }

    [Benchmark]
    public double Step() => _batches.MoveNext() ? _batches.Current.Cost : throw new InvalidOperationException("Training diverged.");
}
