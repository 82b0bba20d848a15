using Spectre.Console;

namespace Nabla.Cli;

/// <summary>Shows how far an experiment has come, on standard error.</summary>
internal abstract class ExperimentDisplay
{
    /// <summary>Live on a terminal, a line for each part elsewhere, nothing where that was asked for or standard output has it all.</summary>
    public static ExperimentDisplay For(Host host, ExperimentRequest request)
    {
        if (request.Quiet) return new Silent(null);
        if (request.Json && (host.OutScreen.IsTerminal || !host.ErrorScreen.IsTerminal)) return new Silent(host);
        return host.ErrorScreen.IsTerminal ? new Live(host) : new Lines(host);
    }

    /// <summary>Runs it, and shows it.</summary>
    public abstract ExperimentResult Run(
        Experiment experiment, LoadedData? data, Func<IProgress<ExperimentProgress>?, ExperimentResult> experimenting);

    private static void Announce(Host host, LoadedData? data)
    {
        if (data is null) return;
        host.Notice($"Data: {data.Train.Name}, {Format.Count(data.Train.Count)} to learn from, "
            + $"{Format.Count(data.Test.Count)} to be tested on; {data.Where}");
    }

    private sealed class Silent(Host? host) : ExperimentDisplay
    {
        public override ExperimentResult Run(
            Experiment experiment, LoadedData? data, Func<IProgress<ExperimentProgress>?, ExperimentResult> experimenting)
        {
            if (host is not null) Announce(host, data);
            return experimenting(null);
        }
    }

    private sealed class Lines(Host host) : ExperimentDisplay, IProgress<ExperimentProgress>
    {
        private Said? _doing;

        public override ExperimentResult Run(
            Experiment experiment, LoadedData? data, Func<IProgress<ExperimentProgress>?, ExperimentResult> experimenting)
        {
            Announce(host, data);
            return experimenting(this);
        }

        public void Report(ExperimentProgress value)
        {
            if (!value.Doing.Equals(_doing)) host.Notice($"{100 * value.Done,3:F0}% {value.Doing.In(host.Language)}");
            _doing = value.Doing;
        }
    }

    private sealed class Live(Host host) : ExperimentDisplay
    {
        public override ExperimentResult Run(
            Experiment experiment, LoadedData? data, Func<IProgress<ExperimentProgress>?, ExperimentResult> experimenting)
        {
            Announce(host, data);
            ExperimentResult? result = null;
            SpectreConsole.For(host.Error, host.ErrorScreen).Progress()
                .AutoClear(true)
                .Columns(new ProgressBarColumn { Width = 24 }, new TaskDescriptionColumn { Alignment = Justify.Left })
                .Start(context =>
                {
                    var task = context.AddTask(experiment.Name, maxValue: 1);
                    result = experimenting(new Bar(host, task));
                });
            return result!;
        }

        private sealed class Bar(Host host, ProgressTask task) : IProgress<ExperimentProgress>
        {
            public void Report(ExperimentProgress value)
            {
                task.Value = value.Done;
                task.Description = Styled.Plain(value.Doing.In(host.Language)).Markup;
            }
        }
    }
}
