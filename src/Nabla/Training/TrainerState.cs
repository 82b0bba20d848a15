namespace Nabla;

/// <summary>Where a <see cref="Trainer"/> is in its run, whole: from it training goes on to the very bits.</summary>
public sealed record TrainerState
{
    /// <summary>The parameters.</summary>
    public required Network Network { get; init; }

    /// <summary>The parameters to go back to, should training diverge.</summary>
    public required Network LastGood { get; init; }

    /// <summary>The parameters of the best epoch so far; null where they are not kept.</summary>
    public Network? Best { get; init; }

    /// <summary>What the optimizer remembers, each in the shape of the network.</summary>
    public required IReadOnlyList<Network> OptimizerStates { get; init; }

    /// <summary>The epoch under way, from 1; one more than there are when all are done.</summary>
    public required int Epoch { get; init; }

    /// <summary>Examples of the epoch that are done.</summary>
    public required int Start { get; init; }

    /// <summary>Examples of the mini-batch that were looked at, one by one.</summary>
    public int Looked { get; init; }

    /// <summary>Steps of gradient descent so far.</summary>
    public required long Step { get; init; }

    /// <summary>Whether training goes on, and if not, why.</summary>
    public TrainingState State { get; init; }

    /// <summary>Time spent in training steps so far.</summary>
    public TimeSpan TrainingTime { get; init; }

    /// <summary>What <see cref="TrainingTime"/> was when the epoch began.</summary>
    public TimeSpan EpochBegan { get; init; }

    /// <summary>The best cost that early stopping has seen.</summary>
    public double BestCost { get; init; } = double.PositiveInfinity;

    /// <summary>Epochs since then.</summary>
    public int EpochsWithoutImprovement { get; init; }

    /// <summary>The best cost that <see cref="ReduceOnPlateau"/> has seen.</summary>
    public double PlateauCost { get; init; } = double.PositiveInfinity;

    /// <summary>Epochs since then, or since the rate fell.</summary>
    public int EpochsOnPlateau { get; init; }

    /// <summary>What <see cref="ReduceOnPlateau"/> has made of the learning rate.</summary>
    public double PlateauFactor { get; init; } = 1;

    /// <summary>
    /// Whether some training could come here, whatever its data and options: a file may say anything, and numbers near the ends of their
    /// kinds would overflow on the way.
    /// </summary>
    internal bool IsPossible => Enum.IsDefined(State)
        && Epoch >= 1 && Start >= 0 && Looked >= 0 && Step >= 0
        && EpochsWithoutImprovement >= 0 && EpochsWithoutImprovement <= Epoch && EpochsOnPlateau >= 0 && EpochsOnPlateau <= Epoch
        && EpochBegan >= TimeSpan.Zero && EpochBegan <= TrainingTime && TrainingTime <= TimeSpan.MaxValue / 2;
}
