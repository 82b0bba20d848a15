using System.Text.Json;

namespace Nabla.Runs;

/// <summary>A run as its folder tells of it, complete or not.</summary>
public sealed class SavedRun
{
    /// <summary>The most bytes of a record or a result.</summary>
    internal const int MostBytes = 16 << 20;

    private SavedRun(string folder, RunRecord record, RunResult? result)
    {
        Folder = folder;
        Record = record;
        Result = result;
        Metrics = [.. MetricsFile.Read(Path.Combine(folder, RunFiles.Metrics)).Select(entry => entry.Line)];
        Epochs = [.. Metrics.Where(line => line.Event == "epoch")];
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>What is run.</summary>
    public RunRecord Record { get; }

    /// <summary>How it ended; null where it is not complete.</summary>
    public RunResult? Result { get; }

    /// <summary>All lines of its metrics that are whole.</summary>
    public IReadOnlyList<MetricsLine> Metrics { get; }

    /// <summary>Those of the epochs.</summary>
    public IReadOnlyList<MetricsLine> Epochs { get; }

    /// <summary>How it ended; where it has not, whether a process trains it now.</summary>
    public TrainingState State => Result?.State ?? (RunLock.IsTaken(Folder) ? TrainingState.Running : TrainingState.Interrupted);

    /// <summary>The best test accuracy of an epoch; null where none is done, or for regression.</summary>
    public double? BestTestAccuracy => Epochs.Max(line => line.TestAccuracy);

    /// <summary>The best R² of the test examples after an epoch; null where none is done, or for classes.</summary>
    public double? BestTestRSquared => Epochs.Max(line => line.TestRSquared);

    /// <summary>The steps of its keyframes.</summary>
    public IReadOnlyList<long> Keyframes => [.. RunFiles.KeyframesIn(Folder).Select(keyframe => keyframe.Step)];

    /// <summary>Whether a folder holds a run.</summary>
    /// <param name="folder">The folder.</param>
    public static bool IsIn(string folder) => PlainFile.IsAnythingAt(Path.Combine(folder, RunFiles.Record));

    /// <summary>Reads a run. A link in the place of its result or its metrics is not followed: they count as not there.</summary>
    /// <param name="folder">Its folder.</param>
    /// <exception cref="FileNotFoundException">There is no run in it.</exception>
    /// <exception cref="InvalidDataException">Its files cannot be understood.</exception>
    /// <exception cref="IOException">They cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">They may not be read.</exception>
    public static SavedRun Open(string folder)
    {
        string path = Path.Combine(folder, RunFiles.Record), result = Path.Combine(folder, RunFiles.Result);
        if (!IsIn(folder)) throw Refusal.Missing($"'{Printable.Path(folder)}' holds no run: there is no {RunFiles.Record} in it.", path);
        try
        {
            byte[] bytes = PlainFile.ReadAll(path, MostBytes);
            CheckFormat(bytes, path);
            return new SavedRun(folder, RunJson.Read(bytes, RunJson.Default.RunRecord), PlainFile.Exists(result)
                ? RunJson.Read(PlainFile.ReadAll(result, MostBytes), RunLineJson.Default.RunResult) : null);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw Refusal.Data($"The run in '{Printable.Path(folder)}' cannot be read: {JsonText.Reason(error)}.", error);
        }
    }

    /// <summary>The whole checkpoint of a file; null where there is none.</summary>
    internal static TrainerState? TryLoad(string path, Network like)
    {
        if (!PlainFile.Exists(path)) return null;
        try
        {
            return CheckpointFile.Load(path, like);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    // Before the rest, which another version may have changed.
    private static void CheckFormat(byte[] bytes, string path)
    {
        using var document = JsonText.Parse(bytes);
        if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("format", out var format)
            && format.ValueKind == JsonValueKind.Number && format.GetDouble() != RunRecord.CurrentFormat)
            throw Refusal.Data($"'{Printable.Path(path)}' is of version {Printable.Name(format.ToString())}, which another version of the program wrote; "
                + $"this one knows version {RunRecord.CurrentFormat}.");
    }
}
