namespace Nabla.Tests;

/// <summary>What the tests of downloads share: a tiny set, an empty folder to put it into, and servers that are stopped in the end.</summary>
public abstract class DownloadTest : IAsyncLifetime, IDisposable
{
    private readonly List<LoopbackServer> _servers = [];

    // A proxy that this machine may have set up is not meant for the loopback address.
    private readonly SocketsHttpHandler _handler = new() { UseProxy = false };

    // No test waits for ever, and none waits this long, however busy the machine is.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(20);

    private readonly CancellationTokenSource _patience = new(Longest);

    internal TinySet Tiny { get; } = new();

    internal TempFolder Folder { get; } = new();

    internal string PartFile => Folder[TinySet.FirstFile + ".part"];

    protected CancellationToken Patience => _patience.Token;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var server in _servers) await server.DisposeAsync();
    }

    public void Dispose()
    {
        _handler.Dispose();
        _patience.Dispose();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    internal LoopbackServer Start(Func<LoopbackRequest, Stream, CancellationToken, Task> answer)
    {
        var server = new LoopbackServer(answer);
        _servers.Add(server);
        return server;
    }

    internal LoopbackServer StartGood() => Start(Answers.Good(Tiny.Packed));

    internal DownloadOptions From(params LoopbackServer[] servers) => new()
    {
        Folder = Folder.Path,
        Mirrors = [.. servers.Select(server => server.Address)],
        StallTimeout = Longest,
        Handler = _handler,
    };

    internal Task<string> DownloadAsync(params LoopbackServer[] servers) =>
        Tiny.Set.DownloadAsync(From(servers), cancellation: Patience);

    internal async Task<string> FailureAsync(params LoopbackServer[] servers)
    {
        string message = (await Assert.ThrowsAsync<IOException>(() => DownloadAsync(servers))).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }

    internal void AssertComplete()
    {
        Assert.Equal(Tiny.Set.Files.Select(file => file.Name).Append(".lock").Order(StringComparer.Ordinal), Folder.FileNames(), StringComparer.Ordinal);
        Assert.All(Tiny.Set.Files, file => Assert.True(file.IsAt(Folder[file.Name]), file.Name));
        var (train, test) = Tiny.Set.Load(Folder.Path);
        Assert.Equal(("Tiny", 40, 3, 10), (train.Name, train.Count, test.Count, test.Classes));
    }

    internal sealed class Observer(Action<DownloadProgress> observe) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => observe(value);
    }
}
