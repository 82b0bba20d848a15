using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Nabla.Cli;

/// <summary>Kestrel by itself, on 127.0.0.1 and nothing else, without what a web application has around it.</summary>
internal sealed class LabServer : IDisposable
{
    public const int UsualPort = 4784;

    private const int Tries = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly KestrelServer _server;

    private LabServer(KestrelServer server, int port)
    {
        _server = server;
        Address = new Uri($"http://127.0.0.1:{port}/");
    }

    /// <summary>Where it is.</summary>
    public Uri Address { get; }

    /// <summary>Takes a port.</summary>
    /// <param name="port">The port, 0 for any; the usual one or the next that is free where null.</param>
    /// <exception cref="CliException">The port is taken, or not for this user.</exception>
    public static Socket Bind(int? port)
    {
        for (int next = port ?? UsualPort; ; next++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Bind(new IPEndPoint(IPAddress.Loopback, next));

                // Two may be bound to one port; only one can listen.
                socket.Listen();
                return socket;
            }
            catch (SocketException error)
            {
                socket.Dispose();
                if (port is null && next < UsualPort + Tries) continue;
                string what = error.SocketErrorCode switch
                {
                    SocketError.AddressAlreadyInUse => "another program uses",
                    SocketError.AccessDenied => "this user may not use",
                    _ => "cannot be used",
                };
                throw CliException.Wrong($"--port is {next}, which {what}; choose another, or 0 for any free one.");
            }
        }
    }

    /// <summary>Begins to answer.</summary>
    /// <param name="socket">What it listens on, from <see cref="Bind"/>.</param>
    /// <param name="content">What it answers with.</param>
    /// <param name="embedders">Who may show it within a page of theirs, as <see cref="Embedder"/> writes them; by default nobody.</param>
    public static LabServer Start(Socket socket, LabContent content, IReadOnlyList<string>? embedders = null)
    {
        int port = ((IPEndPoint)socket.LocalEndPoint!).Port;
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxRequestBodySize = 0;
        options.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        var transport = new SocketTransportFactory(
            Options.Create(new SocketTransportOptions { CreateBoundListenSocket = _ => socket }), NullLoggerFactory.Instance);
        var server = new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
        server.StartAsync(new LabApplication(content, new LabHeaders(embedders ?? []), port), default).GetAwaiter().GetResult();
        return new LabServer(server, port);
    }

    /// <summary>Ends it, giving answers under way a moment.</summary>
    public void Dispose()
    {
        using var soon = new CancellationTokenSource(Patience);
        _server.StopAsync(soon.Token).GetAwaiter().GetResult();
        _server.Dispose();
    }
}
