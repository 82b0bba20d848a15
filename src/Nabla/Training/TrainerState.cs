using System.Diagnostics.CodeAnalysis;

namespace Nabla;

/// <summary>Where a <see cref="Trainer"/> is in its run, whole: from it training goes on to the very bits.</summary>
public sealed record TrainerState : TrainerPosition
{
    /// <summary>To be filled in.</summary>
    public TrainerState()
    {
    }

    [SetsRequiredMembers]
    internal TrainerState(TrainerPosition position, Network network, Network lastGood)
        : base(position) => (Network, LastGood, OptimizerStates) = (network, lastGood, []);

    /// <summary>The parameters.</summary>
    public required Network Network { get; init; }

    /// <summary>The parameters to go back to, should training diverge.</summary>
    public required Network LastGood { get; init; }

    /// <summary>The parameters of the best epoch so far; null where they are not kept.</summary>
    public Network? Best { get; init; }

    /// <summary>What the optimizer remembers, each in the shape of the network.</summary>
    public required IReadOnlyList<Network> OptimizerStates { get; init; }

    /// <summary>
    /// Whether some training could come here, whatever its data and options: a file may say anything, and numbers near the ends of their
    /// kinds would overflow on the way.
    /// </summary>
    internal bool IsPossible => Enum.IsDefined(State)
        && Epoch >= 1 && Start >= 0 && Looked >= 0 && Step >= 0
        && EpochsWithoutImprovement >= 0 && EpochsWithoutImprovement <= Epoch && EpochsOnPlateau >= 0 && EpochsOnPlateau <= Epoch
        && EpochBegan >= TimeSpan.Zero && EpochBegan <= TrainingTime && TrainingTime <= TimeSpan.MaxValue / 2;
}
