namespace Nabla;

/// <summary>Fetches the files of a set into a folder: from mirror after mirror, each file whole and verified or not at all.</summary>
internal sealed class Downloader : IDisposable
{
    /// <summary>How the name of a file ends that has not yet all arrived.</summary>
    public const string Ending = ".part";

    private readonly PublishedDataset _set;
    private readonly string _folder;
    private readonly IReadOnlyList<Uri> _mirrors;
    private readonly HttpClient _client;
    private readonly FileTransfer _transfer;

    public Downloader(DownloadOptions options, PublishedDataset set, string folder, IProgress<DownloadProgress>? progress)
    {
        _set = set;
        _folder = folder;
        _mirrors = MirrorList.For(set, options, Environment.GetEnvironmentVariable);
        var handler = options.Handler ?? new SocketsHttpHandler { ConnectTimeout = options.ConnectTimeout };
        _client = new HttpClient(handler, disposeHandler: options.Handler is null) { Timeout = Timeout.InfiniteTimeSpan };
        _transfer = new FileTransfer(_client, options.StallTimeout, options.TimeProvider, progress);
    }

    public void Dispose() => _client.Dispose();

    public async Task RunAsync(CancellationToken cancellation)
    {
        using var turn = TakeTurn();
        foreach (var file in _set.Files)
        {
            cancellation.ThrowIfCancellationRequested();
            string path = Path.Combine(_folder, file.Name);
            if (file.IsAt(path)) continue;

            // The part file that a later call continues belongs to whoever holds the lock. A second process does not wait
            // (the first may hang for hours): it fetches a copy of its own, and the same verified bytes get the name twice.
            string part = turn is null ? $"{path}.{Path.GetRandomFileName()}{Ending}" : path + Ending;
            try
            {
                await FetchAsync(file, part, cancellation).ConfigureAwait(false);
                if (turn is null && file.IsAt(path)) continue;
                File.Move(part, path, overwrite: true);
            }
            finally
            {
                if (turn is null) File.Delete(part);
            }
        }
    }

    private async Task FetchAsync(PublishedFile file, string part, CancellationToken cancellation)
    {
        var failures = new List<Said>();
        foreach (var mirror in _mirrors)
        {
            Said? failure = await TryMirrorAsync(new Uri(mirror, file.Name), file, part, cancellation).ConfigureAwait(false);
            if (failure is null) return;
            failures.Add($"{mirror.Authority} {failure}");
        }

        throw Refusal.File(
            $"{_set.Title} could not be downloaded: {file.Name}: {(failures.Count > 0 ? Said.Join(failures, (a, b) => $"{a}; {b}") : $"no mirror is given")}. " +
            $"Try again later (what has arrived is kept), put the four files into '{Printable.Path(_folder)}', set NABLA_DATA to a folder that has them " +
            $"or NABLA_MIRROR to a server that does, or use the built-in digits (--data digits).");
    }

    /// <summary>Null where the part file is now whole and verified; otherwise what went wrong.</summary>
    private async Task<Said?> TryMirrorAsync(Uri address, PublishedFile file, string part, CancellationToken cancellation)
    {
        using var stream = new FileStream(part, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        while (true)
        {
            long had = stream.Length;
            Said? failure = await _transfer.ContinueAsync(address, file, stream, cancellation).ConfigureAwait(false);
            if (failure is null)
            {
                if (file.Matches(stream))
                {
                    stream.Flush(flushToDisk: true);
                    return null;
                }

                stream.SetLength(0);
                failure = $"sent other bytes than were published (the SHA-256 digest differs)";
            }

            // Bytes that were there before may have been the wrong ones: without them the mirror deserves one more try.
            if (had == 0 || stream.Length > 0) return failure;
        }
    }

    /// <summary>A lock that the system drops when this process ends, however it ends; null where another process has it.</summary>
    private FileStream? TakeTurn()
    {
        string path = Path.Combine(_folder, ".lock");
        try
        {
            Directory.CreateDirectory(_folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Refusal.File($"The folder '{Printable.Path(_folder)}' cannot be made ({e.Message}); choose another, or set NABLA_DATA to a folder with the files.", e);
        }

        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException e)
        {
            throw Refusal.File($"The folder '{Printable.Path(_folder)}' may not be written; choose another, or set NABLA_DATA to a folder with the files.", e);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
