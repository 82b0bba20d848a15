using System.CommandLine;
using System.CommandLine.Parsing;

namespace Nabla.Cli;

/// <summary>The options of <c>nabla train</c>.</summary>
internal sealed class TrainOptions
{
    // Any examples whose targets are numbers.
    private static readonly Dataset Numbers = Dataset.FromRows([(Input: new float[1], Target: new float[1])]);

    private readonly DataOptions _data = new();

    // All that can be set of a run besides its data.
    private readonly List<SettingOption> _settings =
    [
        .. from setting in RunSettings.All
           where setting.Group is not (SettingGroups.Data or SettingGroups.OwnData)
           select setting.Name == ClassWeights.Name ? ClassWeights.Option() : SettingOption.OfRun(setting),
    ];

    private readonly Option<Preset?> _preset = OptionOf.Choice(
        "--preset", "NAME", $"what to start from: {string.Join(", ", Preset.All.Select(preset => preset.Name))}, see below "
            + $"(default: {Preset.Default.Name}, for tables {Preset.Table.Name})", Preset.All, preset => preset.Name);

    private readonly Option<string?> _config = OptionOf.Text(
        "--config", "FILE", "start from the settings in a JSON file, such as the run.json of another run, instead of a preset");

    private readonly Option<string?> _run = OptionOf.Text(
        "--run", "NAME", "start from a run's name, which says all its settings, such as nabla:1/data=digits/hidden=30/seed=7; "
            + "'nabla runs show' gives it");

    private readonly Option<int[]?> _layers = OptionOf.Sizes(
        "--layers", "sizes of all layers, inputs first, such as 784,16,16,10", 2, "784,16,16,10");

    private readonly Option<int?> _threads = OptionOf.Whole(
        "--threads", "N", "processor cores to use; the result does not depend on it (default: all)", 1, "4", 1024);

    private readonly Option<string?> _out = OptionOf.Text(
        "--out", "DIR", "the run's folder, new or empty (default: runs/NNN-NAME with the next free number)");

    private readonly Option<string?> _resume = OptionOf.Text(
        "--resume", "DIR", "go on with the run in this folder that was interrupted or killed, to the very bits that it would have reached");

    private readonly Option<int?> _logEvery = OptionOf.Whole(
        "--log-every", "N", "write the cost of every Nth step into metrics.jsonl too (default: of none)", 1, "100");

    private readonly Option<CheckpointInterval?> _checkpoints = OptionOf.Parsed<CheckpointInterval>(
        "--checkpoint-every", "WHEN", "how often to write down where the run is, in seconds (30s) or steps (1000) (default: 5s)",
        text => CheckpointInterval.Parse(text) is { } interval
            ? (interval, null) : (null, $"--checkpoint-every is '{text}'; give seconds or steps, such as 30s or 1000."));

    private readonly Option<string?> _tensorBoard = OptionOf.Text(
        "--tensorboard", "DIR", "also write the epochs as event files for TensorBoard, in a folder of the run's name in DIR");

    private readonly Option<bool> _overwrite = OptionOf.Flag("--overwrite", "replace the run that --out holds already; files in it that no run wrote stay");

    private readonly Option<bool> _json = OptionOf.Flag("--json", "one JSON object a line: each epoch, then the result");

    private readonly Option<bool> _quiet = OptionOf.Flag("--quiet", "no progress, only the result", "-q");

    /// <summary>Adds them to the command, in groups.</summary>
    public void AddTo(DescribedCommand command)
    {
        command.AddGroup(SettingGroups.Layers, [_preset, _config, _run, _layers, .. Of(SettingGroups.Layers)]);
        command.AddGroup(SettingGroups.Training, [.. Of(SettingGroups.Training), _threads]);
        foreach (string group in new[] { SettingGroups.LearningRate, SettingGroups.Regularisation, SettingGroups.Stopping }) command.AddGroup(group, [.. Of(group)]);
        AddData(command);
        command.AddGroup("Result", _out, _resume, _logEvery, _checkpoints, _overwrite, _tensorBoard, _json, _quiet);
        RefuseTwoShapes(command);
    }

    /// <summary>Adds those that a sweep of the learning rate has a use for.</summary>
    public void AddForSweep(DescribedCommand command)
    {
        command.AddGroup(SettingGroups.Layers, [_preset, _layers, .. Of(SettingGroups.Layers)]);
        command.AddGroup(SettingGroups.Training, [.. Of(SettingGroups.Training), .. Of(SettingGroups.Regularisation), _threads]);
        AddData(command);
        RefuseTwoShapes(command);
    }

    private IEnumerable<SettingOption> Of(string group) => _settings.Where(option => option.Setting.Group == group);

