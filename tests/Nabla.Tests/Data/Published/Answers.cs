using System.Text;

namespace Nabla.Tests;

/// <summary>How web servers behave and misbehave, for a <see cref="LoopbackServer"/>.</summary>
internal static class Answers
{
    /// <summary>A good server: whole files, and parts of them.</summary>
    public static Func<LoopbackRequest, Stream, CancellationToken, Task> Good(Func<string, byte[]> file) => async (request, stream, stop) =>
    {
        byte[] content = file(request.File);
        long from = request.RangeFrom ?? 0;
        if (request.RangeFrom is not null && from >= content.Length)
        {
            await HeaderAsync(stream, "416 Range Not Satisfiable", 0, $"Content-Range: bytes */{content.Length}\r\n");
            return;
        }

        if (request.RangeFrom is null) await HeaderAsync(stream, "200 OK", content.Length);
        else await HeaderAsync(stream, "206 Partial Content", content.Length - from, $"Content-Range: bytes {from}-{content.Length - 1}/{content.Length}\r\n");
        await stream.WriteAsync(content.AsMemory((int)from), stop);
    };

    /// <summary>A server that sends the whole file whatever part it is asked for.</summary>
    public static Func<LoopbackRequest, Stream, CancellationToken, Task> IgnoringRanges(Func<string, byte[]> file) =>
        (request, stream, stop) => Good(file)(request with { RangeFrom = null }, stream, stop);

    /// <summary>A server whose connection breaks after so many bytes of a file.</summary>
    public static Func<LoopbackRequest, Stream, CancellationToken, Task> BreakingOff(Func<string, byte[]> file, int after) => async (request, stream, stop) =>
    {
        byte[] content = file(request.File);
        await HeaderAsync(stream, "200 OK", content.Length);
        await stream.WriteAsync(content.AsMemory(0, Math.Min(after, content.Length)), stop);
    };

    /// <summary>A server that sends so many bytes of a file (or, below 0, not even a header) and then nothing for ever.</summary>
    public static Func<LoopbackRequest, Stream, CancellationToken, Task> Stalling(Func<string, byte[]> file, int after) => async (request, stream, stop) =>
    {
        byte[] content = file(request.File);
        if (after >= 0)
        {
            await HeaderAsync(stream, "200 OK", content.Length);
            await stream.WriteAsync(content.AsMemory(0, Math.Min(after, content.Length)), stop);
        }

        await Task.Delay(Timeout.Infinite, stop);
    };

    /// <summary>A server that answers the same to everything.</summary>
    public static Func<LoopbackRequest, Stream, CancellationToken, Task> Always(string status, byte[] body, string headers = "", long? length = null) =>
        async (_, stream, stop) =>
        {
            await HeaderAsync(stream, status, length ?? body.Length, headers);
            await stream.WriteAsync(body, stop);
        };

    /// <summary>A server that never stops sending.</summary>
    public static Func<LoopbackRequest, Stream, CancellationToken, Task> Endless() => async (_, stream, stop) =>
    {
        await HeaderAsync(stream, "200 OK", long.MaxValue);
        byte[] zeros = new byte[1 << 16];
        while (true) await stream.WriteAsync(zeros, stop);
    };

    private static async Task HeaderAsync(Stream stream, string status, long length, string headers = "") =>
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n{headers}\r\n"));
}
