using BenchmarkDotNet.Attributes;

namespace Nabla.Benchmarks;

/// <summary>Drawing the built-in digits.</summary>
[MemoryDiagnoser]
public class DigitsBenchmarks
{
    [Benchmark]
    public Dataset MakeThousand() => Digits.Make(1000);
}

/// <summary>Reading MNIST's four files, where they are found.</summary>
[MemoryDiagnoser]
public class MnistBenchmarks
{
    [Benchmark]
    public Dataset Load() => Mnist.Load().Train;
}
