using System.Text.Json;

namespace Nabla.Tests;

/// <summary>A run comes to the same lines, bits and end by whichever way it is gone through.</summary>
public sealed class LiveRunTests : IDisposable
{
    private static readonly Dataset Train = TestNetworks.Data(60), Test = TestNetworks.Data(40, seed: 8);

    // Few examples to learn from and many parameters: the validation cost falls and then rises.
    private static readonly RunConfiguration Overfitting = new()
    {
        Hidden = [8, 8],
        Activation = Activation.Tanh,
        OutputActivation = Activation.Softmax,
        ValidationSplit = 0.5,
        Training = new TrainingOptions
        {
            Cost = Cost.CrossEntropy, Optimizer = new Adam(0.03), Schedule = new ReduceOnPlateau { Patience = 2 }, BatchSize = 5, Epochs = 200,
            EarlyStopping = new EarlyStopping { Patience = 4, RestoreBest = true },
        },
    };

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Epoch_by_epoch_or_a_few_steps_at_a_time_it_is_the_trainer_s()
    {
        var trainer = Overfitting.CreateTrainer(Train);
        var reports = trainer.Epochs(Test).ToList();
        var pulled = new LiveRun(Overfitting, Train, Test);
        var told = pulled.Train().ToList();
        var sliced = Sliced(Overfitting, steps: 4);

        Assert.Equal(TrainingState.StoppedEarly, trainer.State);
        foreach (var run in new[] { pulled, sliced })
        {
            Assert.Equal((trainer.State, trainer.Step, trainer.Network.Digest()), (run.State, run.Step, run.Trainer.Network.Digest()));
            Assert.Equal(reports.Select(report => Bare(MetricsLine.Of(report))), run.Epochs.Select(Bare));
        }

        Assert.Equal(reports[^1].Restored!.Test!.Cost, told[^1].Restored!.Test!.Cost);
        Assert.Equal(reports.Select(report => report.Validation!.Cost), pulled.Epochs.Select(line => line.ValidationCost!.Value));
    }

    [Fact]
    public void What_is_judged_in_slices_is_what_is_judged_at_once()
    {
        var trainer = Overfitting.CreateTrainer(Train);
        var reports = Overfitting.CreateTrainer(Train).Epochs(Test).ToList();
        foreach (var report in reports)
        {
            trainer.TakeSteps(long.MaxValue, Timeout.InfiniteTimeSpan, null);
            var judging = trainer.Judge(Test, TimeSpan.Zero);
            int looks = 0;
            while (!judging.Advance(() => ++looks % 2 == 0)) Assert.Null(judging.Report);
            Assert.Equal(Bare(MetricsLine.Of(report)), Bare(MetricsLine.Of(judging.Report!)));
            Assert.Equal(report.Restored?.Epoch, judging.Report!.Restored?.Epoch);
        }

        Assert.Equal(TrainingState.StoppedEarly, trainer.State);
    }

    [Fact]
    public void It_ends_at_the_accuracy_that_was_asked_for_and_has_ended_where_it_is_taken_up_again()
    {
        double goal = Overfitting.CreateTrainer(Train).Epochs(Test).Skip(2).First().Test!.Accuracy;
        var configuration = Overfitting with { UntilAccuracy = goal };
        var pulled = new LiveRun(configuration, Train, Test);
        int epochs = pulled.Train().Count();
        var sliced = Sliced(configuration, steps: 4);
        var resumed = new LiveRun(configuration, Train, Test, pulled.Trainer.Capture(), pulled.Epochs);

        Assert.InRange(epochs, 1, 3);
        Assert.All(pulled.Epochs.SkipLast(1), line => Assert.True(line.TestAccuracy < goal));
        foreach (var run in new[] { pulled, sliced, resumed })
            Assert.Equal((TrainingState.ReachedAccuracy, pulled.Step, pulled.Step, epochs), (run.State, run.Step, run.End, run.Epochs.Count));
        Assert.Empty(resumed.Train());
    }

    [Fact]
    public void A_line_reads_back_as_it_was_written_whatever_numbers_are_in_it()
    {
        MetricsLine[] lines =
        [
            new() { Epoch = 1, Step = 8, Cost = 0.1 + 0.2, TestCost = double.Epsilon, ValidationCost = 1e300, TrainAccuracy = 1 / 3.0, TestAccuracy = 0, Seconds = 1e-9 },
            new() { Event = "step", Epoch = 2, Step = 9, Cost = double.NaN },
            new() { Epoch = 2, Step = 16, Cost = double.PositiveInfinity, TestCost = double.NaN, TrainRSquared = -1e-17, TestRSquared = double.NaN, Seconds = 0 },
        ];
        using (var store = RunStore.Open(_folder.Path))
        {
            store.Begin(RunStoreTests.Record);
            foreach (var line in lines) store.Note(line);
        }

        // What is no finite number is none when it is read.
        Assert.Equal(
            lines.Select(line => line with
            {
                Cost = double.IsFinite(line.Cost) ? line.Cost : double.NaN,
                TestCost = Finite(line.TestCost),
                TestRSquared = Finite(line.TestRSquared),
            }),
            SavedRun.Open(_folder.Path).Metrics);

        static double? Finite(double? x) => x is { } number && double.IsFinite(number) ? number : null;
    }

    [Theory]
    [InlineData(TrainingState.Finished, "finished")]
    [InlineData(TrainingState.StoppedEarly, "stopped-early")]
    [InlineData(TrainingState.ReachedAccuracy, "reached-accuracy")]
    [InlineData(TrainingState.Diverged, "diverged")]
    public void A_state_has_one_name_in_files_in_JSON_and_for_a_reader(TrainingState state, string name)
    {
        using (var store = RunStore.Open(_folder.Path))
        {
            store.Begin(RunStoreTests.Record);
            store.Finish(new RunResult { State = state, Digest = "sha256:00" });
        }

        Assert.Equal(state, SavedRun.Open(_folder.Path).State);
        Assert.Contains($"\"state\":\"{name}\"", File.ReadAllText(_folder[RunFiles.Result]), StringComparison.Ordinal);
        Assert.Equal((name, $"\"{name}\""), (state.Name(), JsonSerializer.Serialize(state)));
    }

    private static LiveRun Sliced(RunConfiguration configuration, int steps)
    {
        var run = new LiveRun(configuration, Train, Test, _ => new MemoryKeyframes(stepsPerEpoch: 5));
        while (run.State == TrainingState.Running) run.Advance(run.Step + steps, Timeout.InfiniteTimeSpan);
        return run;
    }

    private static MetricsLine Bare(MetricsLine line) => line with { Seconds = null };
}
