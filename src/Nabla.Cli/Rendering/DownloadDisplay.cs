using Spectre.Console;

namespace Nabla.Cli;

/// <summary>Shows a download as it goes: bars on a terminal, a line a file elsewhere.</summary>
internal static class DownloadDisplay
{
    public static string Show(Host host, bool quiet, Func<IProgress<DownloadProgress>, string> download)
    {
        if (quiet) return download(new Silent());
        return host.ErrorScreen.IsTerminal ? Live(host, download) : download(new Lines(host));
    }

    private static string Live(Host host, Func<IProgress<DownloadProgress>, string> download)
    {
        string? folder = null;
        SpectreConsole.For(host.Error, host.ErrorScreen).Progress()
            .AutoClear(false)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn { Width = 24 },
                new DownloadedColumn(),
                new TransferSpeedColumn())
            .Start(context => folder = download(new Bars(context)));
        return folder!;
    }

    private sealed class Silent : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value)
        {
        }
    }

    private sealed class Lines(Host host) : IProgress<DownloadProgress>
    {
        private string? _file;

        public void Report(DownloadProgress value)
        {
            if (_file == value.File) return;
            _file = value.File;
            host.Notice($"Fetching {value.File} from {value.Mirror.Authority}");
        }
    }

    private sealed class Bars(ProgressContext context) : IProgress<DownloadProgress>
    {
        private readonly Dictionary<string, ProgressTask> _tasks = [];

        public void Report(DownloadProgress value)
        {
            if (!_tasks.TryGetValue(value.File, out var task)) _tasks[value.File] = task = context.AddTask(Styled.Plain(value.File).Markup);
            if (value.TotalBytes is { } total) task.MaxValue = total;
            task.Value = value.Bytes;
        }
    }
}