    private void AddData(DescribedCommand command)
    {
        command.AddGroup("Data", _data.Data, _data.TrainExamples, _data.TestExamples);
        command.AddGroup("Your own data", _data.Target, _data.Task, _data.TestSplit, _data.TestData, _data.Missing, _data.Categorical, _data.Ignore,
            _data.Delimiter, _data.NoHeader, _data.Resize, _data.Normalize, _data.Transpose);
    }

    private void RefuseTwoShapes(DescribedCommand command) =>
        command.Validators.Add(result =>
        {
            if (result.GetResult(_layers) is not null && result.Children.OfType<OptionResult>().Any(given => given.Option.Name == "--hidden"))
                result.AddError("--layers and --hidden were both given; --layers has all sizes, --hidden those between. Give one of them.");
            Option[] starts = [_preset, _config, _run];
            if (starts.Count(option => result.GetResult(option) is not null) > 1)
                result.AddError("--preset, --config and --run each say what to start from; give one of them.");
            Option[] kept = [_resume, _threads, _checkpoints, _tensorBoard, _json, _quiet];
            if (result.GetResult(_resume) is not null
                && result.Children.OfType<OptionResult>().FirstOrDefault(given => !given.Implicit && !kept.Contains(given.Option)) is { } other)
                result.AddError($"--resume goes on with a run as it was begun; leave {other.Option.Name} out, or begin a new run without --resume.");
        });

    /// <summary>What it starts from, with everything that was given and what follows from that.</summary>
    public TrainSettings Read(ParseResult parsed)
    {
        var (preset, start) = ReadStart(parsed);
        start = start with { Training = start.Training with { Threads = parsed.GetValue(_threads) ?? Environment.ProcessorCount } };
        var chosen = _settings.Select(option => KeyValuePair.Create(option.Setting.Name, option.Given(parsed))).Where(given => given.Value is not null)
            .ToDictionary(given => given.Key, given => given.Value!, StringComparer.Ordinal);
        bool balanced = chosen.GetValueOrDefault(ClassWeights.Name) is { } weights && ClassWeights.IsBalanced(weights) && chosen.Remove(ClassWeights.Name);

        // A preset is for classes; where the targets are numbers, or turn out to be, other outputs and another cost follow.
        bool areNumbers = preset is not null && string.Equals(_data.Task.Given(parsed), "regression", StringComparison.OrdinalIgnoreCase);
        var what = TrainSettings.Choose(start, chosen, areNumbers ? Numbers : null);
        var outputs = preset is null ? what.OutputActivation : TrainSettings.Choose(start, chosen, Numbers).OutputActivation;
        return new TrainSettings
        {
            Preset = preset,
            Start = start,
            Chosen = chosen,
            What = what,
            Layers = parsed.GetResult(_layers) is null ? null : parsed.GetValue(_layers),
            BalancesClasses = balanced,
            Data = _data.Read(parsed, start) with { Seed = what.Training.Seed, Outputs = outputs },
            TensorBoard = parsed.GetValue(_tensorBoard),
            Out = parsed.GetValue(_out),
            Resume = parsed.GetValue(_resume),
            LogEvery = parsed.GetValue(_logEvery) ?? 0,
            Checkpoints = parsed.GetValue(_checkpoints) ?? CheckpointInterval.Usual,
            Overwrite = parsed.GetValue(_overwrite),
            Json = parsed.GetValue(_json),
            Quiet = parsed.GetValue(_quiet),
            Given = [.. Repeatable(parsed)],
        };
    }

    private (Preset? Preset, RunConfiguration Start) ReadStart(ParseResult parsed)
    {
        try
        {
            if (parsed.GetValue(_run) is { } name) return (null, RunName.Parse(name));
        }
        catch (FormatException error)
        {
            throw CliException.Wrong($"--run: {Said.Of(error)}");
        }

        if (parsed.GetValue(_config) is { } file)
            return (null, File.Exists(file) ? RunConfiguration.Load(file) : throw CliException.Wrong($"--config is '{file}', and there is no such file."));
        var preset = parsed.GetValue(_preset) ?? (IsTable(parsed) ? Preset.Table : Preset.Default);
        return (preset, preset.Configuration);
    }

    private bool IsTable(ParseResult parsed) => _data.Data.Given(parsed) is { } name && Csv.Endings.Include(name)
        && !(File.Exists(name) && OwnData.IsPictures(_data.Read(parsed)));

    // What made the network and its training; not where it is kept and how it is told.
    private IEnumerable<GivenOption> Repeatable(ParseResult parsed)
    {
        Option[] left = [_out, _logEvery, _checkpoints, _overwrite, _tensorBoard, _json, _quiet];
        return parsed.CommandResult.Children.OfType<OptionResult>()
            .Where(result => !result.Implicit && !left.Contains(result.Option))
            .Select(result => new GivenOption(result.Option.Name, [.. result.Tokens.Select(token => token.Value)]));
    }
}
