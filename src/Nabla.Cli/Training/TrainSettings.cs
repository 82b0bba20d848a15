namespace Nabla.Cli;

/// <summary>Everything that <c>nabla train</c> was told, with defaults filled in.</summary>
internal sealed record TrainSettings
{
    /// <summary>What it started from; null where that was a configuration.</summary>
    public required Preset? Preset { get; init; }

    /// <summary>All sizes, where they were given.</summary>
    public IReadOnlyList<int>? Layers { get; init; }

    /// <summary>The hidden sizes, where <see cref="Layers"/> were not.</summary>
    public required IReadOnlyList<int> Hidden { get; init; }

    public required Activation Activation { get; init; }

    public required Activation OutputActivation { get; init; }

    public required Initializer Initializer { get; init; }

    public required TrainingOptions Training { get; init; }

    /// <summary>How much each class counts; all alike where null.</summary>
    public ClassWeights? ClassWeights { get; init; }

    /// <summary>Where TensorBoard looks for runs; nowhere where null.</summary>
    public string? TensorBoard { get; init; }

    /// <summary>Whether the cost was chosen, or a configuration's, and not the preset's.</summary>
    public bool IsCostChosen { get; init; }

    /// <summary>Whether the last activation was.</summary>
    public bool IsOutputChosen { get; init; }

    /// <summary>The part of the training examples that is set aside for validation, in [0, 1).</summary>
    public double ValidationSplit { get; init; }

    /// <summary>The test accuracy to stop at, 0 to 1; null where training goes on to its end.</summary>
    public double? UntilAccuracy { get; init; }

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
        Preset is not null && network.Sizes.Skip(1).SkipLast(1).SequenceEqual(Preset.Hidden) && Training.Cost == Preset.Cost && Activation == Preset.Activation
            ? Preset.Name
            : string.Join('-', network.Sizes);

    /// <summary>The sizes for data of a shape.</summary>
    public IReadOnlyList<int> Sizes(int inputs, int classes) => Layers ?? [inputs, .. Hidden, classes];

    /// <summary>The settings for these data: numbers as targets want other outputs and another cost than classes, unless they were chosen.</summary>
    public TrainSettings For(Dataset data)
    {
        if (!data.IsRegression) return this;
        if (UntilAccuracy is not null) throw CliException.Wrong($"--until-accuracy is for classes, but the targets are numbers; leave it out.");
        return this with
        {
            Training = IsCostChosen ? Training : Training with { Cost = Cost.HalfQuadratic },
            OutputActivation = IsOutputChosen ? OutputActivation : Activation.Identity,
        };
    }

    /// <summary>What is wrong whatever the data, a line each.</summary>
    public IReadOnlyList<Said> Problems()
    {
        var problems = new List<Said>();
        if (Training.Cost.Misfit(OutputActivation) is { } misfit) problems.Add(misfit);
        if (DataSource.ShapeOf(Data.Name) is { } shape) problems.AddRange(ShapeProblems(shape.Inputs, shape.Classes, Data.Name));
        long largest = Sizes(1, 1).Zip(Sizes(1, 1).Skip(1), (a, b) => (long)a * b).Max();
        if (largest > Array.MaxLength)
            problems.Add($"a layer of {largest:N0} weights is more than {Array.MaxLength:N0}, the most there can be; "
                + $"make --layers or --hidden smaller.");
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

    /// <summary>The options of training on some examples.</summary>
    public TrainingOptions TrainingOn(Dataset learned) => ClassWeights is null ? Training : Training with { ClassWeights = ClassWeights.For(learned) };

    /// <summary>Checks what was asked for, loads the data, and makes the network.</summary>
    public (Network Network, LoadedData Data, TrainingOptions Training) Prepare(Host host)
    {
        TrainRun.Require(Problems());
        var data = DataSource.Load(Data, host, Quiet);
        var fitting = For(data.Train);
        TrainRun.Require(fitting.ShapeProblems(data.Train));
        return (fitting.Configuration(data).CreateNetwork(data.Train), data, fitting.TrainingOn(data.Train));
    }

    /// <summary>What decides the result, for data that were loaded.</summary>
    public RunConfiguration Configuration(LoadedData data)
    {
        var configuration = ConfigurationWithoutWeights(data);
        return ClassWeights is null ? configuration : configuration with { Training = TrainingOn(configuration.Divide(data.Train).Learned) };
    }

    private RunConfiguration ConfigurationWithoutWeights(LoadedData data) => new()
    {
        Data = DataSource.IsKnown(data.Name) ? data.Name : Path.GetFullPath(data.Name),
        TrainExamples = Data.TrainExamples,
        TestExamples = Data.TestExamples,
        DataSettings = data.Settings(Data),
        ValidationSplit = ValidationSplit,
        Hidden = [.. Sizes(data.Train.Inputs, data.Train.Outputs).Skip(1).SkipLast(1)],
        Activation = Activation,
        OutputActivation = OutputActivation,
        Initializer = Initializer,
        Training = Training,
        UntilAccuracy = UntilAccuracy,
    };

    /// <summary>The settings of a run that is there, to go on with it.</summary>
    public TrainSettings With(RunRecord record) => this with
    {
        Preset = Nabla.Preset.All.FirstOrDefault(preset => preset.Name == record.Preset),
        Layers = null,
        Hidden = record.Configuration.Hidden,
        Activation = record.Configuration.Activation,
        OutputActivation = record.Configuration.OutputActivation,
        Initializer = record.Configuration.Initializer,
        Training = record.Configuration.Training with { Threads = Training.Threads },
        ValidationSplit = record.Configuration.ValidationSplit,
        UntilAccuracy = record.Configuration.UntilAccuracy,
        Data = DataRequest.Of(record.Configuration),
        IsCostChosen = true,
        IsOutputChosen = true,
        ClassWeights = null,
        LogEvery = record.LogEvery,
        Given = [new GivenOption("--run", [Nabla.RunName.Of(record.Configuration)])],
    };
}

/// <summary>An option as the user gave it.</summary>
internal sealed record GivenOption(string Name, IReadOnlyList<string> Values)
{
    public override string ToString() => string.Concat(Values.Select(value => " " + Shell.Quote(value)).Prepend(" " + Name));
}
