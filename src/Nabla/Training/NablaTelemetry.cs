using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Nabla;

/// <summary>
/// What training tells to whoever listens: by a <see cref="Meter"/> and an <see cref="ActivitySource"/>, both called
/// <see cref="Name"/>. Nobody listening, it costs nothing worth measuring. <c>docs/telemetry.md</c> lists the names.
/// </summary>
public static class NablaTelemetry
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "Nabla";

    private const string Split = "nabla.split";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Steps = Meter.CreateCounter<long>("nabla.training.steps", "{step}", "Steps of gradient descent");
    private static readonly Counter<long> Examples = Meter.CreateCounter<long>("nabla.training.examples", "{example}", "Examples learned from");
    private static readonly Counter<long> Epochs = Meter.CreateCounter<long>("nabla.training.epochs", "{epoch}", "Epochs finished");
    private static readonly Gauge<double> BatchCost = Meter.CreateGauge<double>("nabla.training.cost", null, "Mean cost of the mini-batch, before the step");
    private static readonly Gauge<double> LearningRate = Meter.CreateGauge<double>("nabla.training.learning_rate", null, "The learning rate of the step");
    private static readonly Gauge<double> Throughput = Meter.CreateGauge<double>(
        "nabla.training.throughput", "{example}/s", "Examples learned from in a second of training steps, over the epoch");
    private static readonly Gauge<double> Cost = Meter.CreateGauge<double>("nabla.evaluation.cost", null, "Cost after the epoch, by nabla.split");
    private static readonly Gauge<double> Accuracy = Meter.CreateGauge<double>("nabla.evaluation.accuracy", null, "Accuracy after the epoch, 0 to 1, by nabla.split");

    internal static void StepTaken(int examples, double cost, double rate)
    {
        if (!(Steps.Enabled || Examples.Enabled || BatchCost.Enabled || LearningRate.Enabled)) return;
        Steps.Add(1);
        Examples.Add(examples);
        BatchCost.Record(cost);
        LearningRate.Record(rate);
    }

    internal static Activity? StartEpoch(int epoch) => Source.StartActivity("nabla.training.epoch")?.SetTag("nabla.epoch", epoch);

    internal static Activity? StartEvaluation(string split) => Source.StartActivity("nabla.evaluation")?.SetTag(Split, split);

    internal static void EpochFinished(EpochReport report, int examples, Activity? activity)
    {
        Epochs.Add(1);
        if (report.TrainingTime > TimeSpan.Zero) Throughput.Record(examples / report.TrainingTime.TotalSeconds);
        Tell(report.Train, "train", activity);
        Tell(report.Validation, "validation", activity);
        Tell(report.Test, "test", activity);
        activity?.SetTag("nabla.step", report.Step);
    }

    private static void Tell(Evaluation? evaluation, string split, Activity? activity)
    {
        if (evaluation is null) return;
        var tag = new KeyValuePair<string, object?>(Split, split);
        Cost.Record(evaluation.Cost, tag);
        Accuracy.Record(evaluation.Accuracy, tag);
        activity?.SetTag($"nabla.{split}.cost", evaluation.Cost).SetTag($"nabla.{split}.accuracy", evaluation.Accuracy);
    }
}
