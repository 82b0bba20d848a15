using Spectre.Console;

namespace Nabla.Cli;

/// <summary>Shows a download as it goes: bars on a terminal, a line a file elsewhere.</summary>
internal static class DownloadDisplay
{
    public static string Show(Host host, bool quiet, Func<IProgress<DownloadProgress>, string> download)
    {
        if (quiet) return download(new Relay<DownloadProgress>(_ => { }));
        if (host.ErrorScreen.IsTerminal) return Live(host, download);
        string? last = null;
        return download(new Relay<DownloadProgress>(progress =>
        {
            if (last == progress.File) return;
            last = progress.File;
            host.Notice($"Fetching {progress.File} from {progress.Mirror.Authority}");
        }));
    }

    private static string Live(Host host, Func<IProgress<DownloadProgress>, string> download)
    {
        var bars = new Dictionary<string, ProgressTask>(StringComparer.Ordinal);
        return SpectreConsole.For(host.Error, host.ErrorScreen).Progress()
            .AutoClear(false)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn { Width = 24 },
                new DownloadedColumn(),
                new TransferSpeedColumn())
            .Start(context => download(new Relay<DownloadProgress>(progress =>
            {
                if (!bars.TryGetValue(progress.File, out var bar)) bars[progress.File] = bar = context.AddTask(Styled.Plain(progress.File).Markup);
                if (progress.TotalBytes is { } total) bar.MaxValue = total;
                bar.Value = progress.Bytes;
            })));
    }
}
