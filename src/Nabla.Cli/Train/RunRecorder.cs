namespace Nabla.Cli;

/// <summary>Writes down a run while it goes: its metrics, where to go on after a kill, and keyframes.</summary>
internal sealed class RunRecorder
{
    private readonly RunStore _store;
    private readonly Trainer _trainer;
    private readonly TrainSettings _settings;
    private readonly int _epochsPerKeyframe;
    private long _lastSteps;
    private long _lastTime = TimeProvider.System.GetTimestamp();

    public RunRecorder(RunStore store, Trainer trainer, TrainSettings settings)
    {
        (_store, _trainer, _settings) = (store, trainer, settings);
        _epochsPerKeyframe = RunStore.EpochsPerKeyframe(trainer.Network, trainer.Options);
        _lastSteps = trainer.Step;
        trainer.Stepped = Note;
    }

    /// <summary>Writes down an epoch.</summary>
    public void Note(MetricsLine line)
    {
        _store.Note(line);
        _store.Flush();
        if (line.Epoch % _epochsPerKeyframe == 0 || _trainer.State != TrainingState.Running) _store.SaveKeyframe(_trainer.Capture());
        if (IsDue()) Save();
    }

    /// <summary>Writes down where the run is.</summary>
    public void Save()
    {
        _store.SaveCheckpoint(_trainer.Capture());
        (_lastSteps, _lastTime) = (_trainer.Step, TimeProvider.System.GetTimestamp());
    }

    private void Note(BatchReport step)
    {
        if (_settings.LogEvery > 0 && step.Step % _settings.LogEvery == 0) _store.Note(MetricsLine.Of(step));

        // After an epoch's last step its evaluation comes first.
        if (IsDue() && step.Step % _trainer.StepsPerEpoch != 0) Save();
    }

    private bool IsDue() => _settings.Checkpoints.Steps is { } steps
        ? _trainer.Step - _lastSteps >= steps
        : TimeProvider.System.GetElapsedTime(_lastTime).TotalSeconds >= _settings.Checkpoints.Seconds;
}
