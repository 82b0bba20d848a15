namespace Nabla.Cli;

/// <summary>Everything that <c>nabla train</c> was told, with defaults filled in.</summary>
internal sealed record TrainSettings
{
    /// <summary>What is trained and how, but for its data.</summary>
    public required RunConfiguration What { get; init; }

    /// <summary>What it started from; null where that was a configuration.</summary>
    public required Preset? Preset { get; init; }

    /// <summary>The same, as a configuration.</summary>
    public required RunConfiguration Start { get; init; }

    /// <summary>What was chosen besides.</summary>
    public required IReadOnlyDictionary<string, string> Chosen { get; init; }

    /// <summary>All sizes, where they were given.</summary>
    public IReadOnlyList<int>? Layers { get; init; }

    /// <summary>Whether each class counts as much as any other, however rare it is.</summary>
    public bool BalancesClasses { get; init; }

    /// <summary>Where TensorBoard looks for runs; nowhere where null.</summary>
    public string? TensorBoard { get; init; }

    public TrainingOptions Training => What.Training;

    public Initializer Initializer => What.Initializer;

    public double? UntilAccuracy => What.UntilAccuracy;

    public required DataRequest Data { get; init; }

    public string? Out { get; init; }

    /// <summary>The folder of the run to go on with; null for a new one.</summary>
    public string? Resume { get; init; }

    /// <summary>Steps between two lines of the metrics; 0 for none but the epochs'.</summary>
    public long LogEvery { get; init; }

    public CheckpointInterval Checkpoints { get; init; } = CheckpointInterval.Usual;

    public bool Overwrite { get; init; }

    public bool Json { get; init; }

    public bool Quiet { get; init; }

    /// <summary>What the user gave that would train the same network again.</summary>
    public IReadOnlyList<GivenOption> Given { get; init; } = [];

    /// <summary>What to call the run: the preset's name, or the network's sizes where they are others.</summary>
    public string RunName(Network network) =>
        Preset?.Configuration is { } usual && network.Sizes.Skip(1).SkipLast(1).SequenceEqual(usual.Hidden) && Training.Cost == usual.Training.Cost
            && What.Activation == usual.Activation
            ? Preset.Name
            : string.Join('-', network.Sizes);

    /// <summary>The sizes for data of a shape.</summary>
    public IReadOnlyList<int> Sizes(int inputs, int classes) => Layers ?? [inputs, .. What.Hidden, classes];

    /// <summary>A configuration with what was chosen and what follows from it.</summary>
    public static RunConfiguration Choose(RunConfiguration start, IReadOnlyDictionary<string, string> chosen, Dataset? data = null)
    {
        try
        {
            return start.With(chosen, data);
        }
        catch (FormatException error)
        {
            throw CliException.Wrong(Said.Of(error));
        }
    }

    /// <summary>The settings for these data: numbers as targets want other outputs and another cost than a preset's, which is for classes.</summary>
    public TrainSettings For(Dataset data)
    {
        if (!data.IsRegression) return this;
        if (UntilAccuracy is not null) throw CliException.Wrong($"--until-accuracy is for classes, but the targets are numbers; leave it out.");
        return Preset is null ? this : this with { What = Choose(Start, Chosen, data) };
    }

    /// <summary>What is wrong whatever the data, a line each.</summary>
    public IReadOnlyList<Said> Problems()
    {
        var problems = new List<Said>();
        if (DataSource.ShapeOf(Data.Name) is { } shape) problems.AddRange(ShapeProblems(shape.Inputs, shape.Outputs, Data.Name));
        if (Fit.TooLarge(Sizes(1, 1)) is { } tooLarge) problems.Add(tooLarge);
        return problems;
    }

    /// <summary>How the layers do not fit data of a shape, a line each.</summary>
    public IReadOnlyList<Said> ShapeProblems(int inputs, int classes, string data, string what = "classes")
    {
        var sizes = Sizes(inputs, classes);
        var problems = new List<Said>();
        if (sizes[0] != inputs)
            problems.Add($"--layers begins with {sizes[0]}, but '{data}' has {inputs} inputs; begin with {inputs}, "
                + $"or give --hidden alone.");
        if (sizes[^1] != classes)
            problems.Add($"--layers ends with {sizes[^1]}, but '{data}' has {classes} {what}; end with {classes}, "
                + $"or give --hidden alone.");
        return problems;
    }

    /// <summary>How the layers do not fit some examples, a line each.</summary>
    public IReadOnlyList<Said> ShapeProblems(Dataset data) =>
        ShapeProblems(data.Inputs, data.Outputs, data.Name, data.IsRegression ? "target" : "classes");

    /// <summary>Checks what was asked for, loads the data, and makes the network.</summary>
    public (Network Network, LoadedData Data, TrainingOptions Training) Prepare(Host host)
    {
        TrainRun.Require(Problems());
        var data = DataSource.Load(Data, host, Quiet);
        var fitting = For(data.Train);
        TrainRun.Require(fitting.ShapeProblems(data.Train));
        var configuration = fitting.Configuration(data);
        return (configuration.CreateNetwork(data.Train), data, configuration.Training);
    }

    /// <summary>What decides the result, for data that were loaded.</summary>
    public RunConfiguration Configuration(LoadedData data)
    {
        var configuration = What with
        {
            Data = DataSource.IsKnown(data.Name) ? data.Name : Path.GetFullPath(data.Name),
            TrainExamples = Data.TrainExamples,
            TestExamples = Data.TestExamples,
            DataSettings = data.Settings(Data),
            Hidden = [.. Sizes(data.Train.Inputs, data.Train.Outputs).Skip(1).SkipLast(1)],
        };
        return !BalancesClasses ? configuration
            : configuration with { Training = configuration.Training with { ClassWeights = configuration.Divide(data.Train).Learned.BalancedClassWeights() } };
    }

    /// <summary>The settings of a run that is there, to go on with it.</summary>
    public TrainSettings With(RunRecord record) => this with
    {
        Preset = Runs.Preset.All.FirstOrDefault(preset => preset.Name == record.Preset),
        What = record.Configuration with { Training = record.Configuration.Training with { Threads = Training.Threads } },
        Layers = null,
        Data = DataRequest.Of(record.Configuration),
        BalancesClasses = false,
        LogEvery = record.LogEvery,
        Given = [new GivenOption("--run", [Runs.RunName.Of(record.Configuration)])],
    };
}

/// <summary>An option as the user gave it.</summary>
internal sealed record GivenOption(string Name, IReadOnlyList<string> Values)
{
    public override string ToString() => string.Concat(Values.Select(value => " " + Shell.Quote(value)).Prepend(" " + Name));
}
