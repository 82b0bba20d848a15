namespace Nabla.Runs;

/// <summary>States of a run to go back to.</summary>
internal interface IKeyframes
{
    /// <summary>The next step after this one that may be worth keeping.</summary>
    long After(long step);

    /// <summary>Whether the state after a step shall be added; the run's end is one to go back to wherever it is.</summary>
    bool Wants(long step, bool isEnd);

    /// <summary>Keeps a state.</summary>
    void Add(TrainerState state);

    /// <summary>The last one that is not after a step; null where that is the beginning.</summary>
    TrainerState? Before(long step);
}
