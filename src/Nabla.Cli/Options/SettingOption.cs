using System.CommandLine;

namespace Nabla.Cli;

/// <summary>An option that is made from a setting of the engine: its name, what it says of itself, and what its value may be.</summary>
internal sealed class SettingOption : Option<string?>
{
    private static readonly Dictionary<string, string[]> Aliased = new(StringComparer.Ordinal)
    {
        ["learning-rate"] = ["-η", "--eta"],
        ["train-examples"] = ["--limit"],
    };

    private readonly Func<string, string> _check;
    private readonly Func<string> _describe;

    /// <summary>An option for a setting.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="check">The value as it is always written; throws <see cref="FormatException"/> where it is none.</param>
    /// <param name="describe">What the help says of it; asked only when it is shown.</param>
    public SettingOption(Setting setting, Func<string, string> check, Func<string> describe)
        : base($"--{setting.Name}", Aliased.GetValueOrDefault(setting.Name) ?? [])
    {
        (Setting, _check, _describe) = (setting, check, describe);
        bool isFlag = setting.Form == SettingForm.Flag;
        Arity = isFlag ? ArgumentArity.Zero : ArgumentArity.ExactlyOne;
        HelpName = isFlag ? null : setting.Symbol;
        CustomParser = result =>
        {
            string text = result.Tokens is [var token] ? token.Value : "true";
            try
            {
                return check(text);
            }
            catch (FormatException error)
            {
                // What was nearly typed goes between what is wrong and what would be right.
                int end = $"{setting.Name} is '{Printable.Name(text)}'".Length;
                result.AddError("--" + (setting.Choices.Count > 0 ? error.Message.Insert(end, Suggestion.For(text, setting.Choices)) : error.Message));
                return null;
            }
        };
    }

    /// <summary>The option for a setting of a run.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="check">Says what else is wrong with a value, in a sentence that begins with the option's name, or null.</param>
    /// <param name="summary">What it means here, where that is something else than for training.</param>
    public static SettingOption OfRun(string name, Func<string, string?>? check = null, string? summary = null) =>
        OfRun(RunSettings.All.First(known => known.Name == name), check, summary);

    /// <inheritdoc cref="OfRun(string, Func{string, string?}?, string?)"/>
    public static SettingOption OfRun(Setting<RunConfiguration> setting, Func<string, string?>? check = null, string? summary = null) => new(
        setting, text => setting.Check(check?.Invoke(text) is { } problem ? throw new FormatException(problem[2..]) : text), () => summary ?? Describe(setting));

    public Setting Setting { get; }

    /// <summary>What the help says of it.</summary>
    public string Describe() => _describe();

    /// <summary>Its value as it is always written; null where it was not given.</summary>
    public string? Given(ParseResult parsed) =>
        parsed.GetResult(this) is not { Implicit: false } given ? null : _check(given.Tokens is [var token] ? token.Value : "true");

    private static string Describe(Setting<RunConfiguration> setting)
    {
        if (setting.Form == SettingForm.Flag) return setting.Summary;
        string?[] presets = [.. Preset.All.Select(preset => setting.ValueOf(preset.Configuration)).Distinct()];
        string usual = setting.Usual ?? (presets is [var one] ? one ?? setting.Unset! : "the preset's");
        string owners = setting.Owners.Count > 0 ? $"for {string.Join(", ", setting.Owners)}; " : "";
        return $"{setting.Summary}{(setting.Choices.Count > 0 ? $": {setting.Range}" : "")} ({owners}default: {usual})";
    }
}
