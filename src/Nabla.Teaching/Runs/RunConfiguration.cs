using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nabla.Runs;

/// <summary>
/// Everything that decides a run's result besides the data themselves: which data, which network, how it is trained, the seed. As JSON it has
/// the names of the options of <c>nabla train</c>; as a string see <see cref="RunName"/>. Without settings it is the lectures' network.
/// </summary>
[JsonConverter(typeof(RunConfigurationConverter))]
public sealed record RunConfiguration
{
    /// <summary>The data, as <c>--data</c> names them; <c>auto</c> unless set.</summary>
    public string Data { get; init; } = "auto";

    /// <summary>Use only the first so many training examples; all where null.</summary>
    public int? TrainExamples { get; init; }

    /// <summary>Use only the first so many test examples; all where null.</summary>
    public int? TestExamples { get; init; }

    /// <summary>
    /// How a table or a folder of images becomes examples, by the names of the options of <c>nabla train</c>: <c>target</c>, <c>task</c>,
    /// <c>test-split</c>, <c>test-data</c>, <c>missing</c>, <c>categorical</c>, <c>ignore</c>, <c>delimiter</c>, <c>no-header</c>,
    /// <c>resize</c>, <c>normalize</c>, <c>transpose</c>. The seed decides what is for testing. Empty unless set.
    /// </summary>
    public IReadOnlyDictionary<string, string> DataSettings { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The part of the training examples that is set aside for validation, in [0, 1).</summary>
    public double ValidationSplit { get; init; }

    /// <summary>Neurons of each hidden layer; inputs and outputs come from the data. 16 and 16 unless set.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [16, 16];

    /// <summary>Of the hidden layers; sigmoid unless set.</summary>
    public Activation Activation { get; init; } = Activation.Sigmoid;

    /// <summary>Of the last layer; sigmoid unless set.</summary>
    public Activation OutputActivation { get; init; } = Activation.Sigmoid;

    /// <summary>How weights are chosen; Xavier's way unless set.</summary>
    public Initializer Initializer { get; init; } = Initializer.Xavier;

    /// <summary>How the network is trained. The number of threads is no part of a run's configuration, for it changes nothing.</summary>
    public TrainingOptions Training { get; init; } = new();

    /// <summary>The test accuracy to stop at, 0 to 1; null where training goes on to its end.</summary>
    public double? UntilAccuracy { get; init; }

    /// <summary>Every setting that this configuration has, as text, by the names that its JSON and its <see cref="RunName"/> use.</summary>
    public IEnumerable<KeyValuePair<string, string>> Settings() =>
        from setting in RunSettings.All let value = setting.ValueOf(this) where value is not null select KeyValuePair.Create(setting.Name, value);

    /// <summary>Whether both have the same settings, and so the same result.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(RunConfiguration? other) => other is not null && Settings().SequenceEqual(other.Settings());

    /// <inheritdoc/>
    public override int GetHashCode() => Settings().Aggregate(0, HashCode.Combine);

    /// <summary>
    /// This configuration with what is chosen, and with what follows from it. This is the one place that decides what follows from what: a cost
    /// has the outputs that it needs; the initialiser changes where the activation's usual one does; an optimizer or a schedule begins with its
    /// usual settings, but adam and adamw, or momentum and nesterov, take the learning rate over from each other; targets that are numbers have the
    /// half-quadratic cost and identity outputs. What is chosen itself stands.
    /// </summary>
    /// <param name="chosen">Settings as text, by name.</param>
    /// <param name="data">The data, where they are known.</param>
    /// <exception cref="FormatException">There is no such setting, a value is wrong, or they do not fit together; the message says which.</exception>
    public RunConfiguration With(IReadOnlyDictionary<string, string> chosen, Dataset? data = null) => With(chosen, $"the settings", data);

    internal RunConfiguration With(IReadOnlyDictionary<string, string> chosen, Said where, Dataset? data = null)
    {
        var made = Complete(chosen, where, data);
        var training = made.Training;
        var problems = training.Optimizer.Problems().Concat(training.Schedule.Problems());
        if (training.Cost.Misfit(made.OutputActivation) is { } misfit) problems = problems.Append(misfit);
        return problems.FirstOrDefault() is { } problem ? throw Refusal.Format($"In {where}: {problem}") : made;
    }

    /// <summary>The same, whether or not it fits together.</summary>
    internal RunConfiguration Complete(IReadOnlyDictionary<string, string> chosen, Said where, Dataset? data = null)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        if (chosen.Keys.FirstOrDefault(key => RunSettings.All.All(setting => setting.Name != key)) is { } unknown)
            throw Refusal.Format(
                $"There is no setting '{Printable.Name(unknown)}', which stands in {where}; known: {Said.Names([.. RunSettings.All.Select(setting => setting.Name)])}.");

        // In the order of the table: an optimizer before its settings.
        var made = this;
        foreach (var setting in RunSettings.All)
        {
            if (!chosen.TryGetValue(setting.Name, out string? value)) continue;
            try
            {
                made = setting.Apply(made, value);
            }
            catch (Exception error) when (error is FormatException or ArgumentException)
            {
                throw Refusal.Format($"{SettingNames.Of(setting.Name)} is '{Printable.Name(value)}' in {where}: {Said.Of(error)}.", error);
            }

            if (setting.Name == "optimizer") made = made with { Training = made.Training with { Optimizer = Next(Training.Optimizer, made.Training.Optimizer) } };
            if (setting.Name == "schedule" && made.Training.Schedule.Name == Training.Schedule.Name)
                made = made with { Training = made.Training with { Schedule = Training.Schedule } };
        }

        if (data is { IsRegression: true } && !chosen.ContainsKey("cost")) made = made with { Training = made.Training with { Cost = Cost.HalfQuadratic } };
        if (!chosen.ContainsKey("output-activation"))
            made = made with { OutputActivation = made.Training.Cost.OutputActivation ?? (data is { IsRegression: true } ? Activation.Identity : made.OutputActivation) };
        if (!chosen.ContainsKey("initializer") && made.Activation.UsualInitializer != Activation.UsualInitializer)
            made = made with { Initializer = made.Activation.UsualInitializer };
        return made;
    }

