using System.Text;
using System.Text.Json;

namespace Nabla;

/// <summary>
/// Writes the folder of a run, so that a kill at any instant leaves one from which <see cref="Continue"/> goes on to the very bits. One
/// process at a time.
/// </summary>
public sealed class RunStore : IDisposable
{
    private const long RoomForKeyframes = 64 << 20;

    private readonly FileStream _lock;
    private FileStream? _metrics;

    private RunStore(string folder, FileStream held) => (Folder, _lock) = (folder, held);

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>Takes a folder for this process; it is made where it is not there.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="IOException">Another process has it, or it cannot be made.</exception>
    public static RunStore Open(string folder)
    {
        Directory.CreateDirectory(folder);
        return new RunStore(folder, RunLock.Take(folder));
    }

    /// <summary>Begins a run; one that was in the folder is deleted.</summary>
    /// <param name="record">What is to be run.</param>
    public void Begin(RunRecord record)
    {
        // First what would make another run of this one, should we be killed here.
        foreach (string name in new[] { RunFiles.Record, RunFiles.Result, RunFiles.Checkpoint, RunFiles.PreviousCheckpoint, RunFiles.Model, RunFiles.Metrics })
            File.Delete(PathOf(name));
        if (Directory.Exists(PathOf(RunFiles.Keyframes))) Directory.Delete(PathOf(RunFiles.Keyframes), recursive: true);
        DeleteHalfWritten();
        AtomicFile.Write(PathOf(RunFiles.Record), stream => JsonSerializer.Serialize(stream, record, RunJson.Default.RunRecord));
        OpenMetrics(0);
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
        OpenMetrics(kept.Count == 0 ? 0 : kept[^1].End);
        DeleteHalfWritten();
        return (state, [.. kept.Select(entry => entry.Line)]);

        bool Stands(TrainerState? found) => found is not null && found.Epoch - 1 <= epochs;
    }

    /// <summary>Adds a line to the metrics.</summary>
    /// <param name="line">The line, a <see cref="MetricsLine"/> as JSON.</param>
    public void Append(string line) => _metrics!.Write(Encoding.UTF8.GetBytes(line + "\n"));

    /// <summary>Brings the metrics where a reader, and a kill, finds them.</summary>
    public void Flush() => _metrics!.Flush();

    /// <summary>Writes a checkpoint; the one before it stays until the next.</summary>
    /// <param name="state">Where the run is; all its lines were appended.</param>
    public void SaveCheckpoint(TrainerState state)
    {
        _metrics!.Flush(flushToDisk: true);
        CheckpointFile.Save(state, PathOf(RunFiles.Checkpoint), PathOf(RunFiles.PreviousCheckpoint));
    }

    /// <summary>Writes a checkpoint that stays, for <see cref="RunReplay"/>; <see cref="Continue"/> uses it as well.</summary>
    /// <param name="state">Where the run is; all its lines were appended.</param>
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
    /// <param name="result">A <see cref="RunResult"/> as JSON.</param>
    public void Finish(string result) => AtomicFile.Write(PathOf(RunFiles.Result), stream => stream.Write(Encoding.UTF8.GetBytes(result + "\n")));

    /// <summary>Leaves the folder to others.</summary>
    public void Dispose()
    {
        _metrics?.Dispose();
        _lock.Dispose();
    }

    private void DeleteHalfWritten()
    {
        foreach (string path in Directory.EnumerateFiles(Folder, ".*.part", SearchOption.AllDirectories)) File.Delete(path);
    }

    private void OpenMetrics(long length)
    {
        _metrics = new FileStream(PathOf(RunFiles.Metrics), FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, 1 << 16);
        _metrics.SetLength(length);
        _metrics.Position = length;
    }

    private string PathOf(string name) => Path.Combine(Folder, name);
}
