namespace Nabla.Browser;

/// <summary>
/// The cost curve of a run. Each point is the mean of as many steps as every other, so that the same run has the same points
/// however it is sliced and however often a part of it is replayed.
/// </summary>
internal sealed class CostCurve(int stepsPerPoint)
{
    private readonly List<CostPoint> _points = [];

    public int StepsPerPoint => stepsPerPoint;

    public IReadOnlyList<CostPoint> Points => _points;

    /// <summary>The farthest step that was recorded.</summary>
    public long Reached { get; private set; }

    /// <summary>The sum of the costs of the steps after the last point.</summary>
    public double Rest { get; private set; }

    public void Add(BatchReport report)
    {
        if (report.Step != Reached + 1) return;
        Reached = report.Step;
        Rest += report.Cost;
        if (Reached % stepsPerPoint != 0) return;
        _points.Add(new CostPoint(Reached, Rest / stepsPerPoint));
        Rest = 0;
    }

    /// <summary>Takes the place of what is here, where it goes farther.</summary>
    public void Recall(IEnumerable<double> means, long reached, double rest)
    {
        if (reached <= Reached) return;
        _points.AddRange(means.Select((mean, i) => new CostPoint((i + 1L) * stepsPerPoint, mean)).Skip(_points.Count));
        (Reached, Rest) = (reached, rest);
    }
}
