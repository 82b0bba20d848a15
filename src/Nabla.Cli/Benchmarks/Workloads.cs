using System.Diagnostics;

namespace Nabla.Cli;

/// <summary>Work that can be done for as long as one likes.</summary>
internal interface IWorkload
{
    /// <summary>Works at least for a time.</summary>
    /// <returns>How many examples it took, and how long exactly.</returns>
    (long Examples, TimeSpan Time) Work(TimeSpan atLeast);
}

/// <summary>Training, mini-batch by mini-batch. Only time inside training steps counts, the shuffling of every epoch included.</summary>
internal sealed class TrainingWorkload : IWorkload
{
    private readonly Trainer _trainer;
    private readonly IEnumerator<BatchReport> _batches;

    public TrainingWorkload(StandardNetwork network, Dataset data, int threads)
    {
        _trainer = new Trainer(network.Create(), data, network.Options(threads));
        _batches = _trainer.Batches().GetEnumerator();
    }

    public (long Examples, TimeSpan Time) Work(TimeSpan atLeast)
    {
        long examples = 0;
        TimeSpan before = _trainer.TrainingTime;
        do
        {
            if (!_batches.MoveNext()) throw CliException.Failed($"training diverged, so that there is nothing to time; try other --data.");
            examples += _batches.Current.Examples;
        }
        while (_trainer.TrainingTime - before < atLeast);

        return (examples, _trainer.TrainingTime - before);
    }
}

/// <summary>Inference, one image after another.</summary>
internal sealed class PredictingWorkload(StandardNetwork network, Dataset data) : IWorkload
{
    private const int AtOnce = 100; // between two looks at the clock

    private readonly Predictor _predictor = new(network.Create());
    private int _next;

    public (long Examples, TimeSpan Time) Work(TimeSpan atLeast)
    {
        long examples = 0, started = Stopwatch.GetTimestamp(), seen = 0;
        TimeSpan time;
        do
        {
            for (int i = 0; i < AtOnce; i++)
            {
                seen += _predictor.Classify(data.Image(_next));
                if (++_next == data.Count) _next = 0;
            }

            examples += AtOnce;
            time = Stopwatch.GetElapsedTime(started);
        }
        while (time < atLeast);

        GC.KeepAlive(seen);
        return (examples, time);
    }
}

/// <summary>Inference over a whole data set, its cost and confusion matrix included.</summary>
internal sealed class EvaluatingWorkload : IWorkload
{
    private readonly Network _network;
    private readonly Evaluator _evaluator;
    private readonly Dataset _data;

    public EvaluatingWorkload(StandardNetwork network, Dataset data)
    {
        _network = network.Create();
        _evaluator = new Evaluator(_network, network.Cost);
        _data = data;
    }

    public (long Examples, TimeSpan Time) Work(TimeSpan atLeast)
    {
        long examples = 0, started = Stopwatch.GetTimestamp();
        TimeSpan time;
        do
        {
            examples += _evaluator.Run(_network, _data).Examples;
            time = Stopwatch.GetElapsedTime(started);
        }
        while (time < atLeast);

        return (examples, time);
    }
}
