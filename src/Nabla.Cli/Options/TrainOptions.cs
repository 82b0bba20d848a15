using System.CommandLine;
using System.CommandLine.Parsing;

namespace Nabla.Cli;

/// <summary>The options of <c>nabla train</c>.</summary>
internal sealed class TrainOptions
{
    private readonly DataOptions _data = new();

    private readonly Option<Preset?> _preset = OptionOf.Choice(
        "--preset", "NAME", $"what to start from: {string.Join(", ", Names.Presets.Keys)}, see below "
            + $"(default: {Preset.Default.Name}, for tables {Preset.Table.Name})", Names.Presets);

    private readonly Option<string?> _config = OptionOf.Text(
        "--config", "FILE", "start from the settings in a JSON file, such as the run.json of another run, instead of a preset");

    private readonly Option<string?> _run = OptionOf.Text(
        "--run", "NAME", "start from a run's name, which says all its settings, such as nabla:1/data=digits/hidden=30/seed=7; "
            + "'nabla runs show' gives it");

    private readonly Option<int[]?> _layers = OptionOf.Sizes(
        "--layers", "sizes of all layers, inputs first, such as 784,16,16,10", 2, "784,16,16,10");

    private readonly Option<int[]?> _hidden = OptionOf.Sizes(
        "--hidden", "sizes of the hidden layers alone, such as 32,16; inputs and outputs come from the data", 1, "32,16");

    private readonly Option<Activation?> _activation = OptionOf.Choice(
        "--activation", "NAME", $"of the hidden layers: {string.Join(", ", Names.Activations.Keys.Except(["softmax"]))} "
            + "(default: the preset's)",
        Names.Activations.Where(a => a.Value != Activation.Softmax).ToDictionary());

    private readonly Option<Activation?> _outputActivation = OptionOf.Choice(
        "--output-activation", "NAME", "of the last layer; softmax too (default: the one that the cost needs, "
            + "otherwise the preset's)", Names.Activations);

    private readonly Option<string?> _initializer = OptionOf.Parsed<string>(
        "--initializer", "NAME", "how weights are chosen: xavier, he, normal, constant:NUMBER (default: he with relu, "
            + "otherwise the preset's)", ParseInitializer);

    private readonly Option<Cost?> _cost = OptionOf.Choice(
        "--cost", "NAME", "quadratic (the lectures' Σ(a−y)²), half-quadratic (Nielsen's ½Σ(a−y)²), cross-entropy (with softmax), "
        + "binary-cross-entropy (with sigmoid) (default: the preset's)", Names.Costs);

    private readonly Option<Optimizer?> _optimizer = OptionOf.Choice(
        "--optimizer", "NAME", $"{string.Join(", ", Names.Optimizers.Keys)} (default: the preset's)", Names.Optimizers);

    private readonly Option<double?> _momentum = OptionOf.Fraction(
        "--momentum", "μ", "the part of the velocity that momentum and nesterov keep (default: 0.9)", "0.9");

    private readonly Option<double?> _weightDecay = OptionOf.Number(
        "--weight-decay", "λ", "how much adamw shrinks the weights, times η, in every step (default: 0.01)", zeroToo: true, "0.01");

    private readonly Option<LearningRateSchedule?> _schedule = OptionOf.Choice(
        "--schedule", "NAME", "how the learning rate changes: constant, step (half of it every 10 epochs), cosine (down to 0), one-cycle (up for "
        + "0.3 of the run, then down), plateau (half of it when the cost has not fallen for 3 epochs) (default: the preset's)", Names.Schedules);

    private readonly Option<double?> _warmUp = OptionOf.Number(
        "--warm-up", "EPOCHS", "epochs over which the learning rate grows to its full height (default: 0)", zeroToo: true, "1");

    private readonly Option<double?> _learningRate = OptionOf.Number(
        "--learning-rate", "η", "how far a step goes (default: the preset's)", zeroToo: false, "3", "-η", "--eta");

    private readonly Option<int?> _batchSize = OptionOf.Whole("--batch-size", "N", "examples in a mini-batch (default: 10)", 1, "10");

    private readonly Option<int?> _epochs = OptionOf.Whole("--epochs", "N", "how often to go through the data (default: 30)", 1, "30");

    private readonly Option<ulong?> _seed = OptionOf.Seed(
        "decides every draw: the same seed gives the same network, bit by bit (default: 1)");

    private readonly Option<double?> _l2 = OptionOf.Number(
        "--l2", "λ", "L2 regularisation, λ/2n·Σw² (default: the preset's, mostly 0)", zeroToo: true, "5");

    private readonly Option<double?> _l1 = OptionOf.Number(
        "--l1", "λ", "L1 regularisation, λ/n·Σ|w| (default: 0)", zeroToo: true, "1");

    private readonly Option<double?> _dropOut = OptionOf.Fraction(
        "--dropout", "P", "leave each hidden neuron out of a step with this probability (default: 0)", "0.2");

