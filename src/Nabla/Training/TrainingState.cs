namespace Nabla;

/// <summary>Whether training goes on, and if not, why.</summary>
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
}
