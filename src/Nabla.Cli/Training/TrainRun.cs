using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Nabla.Cli;

/// <summary>One run of <c>nabla train</c>: check, load, train, save, tell.</summary>
internal sealed class TrainRun(Host host, TrainSettings settings)
{
    /// <summary>The key under which a model file says what it was trained on.</summary>
    public const string DataKey = "data";

    private TrainSettings _settings = settings;

    public int Execute() => _settings.Resume is { } folder ? Resume(folder) : Begin();

    private int Begin()
    {
        Require(_settings.Problems());
        using var folder = RunFolder.Plan(_settings.Out, _settings.Overwrite);
        if (_settings.TensorBoard is { } place) RunFolder.CheckWritable(place, "--tensorboard");
        var data = DataSource.Load(_settings.Data, host, _settings.Quiet);
        _settings = _settings.For(data.Train);
        Require(_settings.ShapeProblems(data.Train.Inputs, data.Train.Outputs, data.Name, data.Train.IsRegression ? "target" : "classes"));
        var configuration = _settings.Configuration(data);
        var trainer = configuration.CreateTrainer(data.Train);
        NoticeBatch(trainer.Data.Count);
        host.Cancellation.ThrowIfCancellationRequested();

        folder.Open(_settings.RunName(trainer.Network));
        folder.Store.Begin(Record(configuration, trainer.Network, data));
        return Run(trainer, data, folder, new History());
    }

    private int Resume(string name)
    {
        if (!SavedRun.IsIn(name))
            throw CliException.Wrong($"--resume is '{name}', which holds no run (there is no {RunFiles.Record} in it); give the folder of a run, such as runs/001-lecture.");
        using var folder = RunFolder.Take(name);
        var run = SavedRun.Open(name);
        if (run.Result is not null) return TellComplete(run);

        var resumed = new TrainRun(host, _settings.With(run.Record));
        return resumed.GoOn(run, folder);
    }

    private int GoOn(SavedRun run, RunFolder folder)
    {
        if (run.Record.Version != VersionFlag.Version && !_settings.Quiet)
            host.Notice($"Note: nabla {run.Record.Version} began this run; this is {VersionFlag.Version}, and the last bits of the result may differ");
        var configuration = run.Record.Configuration with { Training = _settings.Training };
        var data = DataSource.Load(_settings.Data, host, _settings.Quiet);
        if (RunData.Of(data.Train, data.Test) != run.Record.Data)
            throw CliException.Wrong($"the data '{configuration.Data}' are no longer those that the run in '{run.Folder}' began with; "
                + $"bring them back, or begin a new run with --out.");

        var (state, metrics) = folder.Store.Continue(configuration.CreateNetwork(data.Train));
        var trainer = configuration.CreateTrainer(data.Train, state);
        var history = new History();
        foreach (var line in metrics.Where(line => line.Event == "epoch")) history.Add(line.Epoch, line.Cost, line.TestAccuracy, line.TestRSquared);
        if (!_settings.Quiet) host.Notice($"Going on after step {Format.Count(trainer.Step)}, in epoch {trainer.Epoch} of {trainer.Options.Epochs}");
        return Run(trainer, data, folder, history);
    }

    private int TellComplete(SavedRun run)
    {
        if (_settings.Json) host.WriteJson(DoneEvent.Read(run), CliJson.Default.DoneEvent);
        else host.Out.WriteLine($"The run in {run.Folder} is complete: {Printable.Name(run.Result!.State)} after {run.Result.Epochs} epochs, "
            + $"test {Score.Of(run.Result.TestAccuracy, run.Result.TestRSquared)}, digest {Printable.Name(run.Result.Digest, 80)}");
        return ExitCode.Done;
    }

    private int Run(Trainer trainer, LoadedData data, RunFolder folder, History history)
    {
        var recorder = new RunRecorder(folder.Store, trainer, _settings);
        Train(trainer, data, folder, recorder, history);
        bool complete = history.End is not (TrainingEnd.Diverged or TrainingEnd.Interrupted);
        var test = complete && (history.Last?.Restored ?? history.Last)?.Test is { } tested
            ? tested
            : Evaluator.Evaluate(trainer.Network, data.Test, _settings.Training.Cost);
        if (history.End == TrainingEnd.Interrupted) recorder.Save();
        folder.Save(trainer.Network, Info(data));

        var result = new TrainResult(_settings, data, trainer, history, test, folder);
        if (history.End != TrainingEnd.Interrupted) folder.Store.Finish(JsonSerializer.Serialize(result.ToEvent(), CliJson.Default.DoneEvent));
        if (_settings.Json) host.WriteJson(result.ToEvent(), CliJson.Default.DoneEvent);
        else if (complete) TrainSummary.Write(result, host);
        return End(result);
    }

    private void Train(Trainer trainer, LoadedData data, RunFolder folder, RunRecorder recorder, History history)
    {
        var display = TrainingDisplay.For(host, _settings);
        bool reached = history.TestAccuracy >= _settings.UntilAccuracy;
        using var log = _settings.TensorBoard is { } place ? TensorBoardLog.Begin(place, folder.Name, TimeProvider.System) : null;
        display.Begin(trainer, data);
        try
        {
            display.Run(trainer, show =>
            {
                if (reached) return;
                foreach (var report in trainer.Epochs(data.Test, host.Cancellation))
                {
                    history.Add(report);
                    var line = EpochEvent.Of(report);
                    recorder.Note(line);
                    log?.Write(report, trainer);
                    if (_settings.Json) host.WriteJson(line, CliJson.Default.EpochEvent);
                    show(report);
                    reached = report.Test?.Accuracy >= _settings.UntilAccuracy;
                    if (reached) break;
                }
            });
        }
        catch (InvalidOperationException) when (trainer.State == TrainingState.Diverged)
        {
            // In its first epoch; told below.
        }
        catch (OperationCanceledException)
        {
            history.End = TrainingEnd.Interrupted;
            return;
        }

        history.End = reached ? TrainingEnd.ReachedAccuracy : trainer.State switch
        {
            TrainingState.Diverged => TrainingEnd.Diverged,
            TrainingState.StoppedEarly => TrainingEnd.StoppedEarly,
            _ => TrainingEnd.Finished,
        };
    }

    private RunRecord Record(RunConfiguration configuration, Network network, LoadedData data) => new()
    {
        Name = RunName.Of(configuration),
        Preset = _settings.Preset?.Name,
        Configuration = configuration,
        Layers = network.Sizes,
        Data = RunData.Of(data.Train, data.Test),
        LogEvery = _settings.LogEvery,
        Version = VersionFlag.Version,
        Machine = new RunMachine(
            RuntimeInformation.OSDescription, Machine.Name, Environment.ProcessorCount, VectorUnit.Bits, RuntimeInformation.FrameworkDescription),
        Started = TimeProvider.System.GetUtcNow(),
    };

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
                        + $"the network as far as it came is in {model} (test {Score.Of(result.Test)}); "
                        + $"'{host.Command} train --resume {Shell.Quote(result.Folder.Folder)}' goes on.");
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
    public static void Require(IReadOnlyList<Said> problems)
    {
        if (problems.Count > 0) throw CliException.Wrong(problems);
    }
}
