namespace Nabla.Runs;

/// <summary>The keyframes that a <see cref="RunStore"/> left in the folder of a run, to be read alone.</summary>
internal sealed class FolderKeyframes(string folder, Network like) : IKeyframes
{
    public long After(long step) => long.MaxValue;

    public bool Wants(long step, bool isEnd) => false;

    public void Add(TrainerState state) => throw new NotSupportedException();

    // A run that ended may have gone back to its best network: its last keyframe is then no longer that step's.
    public TrainerState? Before(long step) => RunFiles.KeyframesIn(folder).Reverse().Where(keyframe => keyframe.Step <= step)
        .Select(keyframe => SavedRun.TryLoad(keyframe.Path, like))
        .FirstOrDefault(state => state is not null && (state.Step < step || state.State == TrainingState.Running));
}
