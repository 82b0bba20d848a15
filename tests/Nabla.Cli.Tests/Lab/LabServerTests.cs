using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Nabla.Cli.Tests;

/// <summary>What the server gives, to whom, and what it tells the browser.</summary>
public sealed class LabServerTests(RunningLab lab) : IClassFixture<RunningLab>
{
    private static readonly (string Name, string Value)[] Headers =
    [
        ("Content-Security-Policy", new LabHeaders([]).ContentSecurityPolicy),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ];

    [Theory]
    [InlineData("", "text/html; charset=utf-8", "no-cache")]
    [InlineData("index.html", "text/html; charset=utf-8", "no-cache")]
    [InlineData("assets/page-BxJ9f_2a.js", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable")]
    [InlineData("assets/page-C0ffee12.css", "text/css; charset=utf-8", "public, max-age=31536000, immutable")]
    [InlineData("favicon.svg", "image/svg+xml", "no-cache")]
    [InlineData("_framework/dotnet.js", "text/javascript; charset=utf-8", "no-cache")]
    [InlineData("_framework/dotnet.native.wasm", "application/wasm", "no-cache")]
    [InlineData("_framework/Nabla.bin", "application/octet-stream", "no-cache")]
    [InlineData("data/mnist/index.json", "application/json", "no-cache")]
    [InlineData("data/mnist/train-images-idx3-ubyte.gz", "application/gzip", "no-cache")]
    [InlineData("runs/index.json", "application/json", "no-cache")]
    [InlineData("runs/001-lecture/metrics.jsonl", "application/jsonl", "no-cache")]
    [InlineData("runs/001-lecture/model.safetensors", "application/octet-stream", "no-cache")]
    public async Task A_file_has_its_kind_and_its_time_to_live(string path, string kind, string caching)
    {
        using var answer = await lab.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(kind, answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(caching, answer.Headers.NonValidated["Cache-Control"].ToString());
        MustHaveHeaders(answer);
    }

    [Theory]
    [InlineData("GET", "", null, 200)]
    [InlineData("GET", "nothing-here", null, 404)]
    [InlineData("POST", "", null, 405)]
    [InlineData("PUT", "index.html", null, 405)]
    [InlineData("DELETE", "runs/001-lecture/run.json", null, 405)]
    [InlineData("OPTIONS", "", null, 405)]
    [InlineData("GET", "", "rebound.example", 421)]
    [InlineData("GET", "runs/index.json", "rebound.example", 421)]
    public async Task Every_answer_has_the_headers_that_keep_others_out(string method, string path, string? host, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Host = host;
        using var answer = await lab.Client.SendAsync(request);

        Assert.Equal(status, (int)answer.StatusCode);
        MustHaveHeaders(answer);
        if (status == 405) Assert.Equal("GET, HEAD", answer.Content.Headers.NonValidated["Allow"].ToString());
        if (status != 200) Assert.NotEqual("", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("127.0.0.1:{0}", 200)]
    [InlineData("localhost:{0}", 200)]
    [InlineData("LocalHost:{0}", 200)]
    [InlineData("[::1]:{0}", 200)]
    [InlineData("127.0.0.1", 421)]
    [InlineData("127.0.0.1:1", 421)]
    [InlineData("localhost", 421)]
    [InlineData("rebound.example:{0}", 421)]
    [InlineData("127.0.0.1.rebound.example:{0}", 421)]
    [InlineData("localhost.rebound.example:{0}", 421)]
    [InlineData("rebound.example", 421)]
    [InlineData("127.1:{0}", 421)]
    [InlineData("0.0.0.0:{0}", 421)]
    public async Task Only_this_machines_own_names_are_answered(string host, int status)
    {
        host = host.Replace("{0}", $"{lab.Port}", StringComparison.Ordinal);
        string answer = await lab.SendAsync($"GET /runs/index.json HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Equal(status == 200, answer.Contains("001-lecture", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GET / HTTP/1.0\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1:{0}\r\nHost: rebound.example\r\nConnection: close\r\n\r\n")]
    [InlineData("GET http://rebound.example/ HTTP/1.1\r\nHost: 127.0.0.1:{0}\r\nConnection: close\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1:{0}\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello")]
    [InlineData("nonsense\r\n\r\n")]
    public async Task A_request_that_is_not_one_of_a_browser_here_gets_no_page(string request)
    {
        string answer = await lab.SendAsync(request.Replace("{0}", $"{lab.Port}", StringComparison.Ordinal));

        Assert.StartsWith("HTTP/1.1 4", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Stand-in", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/../secret.txt")]
    [InlineData("/../../../../../../../../etc/passwd")]
    [InlineData("/%2e%2e/secret.txt")]
    [InlineData("/%2e%2e%2fsecret.txt")]
    [InlineData("/..%2fsecret.txt")]
    [InlineData("/%252e%252e%252fsecret.txt")]
    [InlineData("/..%5csecret.txt")]
    [InlineData("/..\\secret.txt")]
    [InlineData("/..%c0%afsecret.txt")]
    [InlineData("/....//secret.txt")]
    [InlineData("/assets/../../secret.txt")]
    [InlineData("//secret.txt")]
    [InlineData("//etc/passwd")]
    [InlineData("/%2fetc%2fpasswd")]
    [InlineData("/C:/secret.txt")]
    [InlineData("/index.html%00")]
    [InlineData("/.hidden")]
    [InlineData("/.secret")]
    [InlineData("/link.txt")]
    [InlineData("/INDEX.HTML")]
    [InlineData("/index.html.br")]
    [InlineData("/assets")]
    [InlineData("/assets/")]
    [InlineData("/_framework/")]
    [InlineData("/runs")]
    [InlineData("/runs/")]
    [InlineData("/runs/secret.txt")]
    [InlineData("/runs/001-lecture")]
    [InlineData("/runs/001-lecture/")]
    [InlineData("/runs/001-lecture/.lock")]
    [InlineData("/runs/001-lecture/checkpoint.safetensors")]
    [InlineData("/runs/001-lecture/../secret.txt")]
    [InlineData("/runs/001-lecture/%2e%2e/%2e%2e/secret.txt")]
    [InlineData("/runs/001-lecture/..%2f..%2fsecret.txt")]
    [InlineData("/runs/001-lecture/..%252f..%252fsecret.txt")]
    [InlineData("/runs/001-lecture/..\\..\\secret.txt")]
    [InlineData("/runs/001-lecture%2frun.json")]
    [InlineData("/runs/../secret.txt")]
    [InlineData("/runs/..%2felsewhere/run.json")]
    [InlineData("/runs/./001-lecture/.%2frun.json")]
    [InlineData("/runs/not-a-run/secret.txt")]
    [InlineData("/runs/003-link/run.json")]
    [InlineData("/runs/004-inner/metrics.jsonl")]
    [InlineData("/data")]
    [InlineData("/data/")]
    [InlineData("/data/mnist/")]
    [InlineData("/data/mnist/secret.txt")]
    [InlineData("/data/mnist/..%2fsecret.txt")]
    [InlineData("/data/../secret.txt")]
    [InlineData("/data/kmnist/train-images-idx3-ubyte.gz")]
    [InlineData("/data/MNIST/index.json")]
    public async Task Nothing_outside_the_lists_can_be_read(string path)
    {
        string answer = await lab.GetRawAsync(path);

        Assert.Matches("^HTTP/1.1 40[04] ", answer);
        Assert.DoesNotContain(RunningLab.Secret, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip;q=0.5", "gzip")]
    [InlineData("identity", null)]
    [InlineData(null, null)]
    public async Task A_large_file_is_sent_compressed_as_the_browser_takes_it(string? accepted, string? encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "_framework/dotnet.native.wasm");
        if (accepted is not null) request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        using var answer = await lab.Client.SendAsync(request);
        byte[] sent = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("Accept-Encoding", Assert.Single(answer.Headers.Vary));
        Assert.Equal(sent.Length, answer.Content.Headers.ContentLength);
        if (encoding is not null) Assert.InRange(sent.Length, 1, StandInSite.Wasm.Length / 10);
        using Stream unpacked = encoding switch
        {
            "br" => new BrotliStream(new MemoryStream(sent), CompressionMode.Decompress),
            "gzip" => new GZipStream(new MemoryStream(sent), CompressionMode.Decompress),
            _ => new MemoryStream(sent),
        };
        var plain = new MemoryStream();
        await unpacked.CopyToAsync(plain);
        Assert.Equal(StandInSite.Wasm, plain.ToArray());
    }

    [Fact]
    public async Task A_browser_that_has_a_file_does_not_get_it_again()
    {
        var tags = new List<EntityTagHeaderValue>();
        foreach (string encoding in new[] { "br", "gzip", "identity" })
        {
            using var first = await AskAsync(encoding, null);
            tags.Add(first.Headers.ETag!);
            using var second = await AskAsync(encoding, tags[^1]);
            Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
            Assert.Empty(await second.Content.ReadAsByteArrayAsync());
            MustHaveHeaders(second);
            using var other = await AskAsync(encoding, new EntityTagHeaderValue("\"other\""));
            Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        }

        Assert.All(tags, tag => Assert.False(tag.IsWeak));
        Assert.Equal(3, tags.Distinct().Count());

        async Task<HttpResponseMessage> AskAsync(string encoding, EntityTagHeaderValue? known)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "_framework/dotnet.js");
            request.Headers.AcceptEncoding.ParseAdd(encoding);
            if (known is not null) request.Headers.IfNoneMatch.Add(known);
            return await lab.Client.SendAsync(request);
        }
    }

    [Theory]
    [InlineData("index.html")]
    [InlineData("data/mnist/train-images-idx3-ubyte.gz")]
    [InlineData("runs/index.json")]
    [InlineData("nothing-here")]
    public async Task HEAD_is_GET_without_the_body(string path)
    {
        using var got = await lab.Client.GetAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var head = await lab.Client.SendAsync(request);

        Assert.Equal(got.StatusCode, head.StatusCode);
        Assert.Equal(got.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        MustHaveHeaders(head);
    }

    [Fact]
    public async Task Data_are_offered_where_they_are_at_hand_and_sent_as_stored()
    {
        var mnist = await JsonAsync("data/mnist/index.json");
        Assert.True(mnist.GetProperty("available").GetBoolean());
        string[] names = [.. new[] { "trainImages", "trainLabels", "testImages", "testLabels" }.Select(each => mnist.GetProperty("files").GetProperty(each).GetString()!)];
        Assert.Equal(RunningLab.DataNames, names);
        foreach (string name in names) Assert.Equal(name, await lab.Client.GetStringAsync($"data/mnist/{name}"));

        var kmnist = await JsonAsync("data/kmnist/index.json");
        Assert.False(kmnist.GetProperty("available").GetBoolean());
        Assert.False(kmnist.TryGetProperty("files", out _));
    }

    [Fact]
    public async Task Runs_are_offered_with_the_files_that_tell_of_them()
    {
        var index = await JsonAsync("runs/index.json");
        var runs = index.GetProperty("runs").EnumerateArray().ToDictionary(run => run.GetProperty("path").GetString()!);

        // A broken run hides no other; one of another folder has a name of its own; a link is none.
        Assert.Equal(OperatingSystem.IsWindows() ? ["001-lecture", "001-lecture~2"] : ["001-lecture", "001-lecture~2", "004-inner"], runs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["001-lecture", "001-lecture~2"], index.GetProperty("models").EnumerateArray().Select(model => model.GetProperty("name").GetString()!));
        var run = runs["001-lecture"];
        Assert.Equal("finished", run.GetProperty("summary").GetProperty("state").GetString());
        Assert.Equal(["metrics.jsonl", "model.safetensors", "result.json", "run.json"], run.GetProperty("files").EnumerateArray().Select(file => file.GetString()!));
        foreach (string file in run.GetProperty("files").EnumerateArray().Select(file => file.GetString()!))
            Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(lab.RunFolder, file)), await lab.Client.GetByteArrayAsync($"runs/001-lecture/{file}"));
        Assert.Equal(HttpStatusCode.OK, (await lab.Client.GetAsync("runs/001-lecture~2/run.json")).StatusCode);
    }

    [Fact]
    public async Task Only_loopback_is_listened_on()
    {
        var others = NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(card => card.GetIPProperties().UnicastAddresses)
            .Select(address => address.Address)
            .Where(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));
        foreach (var address in others)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await Assert.ThrowsAsync<SocketException>(async () => await socket.ConnectAsync(address, lab.Port));
        }
    }

    [Fact]
    public void A_port_that_is_taken_is_refused_and_the_usual_one_gives_way()
    {
        using var first = LabServer.Bind(null);
        using var second = LabServer.Bind(null);
        Assert.NotEqual(first.LocalEndPoint, second.LocalEndPoint);

        var refusal = Assert.Throws<CliException>(() => LabServer.Bind(lab.Port));
        Assert.Equal($"--port is {lab.Port}, which another program uses; choose another, or 0 for any free one.", refusal.Message);
        Assert.Equal(2, refusal.ExitCode);
    }

    private async Task<JsonElement> JsonAsync(string path) => JsonDocument.Parse(Encoding.UTF8.GetString(await lab.Client.GetByteArrayAsync(path))).RootElement;

    private static void MustHaveHeaders(HttpResponseMessage answer)
    {
        foreach (var (name, value) in Headers) Assert.Equal(value, answer.Headers.NonValidated[name].ToString());
        Assert.False(answer.Headers.Contains("Server"));
        Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }
}
