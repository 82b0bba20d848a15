namespace Nabla.Cli;

/// <summary>A line an epoch.</summary>
internal sealed class PlainTrainingDisplay(Host host, TrainSettings settings) : TrainingDisplay
{
    public override void Begin(Trainer trainer, LoadedData data)
    {
        host.Notice($"Network: {Describe(trainer.Network)}");
        host.Notice($"Training: {Describe(settings.Training)}");
        host.Notice($"Data: {data}");
    }

    public override void Run(Trainer trainer, Action<Action<EpochReport>> training)
    {
        int width = settings.Training.Epochs.ToString().Length;
        training(report => host.Notice(
            $"epoch {report.Epoch.ToString().PadLeft(width)}/{settings.Training.Epochs}: cost {Format.Cost(report.Train.Cost)}"
            + (report.Test is { } test ? $", test cost {Format.Cost(test.Cost)}, test {Score.Of(test)}" : "")
            + $", {Format.Duration(report.TrainingTime)}"));
    }
}
