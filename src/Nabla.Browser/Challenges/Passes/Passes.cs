namespace Nabla.Browser;

/// <summary>The challenges about the network as it is, and about its two passes.</summary>
internal static class Passes
{
    /// <summary>All of them, in the order of the lectures.</summary>
    public static IReadOnlyList<Challenge> All { get; } =
    [
        new ParameterCount(), new WiderLayer(), new WeightedSum(), new FunctionOf(), new StoresPictures(),
        new CostOfExample(), new MoreWrongFaster(), new NudgeAndAccuracy(),
        new WhichIsAnEdge(), new NoiseSure(), new ShiftedDigit(),
        new StrongestWish(), new StrongestWeight(), new BiasOverBatch(), new CostAlongWeight(),
        new SlopeOfActivation(), new SlopeCurve(), new BiasInDerivative(), new WhichQuotient(), new PathsAddUp(),
        new SignOfError(), new WeightsThatCarry(), new RowOrColumn(), new OldOrNewWeights(), new BackpropagationAlone(),
    ];
}
