using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Nabla.Runs;

/// <summary>What a checkpoint holds besides networks: where training is, and which networks there are.</summary>
internal sealed record CheckpointPosition : TrainerPosition
{
    [JsonConstructor]
    public CheckpointPosition()
    {
    }

    [SetsRequiredMembers]
    public CheckpointPosition(TrainerState state)
        : base(state) => (HasBest, OptimizerStates) = (state.Best is not null, state.OptimizerStates.Count);

    public required bool HasBest { get; init; }

    public required int OptimizerStates { get; init; }

    public TrainerState ToState(IReadOnlyList<Network> networks) => new(this, networks[0], networks[1])
    {
        Best = HasBest ? networks[2] : null,
        OptimizerStates = [.. networks.Skip(HasBest ? 3 : 2)],
    };
}
