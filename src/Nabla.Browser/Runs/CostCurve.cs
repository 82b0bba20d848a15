namespace Nabla.Browser;

/// <summary>
/// The cost curve of a run. Each point is the mean of as many steps as every other, so that the same run has the same points
/// however it is sliced and however often a part of it is replayed.
/// </summary>
internal sealed class CostCurve(int stepsPerPoint)
{
    private readonly List<CostPoint> _points = [];
    private double _sum;

    public int StepsPerPoint => stepsPerPoint;

    public IReadOnlyList<CostPoint> Points => _points;

    /// <summary>The farthest step that was recorded.</summary>
    public long Reached { get; private set; }

    public void Add(BatchReport report)
    {
        if (report.Step != Reached + 1) return;
        Reached = report.Step;
        _sum += report.Cost;
        if (Reached % stepsPerPoint != 0) return;
        _points.Add(new CostPoint(Reached, _sum / stepsPerPoint));
        _sum = 0;
    }
}
