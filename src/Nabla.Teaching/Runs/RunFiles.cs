using System.Globalization;

namespace Nabla.Runs;

/// <summary>The names of the files in a run's folder.</summary>
public static class RunFiles
{
    /// <summary>The configuration, and on what it runs: a <see cref="RunRecord"/>.</summary>
    public const string Record = "run.json";

    /// <summary>A <see cref="MetricsLine"/> an epoch.</summary>
    public const string Metrics = "metrics.jsonl";

    /// <summary>The network at the end, or as far as it came.</summary>
    public const string Model = "model.safetensors";

    /// <summary>How it ended: a <see cref="RunResult"/>. It is there only where the run is complete.</summary>
    public const string Result = "result.json";

    /// <summary>Where to go on.</summary>
    public const string Checkpoint = "checkpoint.safetensors";

    /// <summary>The checkpoint before that.</summary>
    public const string PreviousCheckpoint = "checkpoint.previous.safetensors";

    /// <summary>The folder of the checkpoints that stay, from which any step can be reached again.</summary>
    public const string Keyframes = "keyframes";

    /// <summary>Held open by the process that trains.</summary>
    public const string Lock = ".lock";

    /// <summary>Where the files of a run are while another takes its place, and only then.</summary>
    internal const string Replaced = ".replaced";

    private const string Ending = ".safetensors";

    /// <summary>All files directly in a run's folder, but the lock, which outlives runs.</summary>
    internal static IReadOnlyList<string> All { get; } = [Record, Result, Checkpoint, PreviousCheckpoint, Model, Metrics];

    /// <summary>Opens a file of a run to read it.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="name">The file's name.</param>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    /// <exception cref="InvalidDataException">It is a link, which could lead out of the folder, a pipe, a device or a folder.</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static FileStream OpenRead(string folder, string name) => PlainFile.OpenRead(Path.Combine(folder, name));

    /// <summary>Whether a run's folder has a file that <see cref="OpenRead"/> opens: anything else is passed over by whoever need not have it.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="name">The file's name.</param>
    public static bool Has(string folder, string name) => PlainFile.Exists(Path.Combine(folder, name));

    /// <summary>The keyframes of a folder, in the order of their steps.</summary>
    internal static IEnumerable<(long Step, string Path)> KeyframesIn(string folder)
    {
        string keyframes = Path.Combine(folder, Keyframes);
        if (!PlainFile.FolderExists(keyframes)) return [];
        return Directory.EnumerateFiles(keyframes, "*" + Ending)
            .Select(path => (Step: StepOf(Path.GetFileName(path)), path))
            .Where(found => found.Step is not null)
            .Select(found => (found.Step!.Value, found.path))
            .Order();
    }

    /// <summary>The step of a keyframe by its file's name; null where it is none.</summary>
    internal static long? StepOf(string name) =>
        name.EndsWith(Ending, StringComparison.Ordinal) && long.TryParse(name[..^Ending.Length], NumberStyles.None, CultureInfo.InvariantCulture, out long step)
        && KeyframeName(step) == name ? step : null;

    /// <summary>The file of the keyframe after a step.</summary>
    internal static string Keyframe(string folder, long step) =>
        Path.Combine(folder, Keyframes, KeyframeName(step));

    private static string KeyframeName(long step) => step.ToString("D9", CultureInfo.InvariantCulture) + Ending;
}
