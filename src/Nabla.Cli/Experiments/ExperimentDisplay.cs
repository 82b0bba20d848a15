using Spectre.Console;

namespace Nabla.Cli;

/// <summary>Shows how far an experiment has come, on standard error.</summary>
internal static class ExperimentDisplay
{
    /// <summary>Runs it and shows it: live on a terminal, a line for each part elsewhere, nothing where that was asked for or standard output has it all.</summary>
    public static ExperimentResult Run(
        Host host, string name, ExperimentRequest request, LoadedData? data, Func<IProgress<ExperimentProgress>?, ExperimentResult> experimenting)
    {
        if (request.Quiet) return experimenting(null);
        if (data is not null) host.Notice($"Data: {data}");
        if (request.Json && (host.OutScreen.IsTerminal || !host.ErrorScreen.IsTerminal)) return experimenting(null);
        if (host.ErrorScreen.IsTerminal) return Live(host, name, experimenting);
        Said? doing = null;
        return experimenting(new Relay<ExperimentProgress>(progress =>
        {
            if (!progress.Doing.Equals(doing)) host.Notice($"{100 * progress.Done,3:F0}% {progress.Doing.In(host.Language)}");
            doing = progress.Doing;
        }));
    }

    private static ExperimentResult Live(Host host, string name, Func<IProgress<ExperimentProgress>?, ExperimentResult> experimenting) =>
        SpectreConsole.For(host.Error, host.ErrorScreen).Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn { Width = 24 }, new TaskDescriptionColumn { Alignment = Justify.Left })
            .Start(context =>
            {
                var bar = context.AddTask(name, maxValue: 1);
                return experimenting(new Relay<ExperimentProgress>(progress =>
                {
                    bar.Value = progress.Done;
                    bar.Description = Styled.Plain(progress.Doing.In(host.Language)).Markup;
                }));
            });
}
