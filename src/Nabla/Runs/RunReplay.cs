namespace Nabla;

/// <summary>Reaches any step of a run again, to the very bits, from the last keyframe before it.</summary>
public static class RunReplay
{
    /// <summary>Trains again to the end of a step.</summary>
    /// <param name="run">The run.</param>
    /// <param name="train">All its training examples.</param>
    /// <param name="step">The step, from 0 for the network before training.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ArgumentException">The examples are not those of the run.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The run has no such step.</exception>
    public static ReplayedStep To(SavedRun run, Dataset train, long step, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(train);
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        if (train.Digest() != run.Record.Data.TrainDigest)
            throw Refusal.Argument($"'{Printable.Path(train.Name)}' are not the examples that the run in '{Printable.Path(run.Folder)}' learned from.");
        var configuration = run.Record.Configuration;
        var start = configuration.CreateNetwork(train);
        if (step == 0) return new ReplayedStep(start, 0, 1, 0);

        // A run that ended may have gone back to its best network: its last keyframe is then no longer that step's.
        var from = RunFiles.KeyframesIn(run.Folder).Reverse().Where(keyframe => keyframe.Step <= step)
            .Select(keyframe => SavedRun.TryLoad(keyframe.Path, start))
            .FirstOrDefault(state => state is not null && (state.Step < step || state.State == TrainingState.Running));
        long began = from?.Step ?? 0;
        if (from?.Step == step)
            return new ReplayedStep(from.Network, step, from.Start == 0 ? from.Epoch - 1 : from.Epoch, began);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        ReplayedStep? reached = null;
        var trainer = configuration.CreateTrainer(train, from);
        trainer.Stepped = report =>
        {
            if (report.Step != step) return;
            reached = new ReplayedStep(trainer.Network.Clone(), step, report.Epoch, began);
            stop.Cancel();
        };
        try
        {
            // By epochs, for the learning rate may depend on how each went.
            foreach (var _ in trainer.EpochsIfAny(cancellation: stop.Token))
            {
                if (reached is not null) break;
            }
        }
        catch (OperationCanceledException) when (reached is not null)
        {
        }

        return reached ?? throw Refusal.Range(
            nameof(step), step, $"The run in '{Printable.Path(run.Folder)}' has {trainer.Step:N0} steps; choose one from 0 to {trainer.Step}.");
    }
}

/// <summary>A step of a run, reached again.</summary>
/// <param name="Network">The network after it.</param>
/// <param name="Step">The step.</param>
/// <param name="Epoch">Its epoch, from 1.</param>
/// <param name="From">The step of the keyframe that it was reached from; 0 for the beginning.</param>
public sealed record ReplayedStep(Network Network, long Step, int Epoch, long From);
