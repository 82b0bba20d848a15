using System.CommandLine;

namespace Nabla.Cli;

/// <summary>The options of one experiment: its own, and those of every experiment.</summary>
internal sealed class ExperimentOptions
{
    private readonly Experiment _experiment;
    private readonly List<(Setting<ExperimentSettings> Setting, SettingOption Option)> _settings;

    private readonly SettingOption _data = SettingOption.OfRun("data");

    private readonly Option<string?> _model = OptionOf.Text(
        "--model", "MODEL", $"a trained network to look at, a {ModelFormat.Endings} file or the folder of a run (default: one is trained)");

    private readonly Option<string?> _out = OptionOf.Text(
        "--out", "FILE", "save the first picture as FILE.png or FILE.svg, or, with the name of a folder, all of them there");

    private readonly Option<bool> _overwrite = OptionOf.Flag("--overwrite", "replace what --out names");

    private readonly Option<bool> _json = OptionOf.Flag("--json", "the result as one JSON object");

    private readonly Option<bool> _quiet = OptionOf.Flag("--quiet", "no progress, only the result", "-q");

    public ExperimentOptions(Experiment experiment)
    {
        _experiment = experiment;
        _settings = [.. experiment.Options.Select(setting => (setting, new SettingOption(
            setting, text => setting.ValueOf(setting.Set(experiment.Defaults, text))!,
            () => $"{setting.Summary}: {setting.Range} (default: {setting.ValueOf(experiment.Defaults)})")))];
    }

    /// <summary>Adds them to the command, in groups.</summary>
    public void AddTo(DescribedCommand command)
    {
        command.AddGroup("Experiment", [.. _settings.Select(pair => pair.Option)]);
        if (_experiment.UsesData) command.AddGroup("Data", _experiment.TakesNetwork ? [_data, _model] : [_data]);
        command.AddGroup("Result", _out, _overwrite, _json, _quiet);
    }

    /// <summary>What was asked for.</summary>
    public ExperimentRequest Read(ParseResult parsed)
    {
        var settings = _experiment.Defaults;
        foreach (var (setting, option) in _settings)
        {
            if (option.Given(parsed) is { } text) settings = setting.Set(settings, text);
        }

        return new ExperimentRequest(
            settings,
            _experiment.UsesData ? _data.Given(parsed) : null,
            _experiment.TakesNetwork ? parsed.GetValue(_model) : null,
            parsed.GetValue(_out), parsed.GetValue(_overwrite), parsed.GetValue(_json), parsed.GetValue(_quiet));
    }
}

/// <summary>What an experiment is asked for.</summary>
/// <param name="Settings">Its own settings.</param>
/// <param name="Data">Which data; null where none were named.</param>
/// <param name="Model">A trained network; null where none was named.</param>
/// <param name="Out">Where pictures go; nowhere where null.</param>
/// <param name="Overwrite">Whether what is there may be replaced.</param>
/// <param name="Json">Whether a program will read the result.</param>
/// <param name="Quiet">Whether progress is not told.</param>
internal sealed record ExperimentRequest(
    ExperimentSettings Settings, string? Data, string? Model, string? Out, bool Overwrite, bool Json, bool Quiet);
