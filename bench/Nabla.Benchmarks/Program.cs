using BenchmarkDotNet.Running;
using Nabla.Benchmarks;

// From the root of the repository: dotnet run -c Release --project bench/Nabla.Benchmarks -- --filter '*Step*'
Type[] benchmarks = [typeof(StepBenchmarks), typeof(KernelBenchmarks), typeof(InferenceBenchmarks), typeof(DigitsBenchmarks)];
BenchmarkSwitcher.FromTypes(Nabla.Mnist.TryFind(out _) ? [.. benchmarks, typeof(MnistBenchmarks)] : benchmarks).Run(args);
