namespace Nabla;

/// <summary>How good a network was at moments of its training.</summary>
/// <param name="Points">The moments in their order; the first is before any step.</param>
public sealed record LearningCurve(IReadOnlyList<LearningPoint> Points)
{
    /// <summary>The last moment.</summary>
    internal LearningPoint End => Points[^1];

    /// <summary>The steps after which something was first true; null where it never was.</summary>
    internal double? StepsUntil(Func<LearningPoint, bool> reached) => Points.FirstOrDefault(reached)?.Step;

    /// <summary>The mean of curves, as far as the shortest goes.</summary>
    internal static LearningCurve Mean(IReadOnlyList<LearningCurve> curves) => curves.Count == 1 ? curves[0] : new(
    [
        .. Enumerable.Range(0, curves.Min(curve => curve.Points.Count)).Select(i => new LearningPoint
        {
            Epoch = curves[0].Points[i].Epoch,
            Step = curves[0].Points[i].Step,
            TrainCost = curves.Average(curve => curve.Points[i].TrainCost),
            TrainAccuracy = curves.Average(curve => curve.Points[i].TrainAccuracy),
            TestCost = curves.Average(curve => curve.Points[i].TestCost),
            TestAccuracy = curves.Average(curve => curve.Points[i].TestAccuracy),
        }),
    ]);
}

/// <summary>How good a network was at one moment of its training.</summary>
public sealed record LearningPoint
{
    /// <summary>How often the data had been gone through; a fraction within an epoch.</summary>
    public required double Epoch { get; init; }

    /// <summary>Steps of gradient descent so far.</summary>
    public required double Step { get; init; }

    /// <summary>The cost of the training examples.</summary>
    public required double TrainCost { get; init; }

    /// <summary>The part of the training examples that it reads right, 0 to 1.</summary>
    public required double TrainAccuracy { get; init; }

    /// <summary>The cost of the test examples.</summary>
    public required double TestCost { get; init; }

    /// <summary>The part of the test examples that it reads right, 0 to 1.</summary>
    public required double TestAccuracy { get; init; }
}
