using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Nabla.Tests;

/// <summary>What a client asked a <see cref="LoopbackServer"/> for.</summary>
internal sealed record LoopbackRequest(string File, long? RangeFrom);

/// <summary>
/// A web server on the loopback address that writes whatever bytes a test wants it to, right or wrong, and then closes
/// the connection.
/// </summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<LoopbackRequest> _requests = new();
    private readonly Func<LoopbackRequest, Stream, CancellationToken, Task> _answer;
    private readonly Task _loop;

    public LoopbackServer(Func<LoopbackRequest, Stream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _loop = AcceptAsync();
    }

    public Uri Address { get; }

    public LoopbackRequest[] Requests => [.. _requests];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var answers = new List<Task>();
        try
        {
            while (true) answers.Add(AnswerAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception e) when (_stop.IsCancellationRequested && e is (OperationCanceledException or SocketException or InvalidOperationException))
        {
            // Stopped while it waited, or before it waited again.
            await Task.WhenAll(answers);
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var request = await ReadRequestAsync(stream);
                _requests.Enqueue(request);
                await _answer(request, stream, _stop.Token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                // The client gave up on us, as some tests want, or the test is over.
            }
        }
    }

    private async Task<LoopbackRequest> ReadRequestAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        byte[] one = new byte[1];
        while (!text.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, _stop.Token) == 0) throw new IOException("The client closed the connection.");
            text.Append((char)one[0]);
        }

        string[] lines = text.ToString().Split("\r\n");
        string? range = lines.FirstOrDefault(line => line.StartsWith("Range: bytes=", StringComparison.OrdinalIgnoreCase));
        return new LoopbackRequest(
            lines[0].Split(' ')[1].TrimStart('/'), range is null ? null : long.Parse(range["Range: bytes=".Length..].TrimEnd('-')));
    }
}
