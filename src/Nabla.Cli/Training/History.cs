namespace Nabla.Cli;

/// <summary>How a run ended.</summary>
internal enum TrainingEnd
{
    Finished,
    StoppedEarly,
    ReachedAccuracy,
    Diverged,
    Interrupted,
}

/// <summary>What is kept of the epochs of a run.</summary>
internal sealed class History
{
    private const double StillFalling = 0.98;

    private double? _previousCost;

    /// <summary>How it ended.</summary>
    public TrainingEnd End { get; set; }

    /// <summary>The last finished epoch.</summary>
    public EpochReport? Last { get; private set; }

    /// <summary>Whether the cost still fell in the last epoch, so that more of them would help.</summary>
    public bool IsDescending => _previousCost is null || Last!.Train.Cost < StillFalling * _previousCost;

    /// <summary>The best test accuracy, for regression R², the first where several are equal.</summary>
    public double BestScore { get; private set; } = double.NegativeInfinity;

    /// <summary>Its epoch.</summary>
    public int BestEpoch { get; private set; }

    public void Add(EpochReport report)
    {
        _previousCost = Last?.Train.Cost;
        Last = report;
        if (report.Test is not { } test || Score.Value(test) <= BestScore) return;
        BestScore = Score.Value(test);
        BestEpoch = report.Epoch;
    }
}
