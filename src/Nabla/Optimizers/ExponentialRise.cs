namespace Nabla;

/// <summary>The rate grows by the same factor in every step, from 1 to <see cref="Ratio"/> in the last of <see cref="Steps"/>.</summary>
internal sealed record ExponentialRise() : LearningRateSchedule("exponential")
{
    public required double Ratio { get; init; }

    public required int Steps { get; init; }

    private protected override double FactorAt(long step, int stepsPerEpoch, long steps) =>
        DeterministicMath.Exp(DeterministicMath.Log(Ratio) * step / (Steps - 1));
}
