namespace Nabla.Experiments;

/// <summary>How good a network was at moments of its training.</summary>
/// <param name="Points">The moments in their order; the first is before any step.</param>
public sealed record LearningCurve(IReadOnlyList<LearningPoint> Points)
{
    /// <summary>The last moment.</summary>
    internal LearningPoint End => Points[^1];

    /// <summary>By which part of itself the cost changed in the last epoch: near 0 it is time to stop.</summary>
    internal double LastChange
    {
        get
        {
            double before = Points.Last(point => point.Epoch <= End.Epoch - 1 || point.Step == 0).TrainCost;
            return before == 0 ? 0 : (End.TrainCost - before) / before;
        }
    }

    /// <summary>The steps after which something was first true; null where it never was.</summary>
    internal double? StepsUntil(Func<LearningPoint, bool> reached) => Points.FirstOrDefault(reached)?.Step;

    /// <summary>The mean of curves, as far as the shortest goes.</summary>
    internal static LearningCurve Mean(IReadOnlyList<LearningCurve> curves) => curves.Count == 1 ? curves[0] : new(
    [
        .. Enumerable.Range(0, curves.Min(curve => curve.Points.Count)).Select(i => new LearningPoint(
            Epoch: curves[0].Points[i].Epoch,
            Step: curves[0].Points[i].Step,
            TrainCost: curves.Average(curve => curve.Points[i].TrainCost),
            TrainAccuracy: curves.Average(curve => curve.Points[i].TrainAccuracy),
            TestCost: curves.Average(curve => curve.Points[i].TestCost),
            TestAccuracy: curves.Average(curve => curve.Points[i].TestAccuracy))),
    ]);
}

/// <summary>How good a network was at one moment of its training.</summary>
/// <param name="Epoch">How often the data had been gone through; a fraction within an epoch.</param>
/// <param name="Step">Steps of gradient descent so far.</param>
/// <param name="TrainCost">The cost of the training examples.</param>
/// <param name="TrainAccuracy">The part of the training examples that it reads right, 0 to 1.</param>
/// <param name="TestCost">The cost of the test examples.</param>
/// <param name="TestAccuracy">The part of the test examples that it reads right, 0 to 1.</param>
public sealed record LearningPoint(double Epoch, double Step, double TrainCost, double TrainAccuracy, double TestCost, double TestAccuracy);
