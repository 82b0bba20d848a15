namespace Nabla.Experiments;

/// <summary>
/// Something that the notes claim of networks, tried out: trained, measured and told with figures. The settings, the seeds and
/// the data decide the result, times apart.
/// </summary>
public abstract class Experiment
{
    private protected Experiment(
        string name, Said summary, Said concept, IReadOnlyList<Setting<ExperimentSettings>> options, bool usesData, bool needsImages, bool takesNetwork) =>
        (Name, Summary, Concept, Options, UsesData, NeedsImages, TakesNetwork) = (name, summary, concept, options, usesData, needsImages, takesNetwork);

    /// <summary>Every experiment there is.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
    [
        new EdgeExperiment(),
        new ActivationsExperiment(),
        new BatchSizeExperiment(),
        new LearningRateExperiment(),
        new EarlyStoppingExperiment(),
        new StepActivationExperiment(),
        new ManySeedsExperiment(),
        new InitializationExperiment(),
        new WeightPicturesExperiment(),
        new NoiseExperiment(),
        new DreamExperiment(),
        new ShuffledLabelsExperiment(),
        new LinearCollapseExperiment(),
        new ApproximationExperiment(),
        new VanishingGradientsExperiment(),
        new CostsExperiment(),
        new RegularizationExperiment(),
    ];

    /// <summary>Its name on the command line.</summary>
    public string Name { get; }

    /// <summary>What it does, in a line.</summary>
    public Said Summary { get; }

    /// <summary>What it shows of how networks learn, in a sentence or two.</summary>
    public Said Concept { get; }

    /// <summary>Whether it works on data; otherwise it makes its own.</summary>
    public bool UsesData { get; }

    /// <summary>Whether its data must be images.</summary>
    public bool NeedsImages { get; }

    /// <summary>Whether it can look at a network that is trained already, instead of training one.</summary>
    public bool TakesNetwork { get; }

    /// <summary>What is set where nothing is said.</summary>
    public abstract ExperimentSettings Defaults { get; }

    /// <summary>What can be set.</summary>
    public IReadOnlyList<Setting<ExperimentSettings>> Options { get; }

    /// <summary>Runs it.</summary>
    /// <param name="settings">Its settings; of the type of <see cref="Defaults"/>.</param>
    /// <param name="data">What it works on; may be null where it uses none.</param>
    /// <param name="progress">Hears how far it has come.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ExperimentException">A setting is out of its range, or the data do not suit it.</exception>
    /// <exception cref="TrainingOptionsException">The settings do not go together.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ExperimentResult Run(
        ExperimentSettings settings,
        ExperimentData? data = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        CheckRanges(settings);
        if (UsesData && data is null) throw new ArgumentNullException(nameof(data), $"The experiment {Name} needs data.");
        if (data is not null && Misfit(data) is { } misfit) throw new ExperimentException(misfit);
        var bench = new Workbench(settings, UsesData ? data : null, progress, cancellation);
        return RunOn(settings, bench) with { Setup = bench.Setup() };
    }

    /// <summary>Says why data do not suit it, or null where they do.</summary>
    /// <param name="data">The data.</param>
    public Said? Misfit(ExperimentData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var (train, test) = data;
        if (!UsesData) return null;
        if (NeedsImages && !train.IsImages) return $"The experiment {Name} needs images, and the inputs of '{Printable.Path(train.Name)}' are numbers.";
        if (train.Classes < 2) return $"The experiment {Name} needs at least 2 classes, and '{Printable.Path(train.Name)}' has {train.Classes}.";
        if (train.Inputs != test.Inputs || train.Classes != test.Classes) return $"'{Printable.Path(train.Name)}' and '{Printable.Path(test.Name)}' are not of one shape.";
        if (data.Network is not { } network) return null;
        if (!TakesNetwork) return $"The experiment {Name} trains its own networks and takes none.";
        return Fit.Problems(network, train).FirstOrDefault();
    }

    private protected abstract ExperimentResult RunOn(ExperimentSettings settings, Workbench bench);

    private void CheckRanges(ExperimentSettings settings)
    {
        Said[] problems = [.. Options.Select(option => option.Problem(settings)).OfType<Said>()];
        if (problems.Length > 0) throw new ExperimentException(problems.Aggregate((all, next) => $"{all} {next}"));
    }
}
