using Spectre.Console;

namespace Nabla.Cli;

/// <summary>A bar that moves with every step, and a line above it for each epoch whose cost bar shrinks as training descends.</summary>
internal sealed class LiveTrainingDisplay(Host host, TrainSettings settings) : TrainingDisplay
{
    private const int MostLines = 40, ShortestBar = 4;

    // Narrower screens are told in fewer words.
    private const int Wide = 70;

    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);

    private readonly IAnsiConsole _console = SpectreConsole.For(host.Error, host.ErrorScreen);
    private double _firstCost;

    public override void Begin(Trainer trainer, LoadedData data)
    {
        _console.Line($"[bold]∇ {string.Join('-', trainer.Network.Sizes)}[/]  "
            + $"{Describe(trainer.Network).Split(", ", 2)[1]}");
        _console.Line($"[grey]  {Describe(settings.Training)}[/]");
        _console.Line($"[grey]  {data.ToString()}[/]");
        _console.WriteLine();
    }

    public override void Run(Trainer trainer, Action<Action<EpochReport>> training)
    {
        int epochs = settings.Training.Epochs, every = 1 + (epochs - 1) / MostLines;
        long steps = (long)epochs * trainer.StepsPerEpoch;
        _console.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn { Width = host.ErrorScreen.Width switch { >= 100 => 40, >= Wide => 20, var narrow => narrow / 5 } },
                new RateColumn(trainer, steps, isShort: host.ErrorScreen.Width < Wide))
            .Start(context =>
            {
                var task = context.AddTask(Title(trainer.Epoch), maxValue: steps);

                // The trainer is only read, so training is as fast as without anyone looking.
                using var timer = new Timer(_ => task.Value = trainer.Step, null, Refresh, Refresh);
                training(report =>
                {
                    task.Value = trainer.Step;
                    task.Description = Title(Math.Min(report.Epoch + 1, epochs));
                    if (_firstCost == 0) _firstCost = report.Train.Cost;
                    if (report.Epoch % every == 0 || report.Epoch is 1 || report.Epoch == epochs) _console.Line(Line(report));
                });
            });
    }

    private string Title(int epoch) => host.ErrorScreen.Width < Wide ? $"{epoch}/{settings.Training.Epochs}" : $"  epoch {epoch} of {settings.Training.Epochs}";

    private Styled Line(EpochReport report)
    {
        string number = report.Epoch.ToString().PadLeft(settings.Training.Epochs.ToString().Length);
        var test = report.Test is { } evaluation
            ? (Styled)$"  test {(evaluation.Regression is null ? "" : "R² ")}[bold]{Score.Text(evaluation, Score.Value(evaluation)),7}[/]"
            : $"";
        Styled line = $"  [grey]epoch[/] {number}{test}  [grey]cost[/] {Format.Cost(report.Train.Cost)} ";
        if (host.ErrorScreen.Width < Wide) line = $"[grey]{number}[/]{test}  [grey]cost[/] {Format.Cost(report.Train.Cost)} ";
        int room = host.ErrorScreen.Width - line.ToString().Length - 1;
        int width = Math.Min(room, host.ErrorScreen.Width >= 100 ? 40 : 24);
        return width < ShortestBar ? line : $"{line}[steelblue1]{Bar.Of(report.Train.Cost / _firstCost, width)}[/]";
    }
}
