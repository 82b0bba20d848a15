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

    private double? _previousCost, _cost;

    /// <summary>How it ended.</summary>
    public TrainingEnd End { get; set; }

    /// <summary>The last epoch that was finished in this process.</summary>
    public EpochReport? Last { get; private set; }

    /// <summary>The number of the last finished epoch, in this process or before; 0 where there is none.</summary>
    public int Epochs { get; private set; }

    /// <summary>The test accuracy after it; null for regression.</summary>
    public double? TestAccuracy { get; private set; }

    /// <summary>Whether the cost still fell in the last epoch, so that more of them would help.</summary>
    public bool IsDescending => _previousCost is null || _cost < StillFalling * _previousCost;

    /// <summary>The best test accuracy, for regression R², the first where several are equal.</summary>
    public double BestScore { get; private set; } = double.NegativeInfinity;

    /// <summary>Its epoch.</summary>
    public int BestEpoch { get; private set; }

    public void Add(EpochReport report)
    {
        Last = report;
        Add(report.Epoch, report.Train.Cost, report.Test is { Regression: null } test ? test.Accuracy : null, report.Test?.Regression?.RSquared);
    }

    /// <summary>Adds an epoch of which only the numbers are left.</summary>
    public void Add(int epoch, double cost, double? testAccuracy, double? testRSquared)
    {
        (_previousCost, _cost) = (_cost, cost);
        (Epochs, TestAccuracy) = (epoch, testAccuracy);
        if ((testAccuracy ?? testRSquared) is not { } score || score <= BestScore) return;
        BestScore = score;
        BestEpoch = epoch;
    }
}