    private readonly Option<double?> _clip = OptionOf.Number(
        "--clip", "LENGTH", "shorten gradients that are longer than this (default: never)", zeroToo: false, "1");

    private readonly Option<double?> _validation = OptionOf.Fraction(
        "--validation-split", "PART", "set this part of the training examples aside, drawn by the seed, for --patience and --schedule plateau to "
        + "judge by (default: 0; they then judge by the training cost)", "0.1");

    private readonly Option<ClassWeights?> _classWeights = ClassWeights.Option();

    private readonly Option<Augmentation?> _augment = AugmentOption.Create("vary the images afresh in every epoch");

    private readonly Option<bool> _restoreBest = OptionOf.Flag("--restore-best", "end with the network of the best epoch, by that cost");

    private readonly Option<int?> _patience = OptionOf.Whole(
        "--patience", "N", "stop when the cost has not fallen for N epochs (default: never)", 1, "5");

    private readonly Option<double?> _untilAccuracy = OptionOf.Part(
        "--until-accuracy", "A", "stop as soon as the test accuracy after an epoch is at least A, such as 0.975 or 97.5%; for timing "
            + "how long a recipe takes: choosing a network by its test accuracy is not a fair measure of it (default: never)",
        "0.975", "97.5%");

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
        command.AddGroup("Network", _preset, _config, _run, _layers, _hidden, _activation, _outputActivation, _initializer);
        command.AddGroup("Training", _cost, _optimizer, _learningRate, _momentum, _weightDecay, _schedule, _warmUp, _batchSize, _epochs, _seed);
        command.AddGroup("Regularisation and stopping", _l2, _l1, _dropOut, _clip, _classWeights, _augment, _validation, _patience, _restoreBest, _untilAccuracy, _threads);
        AddData(command);
        command.AddGroup("Result", _out, _resume, _logEvery, _checkpoints, _overwrite, _tensorBoard, _json, _quiet);
        RefuseTwoShapes(command);
    }

    /// <summary>Adds those that a sweep of the learning rate has a use for.</summary>
    public void AddForSweep(DescribedCommand command)
    {
        command.AddGroup("Network", _preset, _layers, _hidden, _activation, _outputActivation, _initializer);
        command.AddGroup("Training", _cost, _optimizer, _momentum, _weightDecay, _batchSize, _seed, _l2, _l1, _dropOut, _clip, _classWeights, _augment, _threads);
        AddData(command);
        RefuseTwoShapes(command);
    }

    private void AddData(DescribedCommand command)
    {
        command.AddGroup("Data", _data.Data, _data.TrainExamples, _data.TestExamples);
        command.AddGroup("Your own data", _data.Target, _data.Task, _data.TestSplit, _data.TestData, _data.Missing, _data.Categorical, _data.Ignore,
            _data.Delimiter, _data.NoHeader, _data.Resize);
    }

    private void RefuseTwoShapes(DescribedCommand command) =>
        command.Validators.Add(result =>
        {
            if (result.GetResult(_layers) is not null && result.GetResult(_hidden) is not null)
                result.AddError("--layers and --hidden were both given; --layers has all sizes, --hidden those between. Give one of them.");
            Option[] starts = [_preset, _config, _run];
            if (starts.Count(option => result.GetResult(option) is not null) > 1)
                result.AddError("--preset, --config and --run each say what to start from; give one of them.");
            Option[] kept = [_resume, _threads, _checkpoints, _tensorBoard, _json, _quiet];
            if (result.GetResult(_resume) is not null
                && result.Children.OfType<OptionResult>().FirstOrDefault(given => !given.Implicit && !kept.Contains(given.Option)) is { } other)
                result.AddError($"--resume goes on with a run as it was begun; leave {other.Option.Name} out, or begin a new run without --resume.");
        });

    /// <summary>The preset with everything that was given explicitly.</summary>
    public TrainSettings Read(ParseResult parsed)
    {
        var (preset, start) = ReadStart(parsed);
        var activation = parsed.GetValue(_activation) ?? start.Activation;
        var cost = parsed.GetValue(_cost) ?? start.Training.Cost;
        ulong seed = parsed.GetValue(_seed) ?? start.Training.Seed;
        int[]? layers = Given(parsed, _layers), hidden = Given(parsed, _hidden);
        return new TrainSettings
        {
            Preset = preset,
            Layers = layers,
            Hidden = hidden ?? start.Hidden,
            Activation = activation,
            OutputActivation = parsed.GetValue(_outputActivation) ?? cost.OutputActivation ?? start.OutputActivation,
            Initializer = parsed.GetValue(_initializer) is { } name ? Initializer.Parse(name)
                : parsed.GetValue(_activation) is { } given && Rectifiers.Contains(given) ? Initializer.He : start.Initializer,
            Training = new TrainingOptions
            {
                Cost = cost,
                Optimizer = ReadOptimizer(parsed, start.Training.Optimizer),
                Schedule = ReadSchedule(parsed, start.Training.Schedule),
                BatchSize = parsed.GetValue(_batchSize) ?? start.Training.BatchSize,
                Epochs = parsed.GetValue(_epochs) ?? start.Training.Epochs,
                Seed = seed,
                L2 = parsed.GetValue(_l2) ?? start.Training.L2,
                L1 = parsed.GetValue(_l1) ?? start.Training.L1,
                DropOut = parsed.GetValue(_dropOut) ?? start.Training.DropOut,
                MaximumGradient = parsed.GetValue(_clip) ?? start.Training.MaximumGradient,
                ClassWeights = start.Training.ClassWeights,
                Threads = parsed.GetValue(_threads) ?? Environment.ProcessorCount,
                EarlyStopping = ReadStopping(parsed, start.Training.EarlyStopping),
                Augmentation = parsed.GetValue(_augment) ?? start.Training.Augmentation,
            },
            ClassWeights = parsed.GetValue(_classWeights),
            TensorBoard = parsed.GetValue(_tensorBoard),
            ValidationSplit = parsed.GetValue(_validation) ?? start.ValidationSplit,
            UntilAccuracy = parsed.GetValue(_untilAccuracy) ?? start.UntilAccuracy,
            Data = _data.Read(parsed, start) with { Seed = seed },
            IsCostChosen = preset is null || parsed.GetValue(_cost) is not null,
            IsOutputChosen = preset is null || parsed.GetValue(_outputActivation) is not null,
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

    private static readonly Activation[] Rectifiers = [Activation.Relu, Activation.LeakyRelu, Activation.Elu, Activation.Softplus, Activation.Gelu, Activation.Swish];

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
        var preset = parsed.GetValue(_preset) ?? (OwnData.IsTable(parsed.GetValue(_data.Data) ?? "") ? Preset.Table : Preset.Default);
        return (preset, preset.Configuration);
    }

    private Optimizer ReadOptimizer(ParseResult parsed, Optimizer start)
    {
        var optimizer = parsed.GetValue(_optimizer) ?? start;
        if (optimizer.GetType() == start.GetType()) optimizer = optimizer with { LearningRate = start.LearningRate };
        if (parsed.GetValue(_learningRate) is { } rate) optimizer = optimizer with { LearningRate = rate };
        if (parsed.GetValue(_momentum) is { } mu)
        {
            optimizer = optimizer is Momentum momentum ? momentum with { Mu = mu }
                : throw CliException.Wrong($"--momentum is for --optimizer momentum or nesterov, not for {optimizer.Name}.");
        }

        if (parsed.GetValue(_weightDecay) is { } decay)
        {
            optimizer = optimizer is Adam { WeightDecay: > 0 } adam ? adam with { WeightDecay = decay }
                : throw CliException.Wrong($"--weight-decay is for --optimizer adamw, not for {optimizer.Name}; there is --l2 too.");
        }

        return optimizer;
    }

    private LearningRateSchedule ReadSchedule(ParseResult parsed, LearningRateSchedule start)
    {
        var schedule = parsed.GetValue(_schedule) ?? start;
        return parsed.GetValue(_warmUp) is { } warmUp ? schedule with { WarmUpEpochs = warmUp } : schedule;
    }

    // Without patience the best network may be wanted all the same, at the end of the last epoch.
    private EarlyStopping? ReadStopping(ParseResult parsed, EarlyStopping? start)
    {
        int? patience = parsed.GetValue(_patience);
        bool best = parsed.GetValue(_restoreBest);
        if (patience is null && !best) return start;
        start ??= new EarlyStopping { Patience = int.MaxValue };
        return start with { Patience = patience ?? start.Patience, RestoreBest = best || start.RestoreBest };
    }

    // What made the network and its training; not where it is kept and how it is told.
    private IEnumerable<GivenOption> Repeatable(ParseResult parsed)
    {
        Option[] left = [_out, _logEvery, _checkpoints, _overwrite, _tensorBoard, _json, _quiet];
        return parsed.CommandResult.Children.OfType<OptionResult>()
            .Where(result => !result.Implicit && !left.Contains(result.Option))
            .Select(result => new GivenOption(result.Option.Name, [.. result.Tokens.Select(token => token.Value)]));
    }

    // An array that was not given comes as an empty one.
    private static int[]? Given(ParseResult parsed, Option<int[]?> option) =>
        parsed.GetResult(option) is null ? null : parsed.GetValue(option);

    private static (string? Name, Said? Problem) ParseInitializer(string text)
    {
        try
        {
            return (Initializer.Parse(text).Name, null);
        }
        catch (ArgumentException)
        {
            return (null, $"--initializer is '{text}'{Suggestion.For(text, ["xavier", "he", "normal"])}; "
                + $"known: xavier, he, normal, constant:NUMBER.");
        }
    }
}