    // To name the optimizer that is there changes nothing. One that remembers as much and is usually as fast goes on at the same rate.
    private static Optimizer Next(Optimizer before, Optimizer chosen) =>
        chosen.Name == before.Name ? before
        : chosen.StatesPerParameter == before.StatesPerParameter && chosen.LearningRate == Optimizer.Parse(before.Name).LearningRate
            ? chosen with { LearningRate = before.LearningRate }
        : chosen;

    /// <summary>Reads a file of settings as JSON, or the <c>run.json</c> of a run.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">It is none; the message says why.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static RunConfiguration Load(string path)
    {
        try
        {
            using var document = JsonText.Parse(File.ReadAllBytes(path));
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("configuration", out var inner)) root = inner;
            return RunConfigurationConverter.Read(root, $"'{Printable.Path(path)}'");
        }
        catch (JsonException error)
        {
            throw Refusal.Data($"'{Printable.Path(path)}' is not JSON: {JsonText.Reason(error)}", error);
        }
        catch (FormatException error)
        {
            throw Refusal.Data(Said.Of(error), error);
        }
    }

    /// <summary>The network before training.</summary>
    /// <param name="data">The data, for inputs and outputs.</param>
    /// <exception cref="TrainingOptionsException">A layer is too large.</exception>
    public Network CreateNetwork(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        int[] sizes = [data.Inputs, .. Hidden, data.Outputs];
        if (Fit.TooLarge(sizes) is { } problem) throw new TrainingOptionsException(problem);
        var hidden = Hidden.Select(neurons => new Dense(neurons, Activation, Initializer));
        return Network.Create(data.Inputs, Training.Seed, [.. hidden, new Dense(data.Outputs, OutputActivation, Initializer)]);
    }

    /// <summary>Sets the validation examples aside, and keeps the others to learn from.</summary>
    /// <param name="train">All training examples.</param>
    /// <returns>Those to learn from, and those set aside; null where the part comes to none.</returns>
    /// <exception cref="TrainingOptionsException">Nothing would be left to learn from.</exception>
    public (Dataset Learned, Dataset? Validation) Divide(Dataset train)
    {
        ArgumentNullException.ThrowIfNull(train);
        try
        {
            return train.Split(ValidationSplit, Training.Seed);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new TrainingOptionsException(
                $"The validation split {ValidationSplit} leaves none of the {train.Count} examples of '{Printable.Path(train.Name)}' to learn from; "
                    + $"make it smaller, or give more examples.");
        }
    }

    /// <summary>A trainer for such a run.</summary>
    /// <param name="train">All training examples, before those for validation are set aside.</param>
    /// <param name="from">Where to go on; the beginning where null.</param>
    /// <exception cref="TrainingOptionsException">The configuration does not make sense for these data.</exception>
    /// <exception cref="InvalidDataException">Where to go on is a place in another run.</exception>
    public Trainer CreateTrainer(Dataset train, TrainerState? from = null)
    {
        var (learned, validation) = Divide(train);
        if (from is null) return new Trainer(CreateNetwork(train), learned, Training, validation: validation);
        try
        {
            return Trainer.Resume(from, learned, Training, validation: validation);
        }
        catch (ArgumentException error) when (error is not TrainingOptionsException)
        {
            throw Refusal.Data($"The checkpoint after step {from.Step} does not fit the run: it is of other data or settings. "
                + $"Bring back the run's own files, or begin a new run.", error);
        }
    }
}
