using System.CommandLine;

namespace Nabla.Cli;

/// <summary>The options of one experiment: its own, and those of every experiment.</summary>
internal sealed class ExperimentOptions
{
    private readonly Experiment _experiment;
    private readonly List<(ExperimentOption Setting, Option<string?> Option)> _settings;

    private readonly Option<string?> _data = new DataOptions().Data;

    private readonly Option<string?> _model = OptionOf.Text(
        "--model", "MODEL", "a trained network to look at, a .safetensors file or the folder of a run (default: one is trained)");

    private readonly Option<string?> _out = OptionOf.Text(
        "--out", "FILE", "save the first picture as FILE.png or FILE.svg, or, with the name of a folder, all of them there");

    private readonly Option<bool> _overwrite = OptionOf.Flag("--overwrite", "replace what --out names");

    private readonly Option<bool> _json = OptionOf.Flag("--json", "the result as one JSON object");

    private readonly Option<bool> _quiet = OptionOf.Flag("--quiet", "no progress, only the result", "-q");

    public ExperimentOptions(Experiment experiment)
    {
        _experiment = experiment;
        _settings = [.. experiment.Options.Select(setting => (setting, OptionFor(setting)))];
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
            if (parsed.GetValue(option) is { } text) settings = setting.Set(settings, text);
        }

        return new ExperimentRequest
        {
            Settings = settings,
            Data = _experiment.UsesData ? parsed.GetValue(_data) : null,
            Model = _experiment.TakesNetwork ? parsed.GetValue(_model) : null,
            Out = parsed.GetValue(_out),
            Overwrite = parsed.GetValue(_overwrite),
            Json = parsed.GetValue(_json),
            Quiet = parsed.GetValue(_quiet),
        };
    }

    private Option<string?> OptionFor(ExperimentOption setting)
    {
        string name = $"--{setting.Name}";
        string description = $"{setting.Summary}: {setting.Range} (default: {setting.ValueOf(_experiment.Defaults)})";
        return OptionOf.Parsed<string>(name, setting.Placeholder, description, text =>
        {
            try
            {
                setting.Set(_experiment.Defaults, text);
                return (text, null);
            }
            catch (FormatException e)
            {
                return (null, $"--{Said.Of(e)}");
            }
        });
    }
}

/// <summary>What an experiment is asked for.</summary>
internal sealed record ExperimentRequest
{
    public required ExperimentSettings Settings { get; init; }

    /// <summary>Which data; null where none were named.</summary>
    public string? Data { get; init; }

    /// <summary>A trained network; null where none was named.</summary>
    public string? Model { get; init; }

    /// <summary>Where pictures go; nowhere where null.</summary>
    public string? Out { get; init; }

    public bool Overwrite { get; init; }

    public bool Json { get; init; }

    public bool Quiet { get; init; }
}
