namespace Nabla.Cli;

/// <summary>Downloads published data, with progress on standard error.</summary>
internal static class Download
{
    // How long a first byte may take when nobody asked for a download and the built-in digits would do.
    private static readonly TimeSpan ShortPatience = TimeSpan.FromSeconds(4);

    /// <summary>Whether the user wants no connection to be made.</summary>
    public static bool IsOffline(Host host) => host.Variable("NABLA_OFFLINE") is { Length: > 0 } and not "0";

    /// <summary>Downloads a set.</summary>
    /// <returns>Its folder.</returns>
    public static string Run(PublishedDataset set, DownloadOptions options, Host host, bool quiet)
    {
        if (IsOffline(host))
        {
            throw CliException.Wrong($"{set.Title} is not on this machine, and NABLA_OFFLINE forbids to fetch it; "
                + $"unset NABLA_OFFLINE, point NABLA_DATA at a folder that has it, or use the built-in digits (--data digits).");
        }

        try
        {
            return DownloadDisplay.Show(
                host, quiet, progress => set.DownloadAsync(options, progress, host.Cancellation).GetAwaiter().GetResult());
        }
        catch (IOException e)
        {
            throw CliException.Failed(Said.Of(e));
        }
        catch (OperationCanceledException)
        {
            throw CliException.Interrupted($"interrupted; what has arrived of {set.Title} is kept, and the next try goes on from there.");
        }
    }

    /// <summary>Downloads a set if that works without much waiting.</summary>
    /// <returns>Its folder; null where it did not work.</returns>
    public static string? TryShortly(PublishedDataset set, Host host, bool quiet)
    {
        if (IsOffline(host)) return null;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(host.Cancellation);
        patience.CancelAfter(ShortPatience);
        var options = new DownloadOptions { ConnectTimeout = ShortPatience / 2, StallTimeout = ShortPatience };
        try
        {
            return DownloadDisplay.Show(host, quiet, progress =>
            {
                var patient = new Relay<DownloadProgress>(report =>
                {
                    patience.CancelAfter(Timeout.Infinite);
                    progress.Report(report);
                });
                return set.DownloadAsync(options, patient, patience.Token).GetAwaiter().GetResult();
            });
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!host.Cancellation.IsCancellationRequested)
        {
            return null;
        }
    }
}
