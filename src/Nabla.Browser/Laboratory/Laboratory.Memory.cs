namespace Nabla.Browser;

internal sealed partial class Laboratory
{
    /// <summary>What the run knows of itself, to be kept as a file: its moments are then there again without training.</summary>
    /// <param name="mostBytes">How large all but its last moment may be, at most.</param>
    /// <param name="timed">Whether the times of this machine belong to it.</param>
    public byte[] Remember(long mostBytes, bool timed)
    {
        var memory = Run.Remember(mostBytes);
        return RunMemoryFile.Write(timed ? memory : memory.Timeless);
    }

    /// <summary>Takes what the same run remembered, and says all that is now known of it.</summary>
    /// <param name="memory">What is in its file.</param>
    public History Recall(byte[] memory)
    {
        Run.Recall(RunMemoryFile.Read(memory, Run.Live.Trainer.Network));
        return History();
    }

    /// <summary>
    /// Shows the last network that a run remembered in the place of the one of this moment, where the run that stands here is the same but
    /// for the number of its examples: a first visitor need not wait for all of them.
    /// </summary>
    /// <param name="memory">What is in its file.</param>
    public Moment ShowRemembered(byte[] memory)
    {
        var remembered = RunMemoryFile.Read(memory, Run.Live.Trainer.Network);
        if (remembered.Keyframes.Count == 0 || !Run.IsLike(RunName.Parse(remembered.Run)))
            throw Refusal.Data($"What was remembered is of the run '{Printable.Path(remembered.Run)}', not of '{Printable.Path(Run.Info.Name)}'.");
        LeaveModel();
        _model = (remembered.Run, remembered.Keyframes[^1].Network);
        return Moment();
    }
}
