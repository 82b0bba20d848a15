using System.CommandLine;

namespace Nabla.Cli;

/// <summary>An option that is made from a setting of the engine: its name, what it says of itself, and what its value may be.</summary>
internal sealed class SettingOption : ParsedOption<string>
{
    private static readonly Dictionary<string, string[]> Aliased = new(StringComparer.Ordinal)
    {
        ["learning-rate"] = [.. Meaning.OfLearningRate],
        ["train-examples"] = ["--limit"],
    };

    private readonly Func<string> _describe;

    /// <summary>An option for a setting.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="read">The value as it is always written; throws <see cref="FormatException"/> where it is none.</param>
    /// <param name="describe">What the help says of it; asked only when it is shown.</param>
    /// <param name="check">Says what else is wrong with a value, or null.</param>
    public SettingOption(Setting setting, Func<string, string> read, Func<string> describe, Func<string, Said?>? check = null)
        : base($"--{setting.Name}", text => check?.Invoke(text) is { } problem ? (null, problem) : Parse(setting, text, read), Aliased.GetValueOrDefault(setting.Name) ?? [])
    {
        (Setting, _describe) = (setting, describe);
        bool isFlag = setting.Form == SettingForm.Flag;
        Arity = isFlag ? ArgumentArity.Zero : ArgumentArity.ExactlyOne;
        HelpName = isFlag ? null : setting.Symbol;
    }

    /// <summary>The option for a setting of a run.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="check">Says what else is wrong with a value, or null.</param>
    /// <param name="summary">What it means here, where that is something else than for training.</param>
    public static SettingOption OfRun(string name, Func<string, Said?>? check = null, string? summary = null) =>
        OfRun(RunSettings.All.First(known => known.Name == name), check, summary);

    /// <inheritdoc cref="OfRun(string, Func{string, Said?}?, string?)"/>
    public static SettingOption OfRun(Setting<RunConfiguration> setting, Func<string, Said?>? check = null, string? summary = null) =>
        new(setting, setting.Check, () => summary ?? Describe(setting), check);

    public Setting Setting { get; }

    /// <summary>What the help says of it.</summary>
    public string Describe() => _describe();

    /// <summary>Its value as it is always written; null where it was not given.</summary>
    public string? Given(ParseResult parsed) => parsed.GetResult(this) is { Implicit: false } ? parsed.GetValue(this) : null;

    private static (string?, Said?) Parse(Setting setting, string text, Func<string, string> read)
    {
        try
        {
            return (read(text), null);
        }
        catch (FormatException error)
        {
            return (null, setting.Choices.Count == 0 ? (Said)$"--{Said.Of(error)}"
                : $"--{setting.Unknown(text, Suggestion.Nearest(text, setting.Choices.Where(IsValue)))}");

            // One with a place for a number is none yet.
            bool IsValue(string choice) => !choice.Contains(':', StringComparison.Ordinal);
        }
    }

    private static string Describe(Setting<RunConfiguration> setting)
    {
        if (setting.Form == SettingForm.Flag) return setting.Summary.ToString();
        string?[] presets = [.. Preset.All.Select(preset => setting.ValueOf(preset.Configuration)).Distinct()];
        string usual = setting.Usual ?? (presets is [var one] ? one ?? setting.Unset! : "the preset's");
        string owners = setting.Owners.Count > 0 ? $"for {string.Join(", ", setting.Owners)}; " : "";
        return $"{setting.Summary}{(setting.Choices.Count > 0 ? $": {setting.Range}" : "")} ({owners}default: {usual})";
    }
}
