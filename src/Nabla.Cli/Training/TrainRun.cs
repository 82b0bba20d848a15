using System.Globalization;

namespace Nabla.Cli;

/// <summary>One run of <c>nabla train</c>: check, load, train, save, tell.</summary>
internal sealed class TrainRun(Host host, TrainSettings settings)
{
    /// <summary>The key under which a model file says what it was trained on.</summary>
    public const string DataKey = "data";

    private TrainSettings _settings = settings;

    public int Execute()
    {
        Require(_settings.Problems());
        using var folder = RunFolder.Plan(_settings.Out, _settings.Overwrite);
        if (_settings.TensorBoard is { } place) RunFolder.CheckWritable(place, "--tensorboard");
        var data = DataSource.Load(_settings.Data, host, _settings.Quiet);
        _settings = _settings.For(data.Train);
        Require(_settings.ShapeProblems(data.Train.Inputs, data.Train.Outputs, data.Name, data.Train.IsRegression ? "target" : "classes"));
        var network = _settings.CreateNetwork(data.Train);
        var (learned, validation) = data.Train.Split(_settings.ValidationSplit, _settings.Training.Seed);
        var trainer = new Trainer(network, learned, _settings.TrainingOn(learned), validation: validation);
        NoticeBatch(learned.Count);
        host.Cancellation.ThrowIfCancellationRequested();

        folder.Open(_settings.RunName(network));
        var history = Train(trainer, data, folder);
        bool complete = history.End is not (TrainingEnd.Diverged or TrainingEnd.Interrupted);
        var test = complete && history.Last?.Test is not null
            ? history.Last.Test
            : Evaluator.Evaluate(trainer.Network, data.Test, _settings.Training.Cost);
        folder.Save(trainer.Network, Info(data));

        var result = new TrainResult(_settings, data, trainer, history, test, folder);
        if (_settings.Json) host.WriteJson(result.ToEvent(), CliJson.Default.DoneEvent);
        else if (complete) TrainSummary.Write(result, host);
        return End(result);
    }

    private History Train(Trainer trainer, LoadedData data, RunFolder folder)
    {
        var history = new History();
        var display = TrainingDisplay.For(host, _settings);
        bool reached = false;
        using var log = _settings.TensorBoard is { } place ? TensorBoardLog.Begin(place, folder.Name, TimeProvider.System) : null;
        display.Begin(trainer, data);
        try
        {
            display.Run(trainer, show =>
            {
                foreach (var report in trainer.Epochs(data.Test, host.Cancellation))
                {
                    history.Add(report);
                    var line = EpochEvent.Of(report);
                    folder.Write(line);
                    log?.Write(report, trainer);
                    if (_settings.Json) host.WriteJson(line, CliJson.Default.EpochEvent);
                    show(report);
                    reached = report.Test?.Accuracy >= _settings.UntilAccuracy;
                    if (reached) break;
                }
            });
            history.End = reached ? TrainingEnd.ReachedAccuracy : trainer.State switch
            {
                TrainingState.Diverged => TrainingEnd.Diverged,
                TrainingState.StoppedEarly => TrainingEnd.StoppedEarly,
                _ => TrainingEnd.Finished,
            };
        }
        catch (OperationCanceledException)
        {
            history.End = TrainingEnd.Interrupted;
        }

        return history;
    }

    private int End(TrainResult result)
    {
        string model = result.Folder.ModelPath;
        switch (result.History.End)
        {
            case TrainingEnd.Diverged:
                throw CliException.Failed(
                    $"training diverged in epoch {result.Trainer.Epoch}: the cost is no longer a finite number. "
                        + $"The last good network is in {model}; "
                    + $"try a smaller --learning-rate than {Format.Number(_settings.Training.Optimizer.LearningRate)}.");
            case TrainingEnd.Interrupted:
                throw CliException.Interrupted(
                    $"interrupted in epoch {result.Trainer.Epoch}; "
                        + $"the network as far as it came is in {model} (test {Score.Of(result.Test)}).");
            default:
                return ExitCode.Done;
        }
    }

    private void NoticeBatch(int examples)
    {
        if (_settings.Training.BatchSize > examples && !_settings.Quiet)
            host.Notice($"Note: --batch-size {_settings.Training.BatchSize} is more than the {examples} examples; every step uses them all");
    }

    private ModelInfo Info(LoadedData data) => new()
    {
        Cost = _settings.Training.Cost,
        Table = data.Encoding,
        ClassNames = data.Train.ClassNames,
        Provenance = new Dictionary<string, string>(data.Split, StringComparer.Ordinal)
        {
            [DataKey] = data.Train.Name.Length > 0 && !DataSource.IsKnown(data.Name) ? data.Train.Name : data.Name,
            ["train.examples"] = Invariant(data.Train.Count),
            ["seed"] = Invariant(_settings.Training.Seed),
            ["initializer"] = _settings.Initializer.Name,
            ["optimizer"] = _settings.Training.Optimizer.Name,
            ["learning.rate"] = Invariant(_settings.Training.Optimizer.LearningRate),
            ["batch.size"] = Invariant(_settings.Training.BatchSize),
            ["epochs"] = Invariant(_settings.Training.Epochs),
            ["l2"] = Invariant(_settings.Training.L2),
            ["version"] = VersionFlag.Version,
        },
    };

    private static string Invariant(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

    /// <summary>Throws where there are problems.</summary>
    public static void Require(IReadOnlyList<string> problems)
    {
        if (problems.Count > 0) throw CliException.Wrong(problems);
    }
}
