namespace Nabla;

/// <summary>How a data set is downloaded.</summary>
public sealed record DownloadOptions
{
    /// <summary>The folder to put the files into. Default: <see cref="PublishedDataset.CacheFolder"/>.</summary>
    public string? Folder { get; init; }

    /// <summary>
    /// The folders on the web to try, in this order, each an http or https address. Default: those under the address in the
    /// environment variable <c>NABLA_MIRROR</c> where it is set, then <see cref="PublishedDataset.Mirrors"/>.
    /// </summary>
    public IReadOnlyList<Uri>? Mirrors { get; init; }

    /// <summary>How long to wait for a connection before the next mirror is tried. Default: 5 seconds; more than 0, at most a day.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a mirror may send nothing before the next one is tried. Default: 15 seconds; more than 0, at most a day.
    /// </summary>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Sends the requests, and is not disposed. Default: a handler of our own that keeps to <see cref="ConnectTimeout"/> and
    /// uses the system's proxy.
    /// </summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>Measures <see cref="StallTimeout"/>. Default: the system's clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    internal void Validate()
    {
        var problems = new List<Said>();
        Check(ConnectTimeout, nameof(ConnectTimeout));
        Check(StallTimeout, nameof(StallTimeout));
        if (TimeProvider is null) problems.Add($"{nameof(TimeProvider)} is null");
        if (Folder is { Length: 0 }) problems.Add($"{nameof(Folder)} is empty; leave it out to use the cache");
        foreach (var mirror in Mirrors ?? [])
        {
            if (!MirrorList.IsWebAddress(mirror)) problems.Add($"the mirror '{Printable.Path($"{mirror}")}' is not an http or https address");
        }

        if (problems.Count > 0) throw Refusal.Argument($"The download cannot start: {Said.Join(problems, (a, b) => $"{a}; {b}")}.");

        void Check(TimeSpan value, string name)
        {
            if (value <= TimeSpan.Zero || value > TimeSpan.FromDays(1)) problems.Add($"{name} is {value}; it must be more than 0 and at most a day");
        }
    }
}
