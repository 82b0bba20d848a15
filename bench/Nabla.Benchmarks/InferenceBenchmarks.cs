using BenchmarkDotNet.Attributes;
using Nabla.Cli;

namespace Nabla.Benchmarks;

/// <summary>Reading images with the network of the lectures.</summary>
[MemoryDiagnoser]
public class InferenceBenchmarks
{
    private readonly Network _network = StandardNetwork.Lecture.Create();
    private Predictor _predictor = null!;
    private Evaluator _evaluator = null!;
    private Dataset _test = null!;
    private int _next;

    [GlobalSetup]
    public void Setup()
    {
        _test = Standard.Data.Test;
        _predictor = new Predictor(_network);
        _evaluator = new Evaluator(_network, StandardNetwork.Lecture.Cost);
    }

    /// <summary>One image of bytes, another one each time.</summary>
    [Benchmark]
    public int OneAtATime()
    {
        if (++_next == _test.Count) _next = 0;
        return _predictor.Classify(_test.Image(_next));
    }

    /// <summary>A thousand images with their cost and confusion matrix.</summary>
    [Benchmark]
    public double Thousand() => _evaluator.Run(_network, _test).Cost;
}
