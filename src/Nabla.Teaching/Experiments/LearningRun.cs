namespace Nabla.Experiments;

/// <summary>The same training from several seeds.</summary>
/// <param name="Name">What sets it apart from the other runs of the experiment.</param>
/// <param name="Curve">How it learned: the mean over the seeds, as far as the shortest of them came.</param>
/// <param name="Ends">What came of each seed.</param>
public sealed record LearningRun(Said Name, LearningCurve Curve, IReadOnlyList<LearningEnd> Ends)
{
    /// <summary>How many seeds diverged: their cost is no finite number any more.</summary>
    public int Diverged => Ends.Count(end => end.Diverged);

    /// <summary>The name, and that it diverged where it did.</summary>
    internal Said Label => Diverged == 0 ? Name : $"{Name} (diverged)";

    /// <summary>The accuracies at the end, in words.</summary>
    internal string TrainAccuracy => SpreadOf(point => point.TrainAccuracy).Say(Words.Percent);

    internal string TestAccuracy => SpreadOf(point => point.TestAccuracy).Say(Words.Percent);

    internal Spread SpreadOf(Func<LearningPoint, double> value) => Spread.Of(Ends.Select(end => value(end.Last)));
}

/// <summary>What came of one seed.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Last">How good the network was at the end; of a diverged run, when it was last looked at before.</param>
/// <param name="Diverged">Whether the cost is no finite number any more.</param>
/// <param name="Seconds">Time spent in training steps.</param>
public sealed record LearningEnd(ulong Seed, LearningPoint Last, bool Diverged, double Seconds);
