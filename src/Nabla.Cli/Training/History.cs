namespace Nabla.Cli;

/// <summary>How a run ended.</summary>
internal enum TrainingEnd
{
    Finished,
    StoppedEarly,
    Diverged,
    Interrupted,
}

/// <summary>What is kept of the epochs of a run.</summary>
internal sealed class History
{
    /// <summary>How it ended.</summary>
    public TrainingEnd End { get; set; }

    /// <summary>The last finished epoch.</summary>
    public EpochReport? Last { get; private set; }

    /// <summary>The best test accuracy, the first where several are equal.</summary>
    public double BestAccuracy { get; private set; } = -1;

    /// <summary>Its epoch.</summary>
    public int BestEpoch { get; private set; }

    public void Add(EpochReport report)
    {
        Last = report;
        if (report.Test is not { } test || test.Accuracy <= BestAccuracy) return;
        BestAccuracy = test.Accuracy;
        BestEpoch = report.Epoch;
    }
}
