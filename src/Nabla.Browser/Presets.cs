namespace Nabla.Browser;

/// <summary>Runs to start from: those of the command, and those that fail, each for a reason that the page tells by its key.</summary>
internal static class Presets
{
    public static IReadOnlyList<PresetEntry> All { get; } =
    [
        .. Preset.All.Where(preset => preset != Preset.Table).Select(preset => new PresetEntry(preset.Name, true, RunName.Of(preset.Configuration))),
        Failing("rate-too-large", "learning-rate=300"),
        Failing("rate-too-small", "learning-rate=0.001"),
        Failing("diverges", "hidden=none/output-activation=identity/learning-rate=0.03"),
        Failing("zero-weights", "initializer=constant:0"),
        Failing("equal-weights", "initializer=constant:0.1"),
        Failing("no-hidden-layer", "hidden=none"),
        Failing("vanishing", "hidden=16-16-16-16-16-16"),
        Failing("whole-set", "batch-size=60000"),
        Failing("too-few-examples", "train-examples=100"),
    ];

    private static PresetEntry Failing(string key, string settings) =>
        new(key, false, RunName.Of(RunName.Parse($"{RunName.Prefix}1/{settings}")));
}
