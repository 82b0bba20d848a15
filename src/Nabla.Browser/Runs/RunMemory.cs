namespace Nabla.Browser;

/// <summary>
/// What a run remembers of itself: the states to go on from to the very bits, and what was measured on the way, so that its moments and its
/// curves are there again without training.
/// </summary>
internal sealed record RunMemory
{
    /// <summary>Whose it is.</summary>
    public required string Run { get; init; }

    /// <summary>The farthest step that it has reached.</summary>
    public required long Reached { get; init; }

    /// <summary>The step at which it ended; null where that is not known.</summary>
    public required long? End { get; init; }

    /// <summary>Whether it ended because a cost was no number any more.</summary>
    public required bool HasDiverged { get; init; }

    /// <summary>The epochs that were judged.</summary>
    public required IReadOnlyList<MetricsLine> Epochs { get; init; }

    /// <summary>The points of the cost curve.</summary>
    public required IReadOnlyList<double> Costs { get; init; }

    /// <summary>Steps that each of them is the mean of.</summary>
    public required int StepsPerPoint { get; init; }

    /// <summary>The farthest step that the curve knows of.</summary>
    public required long CostsReached { get; init; }

    /// <summary>The sum of the costs of the steps after its last point.</summary>
    public required double CostsRest { get; init; }

    /// <summary>The states, in the order of their steps.</summary>
    public required IReadOnlyList<TrainerState> Keyframes { get; init; }

    /// <summary>The same without what was measured by a clock: another machine's times say nothing of this one.</summary>
    public RunMemory Timeless => this with
    {
        Epochs = [.. Epochs.Select(line => line with { Seconds = null })],
        Keyframes = [.. Keyframes.Select(state => state with { TrainingTime = TimeSpan.Zero, EpochBegan = TimeSpan.Zero })],
    };

    /// <summary>Whether a run could have come to know this: a file may say anything.</summary>
    public bool IsOf(LiveRun run)
    {
        int perEpoch = run.Trainer.StepsPerEpoch;
        return Reached >= 1 && Reached <= run.Steps && (End is null ? !HasDiverged : End == Reached)
            && Keyframes.Count > 0 && Keyframes.All(IsPlace) && Keyframes.Zip(Keyframes.Skip(1)).All(pair => pair.First.Step < pair.Second.Step)
            && (End is null || (Keyframes[^1].Step == End && (HasDiverged || Keyframes[^1].State != TrainingState.Running || HasReachedAccuracy())))

            // The end of an epoch is reached before it is judged.
            && (Epochs.Count == Reached / perEpoch || (Epochs.Count == Reached / perEpoch - 1 && Reached % perEpoch == 0 && Keyframes[^1].Step < Reached))
            && Epochs.Index().All(line => line.Item.Epoch == line.Index + 1 && line.Item.Step == (line.Index + 1L) * perEpoch && IsJudged(line.Item))

            // A step whose network was then judged to be no good has left its cost.
            && CostsReached >= Reached && CostsReached <= Reached + 1
            && StepsPerPoint >= 1 && Costs.Count == CostsReached / StepsPerPoint && Costs.All(double.IsFinite) && double.IsFinite(CostsRest);

        bool IsPlace(TrainerState state) => state.Step >= 1 && state.Step <= Reached && run.Trainer.Knows(state) && double.IsFinite(state.PlateauFactor) && state.State switch
        {
            TrainingState.Running => state.Step < run.Steps,
            TrainingState.Finished => state.Step == End && state.Step == run.Steps,
            TrainingState.StoppedEarly => state.Step == End && run.Configuration.Training.EarlyStopping is not null,
            _ => false,
        };

        bool HasReachedAccuracy() => Reached % perEpoch == 0 && Epochs is [.., { TestAccuracy: { } accuracy }] && accuracy >= run.Configuration.UntilAccuracy;

        static bool IsJudged(MetricsLine line) => double.IsFinite(line.Cost) && IsCost(line.TestCost) && IsCost(line.ValidationCost)
            && IsPart(line.TrainAccuracy) && IsPart(line.TestAccuracy) && line.Seconds is null or (>= 0 and < double.PositiveInfinity);

        static bool IsCost(double? cost) => cost is null || !double.IsNaN(cost.Value);

        static bool IsPart(double? part) => part is null or (>= 0 and <= 1);
    }
}
