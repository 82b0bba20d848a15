namespace Nabla.Runs;

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
        var again = new LiveRun(configuration, train, test: null, _ => new FolderKeyframes(run.Folder, configuration.CreateNetwork(train)));
        again.LeapTowards(step);
        long from = again.Step;
        var reached = from == step ? again.Trainer.Network : null;

        // At once, for the end of an epoch may bring back an earlier network.
        again.Stepped = report =>
        {
            if (report.Step == step) reached = again.Trainer.Network.Clone();
        };
        if (reached is null) again.Advance(step, Timeout.InfiniteTimeSpan, cancellation);
        return reached is not null ? new ReplayedStep(reached, step, step == 0 ? 1 : (int)((step - 1) / again.Trainer.StepsPerEpoch) + 1, from)
            : throw Refusal.Range(
                nameof(step), step, $"The run in '{Printable.Path(run.Folder)}' has {again.Step:N0} steps; choose one from 0 to {again.Step}.");
    }
}

/// <summary>A step of a run, reached again.</summary>
/// <param name="Network">The network after it.</param>
/// <param name="Step">The step.</param>
/// <param name="Epoch">Its epoch, from 1.</param>
/// <param name="From">The step of the keyframe that it was reached from; 0 for the beginning.</param>
public sealed record ReplayedStep(Network Network, long Step, int Epoch, long From);
