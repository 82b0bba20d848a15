using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Nabla.Cli.Tests;

/// <summary>The stand-in site served in this process, with data and runs, and a secret beside them that nobody may get.</summary>
public sealed class RunningLab : IDisposable
{
    public const string Secret = "nobody may read this";

    private readonly TestFolder _folder = new();
    private readonly LabServer _server;

    public RunningLab()
    {
        StandInSite.Compose(_folder["site"]);
        File.WriteAllText(_folder["secret.txt"], Secret);
        File.WriteAllText(_folder["site/.secret"], Secret);
        WriteRun(_folder["runs/001-lecture"]);
        WriteRun(_folder["more/001-lecture"]);
        WriteRun(_folder["elsewhere"]);
        Directory.CreateDirectory(_folder["runs/002-broken"]);
        File.WriteAllText(_folder["runs/002-broken/run.json"], "{");
        Directory.CreateDirectory(_folder["runs/not-a-run"]);
        File.WriteAllText(_folder["runs/not-a-run/secret.txt"], Secret);
        File.WriteAllText(_folder["runs/secret.txt"], Secret);
        Directory.CreateDirectory(_folder["mnist"]);
        foreach (string name in DataNames) File.WriteAllText(_folder[$"mnist/{name}"], name);
        File.WriteAllText(_folder["mnist/secret.txt"], Secret);
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateSymbolicLink(_folder["runs/003-link"], _folder["elsewhere"]);
            Directory.CreateDirectory(_folder["runs/004-inner"]);
            File.Copy(_folder["elsewhere/run.json"], _folder["runs/004-inner/run.json"]);
            File.CreateSymbolicLink(_folder["runs/004-inner/metrics.jsonl"], _folder["secret.txt"]);
            File.CreateSymbolicLink(_folder["site/link.txt"], _folder["secret.txt"]);
        }

        var content = new LabContent(
            Site.Load(_folder["site"]), new DataShelf(set => set.Name == "mnist" ? _folder["mnist"] : null), new RunShelf([_folder["runs"], _folder["more"]]));
        var socket = LabServer.Bind(0);
        _server = LabServer.Start(socket, content);
        Client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress = _server.Address, Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public static string[] DataNames { get; } =
        ["train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte", "t10k-labels.idx1-ubyte.gz"];

    public HttpClient Client { get; }

    public int Port => _server.Address.Port;

    public string RunFolder => _folder["runs/001-lecture"];

    /// <summary>Sends bytes as they are, as no careful client would, and gives all that comes back.</summary>
    public async Task<string> SendAsync(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    /// <summary>Asks for a path as it is written.</summary>
    public Task<string> GetRawAsync(string path) => SendAsync($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{Port}\r\nConnection: close\r\n\r\n");

    public void Dispose()
    {
        Client.Dispose();
        _server.Dispose();
        _folder.Dispose();
    }

    private static void WriteRun(string folder)
    {
        var run = CommandRun.Of("train", "--data", "digits", "--train-examples", "20", "--test-examples", "10", "--hidden", "4", "--epochs", "1", "--out", folder, "--quiet");
        Assert.Equal(0, run.ExitCode);
    }
}
