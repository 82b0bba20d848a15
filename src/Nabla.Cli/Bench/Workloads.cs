using System.Diagnostics;

namespace Nabla.Cli;

/// <summary>Work that can be done for as long as one likes: at least for a time.</summary>
/// <returns>How many examples it took, and how long exactly.</returns>
internal delegate (long Examples, TimeSpan Time) Workload(TimeSpan atLeast);

/// <summary>What the jobs do.</summary>
internal static class Workloads
{
    private const int AtOnce = 100; // images between two looks at the clock

    /// <summary>Training, mini-batch by mini-batch. Only time inside training steps counts, the shuffling of every epoch included.</summary>
    public static Workload Training(StandardNetwork network, Dataset data, int threads)
    {
        var trainer = new Trainer(network.Create(), data, network.Options(threads));
        var batches = trainer.Batches().GetEnumerator();
        return Repeated(() => trainer.TrainingTime, () => batches.MoveNext() ? batches.Current.Examples
            : throw CliException.Failed($"training diverged, so that there is nothing to time; try other --data."));
    }

    /// <summary>Inference, one image after another.</summary>
    public static Workload Predicting(StandardNetwork network, Dataset data)
    {
        var predictor = new Predictor(network.Create());
        int next = 0;
        return Repeated(Clock, () =>
        {
            for (int i = 0; i < AtOnce; i++)
            {
                predictor.Classify(data.Image(next));
                if (++next == data.Count) next = 0;
            }

            return AtOnce;
        });
    }

    /// <summary>Inference over a whole data set, its cost and confusion matrix included.</summary>
    public static Workload Evaluating(StandardNetwork network, Dataset data)
    {
        var trained = network.Create();
        var evaluator = new Evaluator(trained, network.Cost);
        return Repeated(Clock, () => evaluator.Run(trained, data).Examples);
    }

    private static TimeSpan Clock() => Stopwatch.GetElapsedTime(0);

    private static Workload Repeated(Func<TimeSpan> clock, Func<int> work) => atLeast =>
    {
        long examples = 0;
        TimeSpan begun = clock(), time;
        do
        {
            examples += work();
            time = clock() - begun;
        }
        while (time < atLeast);

        return (examples, time);
    };
}
