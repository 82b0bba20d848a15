using System.Text.Json;

namespace Nabla.Runs;

/// <summary>
/// Writes the folder of a run, so that a kill at any instant leaves one from which <see cref="Continue"/> goes on to the very bits. One
/// process at a time.
/// </summary>
public sealed class RunStore : IDisposable
{
    private const long RoomForKeyframes = 64 << 20;
    private const int BufferSize = 1 << 16;

    private readonly FileStream _lock;
    private FileStream? _metrics;

    private RunStore(string folder, FileStream held) => (Folder, _lock) = (folder, held);

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>What keeps a run from being written into a folder, such as <c>'notes.txt', which no run wrote</c>; null where nothing does.</summary>
    /// <param name="folder">The folder; it need not exist. One is a run's where its <c>run.json</c> is, and free where nothing is in it.</param>
    /// <exception cref="IOException">It cannot be looked into.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be looked into.</exception>
    public static Said? StrangerIn(string folder) => RunFolderOwner.StrangerIn(folder);

    /// <summary>Takes a folder for this process; it is made where it is not there.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="InvalidDataException">It is neither free nor a run's; nothing in it was touched.</exception>
    /// <exception cref="IOException">Another process has it, or it cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be looked into or written.</exception>
    public static RunStore Open(string folder)
    {
        if (StrangerIn(folder) is { } stranger)
            throw Refusal.Data(
                $"'{Printable.Path(folder)}' holds {stranger}, so no run is written there; choose an empty folder, or one that holds a run and nothing else by its names.");
        Directory.CreateDirectory(folder);
        var store = new RunStore(folder, RunLock.Take(folder));
        RunReplacement.Settle(folder);
        return store;
    }

    /// <summary>Begins a run. One that was in the folder is deleted, but no other file, once the new one's record is on the disk.</summary>
    /// <param name="record">What is to be run.</param>
    /// <exception cref="IOException">It could not be written; a run that was there before is there still.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public void Begin(RunRecord record)
    {
        DeleteHalfWritten();
        if (SavedRun.IsIn(Folder)) RunReplacement.Begin(Folder, Write);
        else AtomicFile.Write(PathOf(RunFiles.Record), Write);
        _metrics = new FileStream(PathOf(RunFiles.Metrics), FileMode.CreateNew, FileAccess.Write, FileShare.Read, BufferSize);

        void Write(Stream stream) => JsonSerializer.Serialize(stream, record, RunJson.Default.RunRecord);
    }

    /// <summary>
    /// Takes up a run that was interrupted: finds the newest checkpoint that is whole, and cuts from the metrics what came after it, which
    /// will be written again.
    /// </summary>
    /// <param name="like">A network with the run's layers.</param>
    /// <returns>Where to go on, and the lines that stand; null and none for the beginning.</returns>
    public (TrainerState? State, IReadOnlyList<MetricsLine> Metrics) Continue(Network like)
    {
        var lines = MetricsFile.Read(PathOf(RunFiles.Metrics));
        int epochs = lines.Count(entry => entry.Line.Event == "epoch");

        // A power cut may have taken lines that a keyframe, which was not brought to the disk with them, follows on.
        var keyframe = RunFiles.KeyframesIn(Folder).Reverse().Select(found => SavedRun.TryLoad(found.Path, like)).FirstOrDefault(Stands);
        var state = new[] { RunFiles.Checkpoint, RunFiles.PreviousCheckpoint }.Select(name => SavedRun.TryLoad(PathOf(name), like))
            .Append(keyframe).Where(Stands).MaxBy(found => found!.Step);
        var kept = lines.TakeWhile(entry => entry.Line.Step <= (state?.Step ?? 0)).ToList();
        DeleteHalfWritten();
        CutMetrics(kept.Count == 0 ? 0 : kept[^1].End);
        return (state, [.. kept.Select(entry => entry.Line)]);

        bool Stands(TrainerState? found) => found is not null && found.Epoch - 1 <= epochs;
    }

    /// <summary>Adds a line to the metrics.</summary>
    /// <param name="line">The line.</param>
    public void Note(MetricsLine line)
    {
        _metrics!.Write(JsonSerializer.SerializeToUtf8Bytes(line, RunLineJson.Default.MetricsLine));
        _metrics.WriteByte((byte)'\n');
    }

    /// <summary>Brings the metrics where a reader, and a kill, finds them.</summary>
    public void Flush() => _metrics!.Flush();

    /// <summary>Writes a checkpoint; the one before it stays until the next.</summary>
    /// <param name="state">Where the run is; all its lines were noted.</param>
    public void SaveCheckpoint(TrainerState state)
    {
        _metrics!.Flush(flushToDisk: true);
        CheckpointFile.Save(state, PathOf(RunFiles.Checkpoint), PathOf(RunFiles.PreviousCheckpoint));
    }

    /// <summary>Writes a checkpoint that stays, for <see cref="RunReplay"/>; <see cref="Continue"/> uses it as well.</summary>
    /// <param name="state">Where the run is; all its lines were noted.</param>
    public void SaveKeyframe(TrainerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        Flush();
        Directory.CreateDirectory(PathOf(RunFiles.Keyframes));
        CheckpointFile.Save(state, RunFiles.Keyframe(Folder, state.Step), durable: false);
    }

    /// <summary>Epochs from one keyframe to the next: so many that all of them stay below 64 MB.</summary>
    /// <param name="network">The network.</param>
    /// <param name="options">How it is trained.</param>
    public static int EpochsPerKeyframe(Network network, TrainingOptions options)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(options);
        int networks = 2 + options.Optimizer.StatesPerParameter + (options.EarlyStopping?.RestoreBest == true ? 1 : 0);
        double bytes = (double)networks * network.ParameterCount * sizeof(float) * options.Epochs;
        return (int)Math.Ceiling(Math.Max(1, Math.Min(bytes / RoomForKeyframes, options.Epochs)));
    }

    /// <summary>Says that the run is complete; its model was saved.</summary>
    /// <param name="result">How it ended.</param>
    public void Finish(RunResult result) => AtomicFile.Write(PathOf(RunFiles.Result), stream =>
    {
        JsonSerializer.Serialize(stream, result, RunLineJson.Default.RunResult);
        stream.WriteByte((byte)'\n');
    });

    /// <summary>Leaves the folder to others.</summary>
    public void Dispose()
    {
        _metrics?.Dispose();
        _lock.Dispose();
    }

    private void DeleteHalfWritten()
    {
        AtomicFile.Sweep(Folder, RunFolderOwner.IsOfRun);
        if (PlainFile.FolderExists(PathOf(RunFiles.Keyframes))) AtomicFile.Sweep(PathOf(RunFiles.Keyframes), RunFolderOwner.IsOfRun);
    }

    // Written anew, so that they are a file of our own: what was there may have another name elsewhere.
    private void CutMetrics(long length)
    {
        string path = PathOf(RunFiles.Metrics);
        AtomicFile.Write(path, stream =>
        {
            if (length == 0) return;
            using var before = PlainFile.OpenRead(path);
            byte[] buffer = new byte[BufferSize];
            for (long left = length; left > 0;)
            {
                int read = before.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
                if (read == 0) break;
                stream.Write(buffer, 0, read);
                left -= read;
            }
        });
        _metrics = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, BufferSize);
    }

    private string PathOf(string name) => Path.Combine(Folder, name);
}
