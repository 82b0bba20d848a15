using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Nabla.Tests;

/// <summary>Meters are the whole process's, so nothing else may train while these listen.</summary>
[CollectionDefinition(nameof(TelemetryTests), DisableParallelization = true)]
[Collection(nameof(TelemetryTests))]
public class TelemetryTests
{
    private static readonly TrainingOptions Options = new() { Optimizer = new Sgd(0.5), Schedule = new StepDecay { Every = 1 }, BatchSize = 4, Epochs = 2, Threads = 1 };

    private readonly List<(string Name, double Value, string? Split)> _heard = [];

    [Fact]
    public void Meters_tell_what_the_reports_say()
    {
        using var listener = Listen();
        var reports = Run();

        Assert.Equal(6, Values("nabla.training.steps").Sum());
        Assert.Equal(20, Values("nabla.training.examples").Sum());
        Assert.Equal([4, 4, 2, 4, 4, 2], Values("nabla.training.examples"));
        Assert.Equal(2, Values("nabla.training.epochs").Sum());
        Assert.Equal([0.5, 0.5, 0.5, 0.25, 0.25, 0.25], Values("nabla.training.learning_rate"));
        Assert.Equal(Make().Batches().Select(batch => batch.Cost), Values("nabla.training.cost").Take(6));
        Assert.Equal(reports.Select(report => 10 / report.TrainingTime.TotalSeconds), Values("nabla.training.throughput"));
        Assert.Equal(reports.Select(report => report.Train.Cost), Values("nabla.evaluation.cost", "train"));
        Assert.Equal(reports.Select(report => report.Train.Accuracy), Values("nabla.evaluation.accuracy", "train"));
        Assert.Equal(reports.Select(report => report.Test!.Cost), Values("nabla.evaluation.cost", "test"));
        Assert.Equal(reports.Select(report => report.Test!.Accuracy), Values("nabla.evaluation.accuracy", "test"));
        Assert.Equal(reports.Select(report => report.Validation!.Cost), Values("nabla.evaluation.cost", "validation"));
    }

    [Fact]
    public void Activities_span_epochs_and_their_evaluations()
    {
        var ended = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == NablaTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = ended.Add,
        };
        ActivitySource.AddActivityListener(listener);
        var reports = Run();

        var epochs = ended.Where(activity => activity.OperationName == "nabla.training.epoch").ToList();
        Assert.Equal([1, 2], epochs.Select(epoch => epoch.GetTagItem("nabla.epoch")));
        Assert.Equal([3L, 6L], epochs.Select(epoch => epoch.GetTagItem("nabla.step")));
        Assert.Equal(reports.Select(report => (object)report.Test!.Accuracy), epochs.Select(epoch => epoch.GetTagItem("nabla.test.accuracy")));
        Assert.Equal(reports.Select(report => (object)report.Train.Cost), epochs.Select(epoch => epoch.GetTagItem("nabla.train.cost")));
        Assert.Equal(["train", "test", "validation", "train", "test", "validation"],
            ended.Where(activity => activity.OperationName == "nabla.evaluation").Select(activity => activity.GetTagItem("nabla.split")));
        Assert.All(ended.Where(activity => activity.OperationName == "nabla.evaluation"), activity => Assert.Contains(activity.Parent, epochs));
        Assert.Null(Activity.Current);
    }

    [Fact]
    public void Listening_changes_no_bit()
    {
        float[] alone = Parameters();
        using var listener = Listen();
        Assert.Equal(alone, Parameters());
    }

    [Fact]
    public void A_step_that_is_listened_to_allocates_nothing()
    {
        using var listener = new MeterListener { InstrumentPublished = (instrument, self) => self.EnableMeasurementEvents(instrument) };
        listener.Start();
        var trainer = Make(Options with { Epochs = 100 });
        using var batches = trainer.Batches().GetEnumerator();
        for (int i = 0; i < 4; i++) batches.MoveNext();
        long before = GC.GetAllocatedBytesForCurrentThread();
        batches.MoveNext();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static float[] Parameters()
    {
        var trainer = Make();
        foreach (var _ in trainer.Epochs()) { }

        return TestNetworks.Parameters(trainer.Network);
    }

    private static List<EpochReport> Run() => [.. Make().Epochs(TestNetworks.Data(7, seed: 4))];

    private static Trainer Make(TrainingOptions? options = null) =>
        new(TestNetworks.Make("sigmoid", "sigmoid", 3), TestNetworks.Data(10), options ?? Options, validation: TestNetworks.Data(6, seed: 5));

    private MeterListener Listen()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == NablaTelemetry.Name) self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument.Name, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument.Name, value, tags));
        listener.Start();
        return listener;
    }

    private void Hear(string name, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _heard.Add((name, value, tags.Length == 0 ? null : (string?)tags[0].Value));

    private List<double> Values(string name, string? split = null) =>
        [.. _heard.Where(measured => measured.Name == name && measured.Split == split).Select(measured => measured.Value)];
}
