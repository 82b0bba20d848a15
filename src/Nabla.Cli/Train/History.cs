namespace Nabla.Cli;

/// <summary>How a run went.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Last">The last epoch that was finished in this process; null where none was.</param>
/// <param name="Lines">All its epochs, also those before it was resumed.</param>
internal sealed record History(TrainingState End, EpochReport? Last, IReadOnlyList<MetricsLine> Lines)
{
    private const double StillFalling = 0.98;

    /// <summary>The number of the last finished epoch; 0 where there is none.</summary>
    public int Epochs => Lines is [.., var last] ? last.Epoch : 0;

    /// <summary>Whether the cost still fell in the last epoch, so that more of them would help.</summary>
    public bool IsDescending => Lines is not [.., var before, var last] || last.Cost < StillFalling * before.Cost;

    /// <summary>The best test accuracy, for regression R²; −∞ where there is none.</summary>
    public double BestScore => Best is null ? double.NegativeInfinity : Score(Best)!.Value;

    /// <summary>Its epoch, the first where several are equal; 0 where there is none.</summary>
    public int BestEpoch => Best?.Epoch ?? 0;

    private MetricsLine? Best { get; } = Lines.Where(line => Score(line) is not null).MaxBy(Score);

    private static double? Score(MetricsLine line) => line.TestAccuracy ?? line.TestRSquared;
}
