namespace Nabla.Browser;

/// <summary>The challenges about learning: descent, training, and what goes wrong with them.</summary>
internal static class Learning
{
    /// <summary>All of them, in the order of the lectures.</summary>
    public static IReadOnlyList<Challenge> All { get; } =
    [
        new PixelsUndivided(),
        new StepDownhill(),
        new DescentCurve(),
        new LearningRateLimit(),
        new ConstantSlope(),
        new WhichWay(),
        new LocalMinimum(),
        new XorSeeds(),
        new UpdatesInEpoch(),
        new SumOrMean(),
        new BatchTimesTen(),
        new CostEveryStep(),
        new CostAndAccuracy(),
        new EqualWeights(),
        new ZeroBiases(),
        new FlippedSign(),
        new GradientsNotZeroed(),
        new SixMistakes(),
        new EarlyLayers(),
        new LayersWithoutBends(),
    ];
}
