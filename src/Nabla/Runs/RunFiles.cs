using System.Globalization;

namespace Nabla;

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

    private const string Ending = ".safetensors";

    /// <summary>The keyframes of a folder, in the order of their steps.</summary>
    internal static IEnumerable<(long Step, string Path)> KeyframesIn(string folder)
    {
        string keyframes = Path.Combine(folder, Keyframes);
        if (!Directory.Exists(keyframes)) return [];
        return Directory.EnumerateFiles(keyframes, "*" + Ending)
            .Select(path => (IsStep: long.TryParse(Path.GetFileName(path)[..^Ending.Length], NumberStyles.None, CultureInfo.InvariantCulture, out long step), step, path))
            .Where(found => found.IsStep)
            .Select(found => (found.step, found.path))
            .Order();
    }

    /// <summary>The file of the keyframe after a step.</summary>
    internal static string Keyframe(string folder, long step) =>
        Path.Combine(folder, Keyframes, step.ToString("D9", CultureInfo.InvariantCulture) + Ending);
}
