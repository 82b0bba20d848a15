using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nabla;

/// <summary>Whether training goes on, and if not, why. In files, in JSON and to a reader it has the same <see cref="TrainingStates.Name"/>.</summary>
[JsonConverter(typeof(KebabNames<TrainingState>))]
public enum TrainingState
{
    /// <summary>There are steps left.</summary>
    Running,

    /// <summary>All epochs are done.</summary>
    Finished,

    /// <summary>The cost no longer improved.</summary>
    StoppedEarly,

    /// <summary>The cost became infinite or not a number; the network is the last good one.</summary>
    Diverged,

    /// <summary>The test accuracy that a <c>RunConfiguration</c> asked for is reached.</summary>
    ReachedAccuracy,

    /// <summary>There are steps left, but whoever trained was stopped: a run's folder tells where to go on.</summary>
    Interrupted,
}

/// <summary>What states are called.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TrainingStates
{
    /// <summary>Its name in small letters, such as <c>stopped-early</c>.</summary>
    /// <param name="state">The state.</param>
    public static string Name(this TrainingState state) => JsonNamingPolicy.KebabCaseLower.ConvertName(state.ToString());
}
