using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Nabla.Cli.Tests;

/// <summary><c>nabla lab</c> from its start to Ctrl-C.</summary>
public sealed partial class LabCommandTests : IDisposable
{
    private const int Interrupt = 2;

    private readonly TestFolder _folder = new();

    public LabCommandTests() => StandInSite.Compose(_folder["program/site"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_serves_opens_the_browser_and_ends_well_with_Ctrl_C()
    {
        using var stop = new CancellationTokenSource();
        var opened = new BlockingCollection<Uri>();
        var running = Task.Run(() => CommandRun.With(Setting(stop, opened.Add), "lab", "--port", "0"));

        var address = opened.Take();
        using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        Assert.Equal(StandInSite.Html, await client.GetStringAsync(address));
        await stop.CancelAsync();
        var run = await running;

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Error);
        Assert.Equal($"the lab is at {address} (Ctrl-C stops it)", Assert.Single(run.OutLines));
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync(address));
    }

    [Theory]
    [InlineData("--runs", "missing", "--runs is 'missing', and there is no such folder")]
    [InlineData("--port", "65536", "--port is '65536'")]
    [InlineData("--port", "-1", "--port is '-1'")]
    [InlineData("--embed", "school.example",
        "--embed is 'school.example', which is no origin; give the beginning of an address without a path, such as https://school.example, or self.")]
    [InlineData("--embed", "https://school.example/page", "which is no origin")]
    [InlineData("--embed", "https://school.example?a=b", "which is no origin")]
    [InlineData("--embed", "https://me@school.example", "which is no origin")]
    [InlineData("--embed", "https://*.example", "which is no origin")]
    [InlineData("--embed", "https://school.example; script-src *", "which is no origin")]
    [InlineData("--embed", "https://school.example,https://b.example", "which is no origin")]
    [InlineData("--embed", "https://[::1]", "which is no origin")]
    [InlineData("--embed", "file:///slides.html", "which is no origin")]
    [InlineData("--embed", "*", "which is no origin")]
    [InlineData("--embed", "'none'", "which is no origin")]
    [InlineData("--embed", "", "which is no origin")]
    public void A_wrong_option_is_refused(string option, string value, string words) =>
        Assert.Contains(words, CommandRun.With(Setting(new CancellationTokenSource()), "lab", "--no-open", option, value).MustBeRefused(), StringComparison.Ordinal);

    [Theory]
    [InlineData("'none'")]
    [InlineData("https://school.example", "--embed", "https://school.example")]
    [InlineData("https://school.example", "--embed", "HTTPS://School.example:443/")]
    [InlineData("'self'", "--embed", "self")]
    [InlineData("'self'", "--embed", "'self'")]
    [InlineData("https://xn--schler-5ya.example", "--embed", "https://schüler.example")]
    [InlineData("http://localhost:8000 https://b.example", "--embed", "http://localhost:8000", "--embed", "https://b.example", "--embed", "https://b.example")]
    public async Task Whoever_may_embed_it_stands_in_the_policy(string ancestors, params string[] options)
    {
        using var stop = new CancellationTokenSource();
        var opened = new BlockingCollection<Uri>();
        var running = Task.Run(() => CommandRun.With(Setting(stop, opened.Add), ["lab", "--port", "0", .. options]));
        using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        using var answer = await client.GetAsync(opened.Take());
        await stop.CancelAsync();
        await running;

        string policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains($" frame-ancestors {ancestors}; form-action 'none'", policy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_that_is_taken_is_refused()
    {
        using var taken = LabServer.Bind(0);
        string port = taken.LocalEndPoint!.ToString()!.Split(':')[1];
        Assert.Contains($"--port is {port}, which another program uses",
            CommandRun.With(Setting(new CancellationTokenSource()), "lab", "--no-open", "--port", port).MustBeRefused(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_a_process_it_prints_one_object_and_ends_with_0_by_Ctrl_C()
    {
        if (OperatingSystem.IsWindows()) return;
        foreach (string file in Directory.EnumerateFiles(AppContext.BaseDirectory).Where(IsOfTheCommand)) File.Copy(file, _folder[$"program/{Path.GetFileName(file)}"]);
        Directory.CreateDirectory(_folder["runs"]);
        using var process = CommandProcess.StartProgram(_folder["program/Nabla.Cli.dll"], _folder, ["lab", "--port", "0", "--no-open", "--json"]);
        var printed = JsonDocument.Parse((await process.StandardOutput.ReadLineAsync())!).RootElement;
        using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        Assert.Equal(StandInSite.Html, await client.GetStringAsync(printed.GetProperty("address").GetString()));
        Assert.Equal(["runs"], printed.GetProperty("runs").EnumerateArray().Select(each => each.GetString()!));

        Assert.Equal(0, Kill(process.Id, Interrupt));
        var run = await process.EndAsync();

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Out);
        Assert.Equal("", run.Error);
    }

    private CommandRun.Setting Setting(CancellationTokenSource stop, Action<Uri>? browse = null) =>
        new() { ProgramFolder = _folder["program"], Cancellation = stop.Token, Browse = browse ?? (_ => { }) };

    private static bool IsOfTheCommand(string path) =>
        new[] { "Nabla.", "System.CommandLine", "Spectre.", "CsvHelper" }.Any(start => Path.GetFileName(path).StartsWith(start, StringComparison.Ordinal));

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
