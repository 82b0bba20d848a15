using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nabla;

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
    /// <c>resize</c>. The seed decides what is for testing. Empty unless set.
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
    public TrainingOptions Training { get; init; } = new() { Optimizer = new Sgd(1) };

    /// <summary>The test accuracy to stop at, 0 to 1; null where training goes on to its end.</summary>
    public double? UntilAccuracy { get; init; }

    /// <summary>Every setting that this configuration has, as text, by the names that its JSON and its <see cref="RunName"/> use.</summary>
    public IEnumerable<KeyValuePair<string, string>> Settings() =>
        from field in RunField.All let value = field.Get(this) where value is not null select KeyValuePair.Create(field.Name, value);

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
        if (sizes.Zip(sizes.Skip(1), DenseLayer.TooLarge).FirstOrDefault(problem => problem is not null) is { } problem) throw new TrainingOptionsException(problem);
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
                $"The validation split {ValidationSplit} leaves none of the {train.Count} examples of '{Printable.Path(train.Name)}' to learn from; make it smaller, or give more examples.");
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
