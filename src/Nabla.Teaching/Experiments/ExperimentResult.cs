using System.Text.Json.Serialization;

namespace Nabla.Experiments;

/// <summary>
/// What an experiment measured, as plain numbers that serialise. <see cref="Report"/> says and draws it; everything there is
/// computed from what stands here.
/// </summary>
public abstract record ExperimentResult
{
    /// <summary>The networks, the cost, the training and the data that this was found with; empty where there were none.</summary>
    [JsonIgnore]
    public Said Setup { get; init; } = $"";

    /// <summary>The result for people: sentences, a table, charts and pictures.</summary>
    public abstract ExperimentReport Report();
}
