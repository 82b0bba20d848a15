namespace Nabla;

/// <summary>What a checkpoint holds besides networks.</summary>
internal sealed record CheckpointPosition
{
    public required int Epoch { get; init; }

    public required int Start { get; init; }

    public required int Looked { get; init; }

    public required long Step { get; init; }

    public required string State { get; init; }

    public required long TrainingTicks { get; init; }

    public required long EpochBeganTicks { get; init; }

    public required double BestCost { get; init; }

    public required int EpochsWithoutImprovement { get; init; }

    public required double PlateauCost { get; init; }

    public required int EpochsOnPlateau { get; init; }

    public required double PlateauFactor { get; init; }

    public required bool HasBest { get; init; }

    public required int OptimizerStates { get; init; }

    public static CheckpointPosition Of(TrainerState state) => new()
    {
        Epoch = state.Epoch,
        Start = state.Start,
        Looked = state.Looked,
        Step = state.Step,
        State = state.State.ToString(),
        TrainingTicks = state.TrainingTime.Ticks,
        EpochBeganTicks = state.EpochBegan.Ticks,
        BestCost = state.BestCost,
        EpochsWithoutImprovement = state.EpochsWithoutImprovement,
        PlateauCost = state.PlateauCost,
        EpochsOnPlateau = state.EpochsOnPlateau,
        PlateauFactor = state.PlateauFactor,
        HasBest = state.Best is not null,
        OptimizerStates = state.OptimizerStates.Count,
    };

    public TrainerState ToState(IReadOnlyList<Network> networks) => new()
    {
        Network = networks[0],
        LastGood = networks[1],
        Best = HasBest ? networks[2] : null,
        OptimizerStates = [.. networks.Skip(HasBest ? 3 : 2)],
        Epoch = Epoch,
        Start = Start,
        Looked = Looked,
        Step = Step,
        State = Enum.Parse<TrainingState>(State),
        TrainingTime = new TimeSpan(TrainingTicks),
        EpochBegan = new TimeSpan(EpochBeganTicks),
        BestCost = BestCost,
        EpochsWithoutImprovement = EpochsWithoutImprovement,
        PlateauCost = PlateauCost,
        EpochsOnPlateau = EpochsOnPlateau,
        PlateauFactor = PlateauFactor,
    };
}
