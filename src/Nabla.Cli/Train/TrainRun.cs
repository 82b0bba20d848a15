using System.Globalization;
using System.Runtime.InteropServices;

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
        var run = new LiveRun(configuration, data.Train, data.Test);
        var trainer = run.Trainer;
        NoticeBatch(trainer.Data.Count);
        host.Cancellation.ThrowIfCancellationRequested();

        folder.Open(_settings.RunName(trainer.Network));
        folder.Store.Begin(Record(configuration, trainer.Network, data));
        return Run(run, data, folder);
    }

    private int Resume(string name)
    {
        if (!SavedRun.IsIn(name))
            throw CliException.Wrong($"--resume is '{name}', which holds no run (there is no {RunFiles.Record} in it); give the folder of a run, {TrainedRuns.Example(host)}.");
        using var folder = RunFolder.Take(name);
        var run = SavedRun.Open(name);
        if (run.Result is not null) return TellComplete(run);

        var resumed = new TrainRun(host, _settings.With(run.Record));
        return resumed.GoOn(run, folder);
    }

    private int GoOn(SavedRun run, RunFolder folder)
    {
        if (run.Record.Version != AnsweringFlag.Version && !_settings.Quiet)
            host.Notice($"Note: nabla {run.Record.Version} began this run; this is {AnsweringFlag.Version}, and the last bits of the result may differ");
        var configuration = run.Record.Configuration with { Training = _settings.Training };
        var data = RunLocator.LoadData(run, host, _settings.Quiet, $"bring them back, or begin a new run with --out.");
        var (state, metrics) = folder.Store.Continue(configuration.CreateNetwork(data.Train));
        var live = new LiveRun(configuration, data.Train, data.Test, state, metrics.Where(line => line.Event == "epoch"));
        if (!_settings.Quiet) host.Notice($"Going on after step {Format.Count(live.Step)}, in epoch {live.Trainer.Epoch} of {configuration.Training.Epochs}");
        return Run(live, data, folder);
    }

    private int TellComplete(SavedRun run)
    {
        if (_settings.Json) host.WriteJson(run.Result!, CliJson.Default.RunResult);
        else host.Out.WriteLine($"The run in {run.Folder} is complete: {run.State.Name()} after {run.Result!.Epochs} epochs, "
            + $"test {Score.Of(run.Result.TestAccuracy, run.Result.TestRSquared)}, digest {Printable.Name(run.Result.Digest, 80)}");
        return ExitCode.Done;
    }

    private int Run(LiveRun run, LoadedData data, RunFolder folder)
    {
        var trainer = run.Trainer;
        var recorder = new RunRecorder(folder.Store, trainer, _settings);
        var history = Train(run, data, folder, recorder);
        bool complete = history.End is not (TrainingState.Diverged or TrainingState.Interrupted);
        var test = complete && (history.Last?.Restored ?? history.Last)?.Test is { } tested
            ? tested
            : Evaluator.Evaluate(trainer.Network, data.Test, _settings.Training.Cost);
        if (history.End == TrainingState.Interrupted) recorder.Save();
        folder.Save(trainer.Network, Info(data));

        var trained = new TrainResult(_settings, data, trainer, history, test, folder) { Diagnosis = complete ? run.Diagnose() : null };
        var result = trained.ToRunResult();
        if (history.End != TrainingState.Interrupted) folder.Store.Finish(result);
        if (_settings.Json) host.WriteJson(result, CliJson.Default.RunResult);
        else if (complete) TrainSummary.Write(trained, host);
        return End(trained);
    }

    private History Train(LiveRun run, LoadedData data, RunFolder folder, RunRecorder recorder)
    {
        var display = TrainingDisplay.For(host, _settings);
        EpochReport? last = null;
        using var log = _settings.TensorBoard is { } place ? TensorBoardLog.Begin(place, folder.Name, TimeProvider.System) : null;
        display.Begin(run.Trainer, data);
        try
        {
            display.Run(run.Trainer, show =>
            {
                foreach (var report in run.Train(host.Cancellation))
                {
                    last = report;
                    var line = MetricsLine.Of(report);
                    recorder.Note(line);
                    log?.Write(report, run.Trainer);
                    if (_settings.Json) host.WriteJson(line, CliJson.Default.MetricsLine);
                    show(report);
                }
            });
            return new History(run.State, last, run.Epochs);
        }
        catch (OperationCanceledException)
        {
            return new History(TrainingState.Interrupted, last, run.Epochs);
        }
    }

    private RunRecord Record(RunConfiguration configuration, Network network, LoadedData data) => new()
    {
        Name = RunName.Of(configuration),
        Preset = _settings.Preset?.Name,
        Configuration = configuration,
        Layers = network.Sizes,
        Data = RunData.Of(data.Train, data.Test),
        LogEvery = _settings.LogEvery,
        Version = AnsweringFlag.Version,
        Machine = new RunMachine(
            RuntimeInformation.OSDescription, Machine.Name, Environment.ProcessorCount, VectorUnit.Bits, RuntimeInformation.FrameworkDescription),
        Started = TimeProvider.System.GetUtcNow(),
    };

    private int End(TrainResult result)
    {
        string model = result.Folder.ModelPath;
        switch (result.History.End)
        {
            case TrainingState.Diverged:
                throw CliException.Failed(
                    $"training diverged in epoch {result.Trainer.Epoch}: the cost is no longer a finite number. "
                        + $"The last good network is in {model}; "
                    + $"try a smaller --learning-rate than {Format.Number(_settings.Training.Optimizer.LearningRate)}.");
            case TrainingState.Interrupted:
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
            ["version"] = AnsweringFlag.Version,
        },
    };

    private static string Invariant(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

    /// <summary>Throws where there are problems.</summary>
    public static void Require(IReadOnlyList<Said> problems)
    {
        if (problems.Count > 0) throw CliException.Wrong(problems);
    }
}
