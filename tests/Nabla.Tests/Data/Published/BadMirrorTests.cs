using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Nabla.Tests;

/// <summary>Downloads where the first mirror misbehaves, and the second is good.</summary>
public sealed class BadMirrorTests : DownloadTest
{
    private byte[] First => Tiny.Packed(TinySet.FirstFile);

    [Theory]
    [InlineData("404 Not Found")]
    [InlineData("403 Forbidden")]
    [InlineData("500 Internal Server Error")]
    [InlineData("503 Service Unavailable")]
    public async Task A_mirror_that_says_no_is_passed_over(string status)
    {
        var bad = Start(Answers.Always(status, "<html>"u8.ToArray()));
        await DownloadAsync(bad, StartGood());
        AssertComplete();
        Folder.FileNames().ToList().ForEach(name => File.Delete(Folder[name]));
        Assert.Contains($"127.0.0.1:{bad.Address.Port} answered {status}", await FailureAsync(bad), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Type: text/html; charset=utf-8\r\n", "answered with a web page instead of the file")]
    [InlineData("", "sent something else than the file")]
    public async Task A_login_page_that_pretends_to_be_the_file_is_recognised(string headers, string problem)
    {
        byte[] page = Encoding.ASCII.GetBytes("<!DOCTYPE html><title>Please log in</title>");
        var bad = Start(Answers.Always("200 OK", page, headers));
        Assert.Contains(problem, await FailureAsync(bad), StringComparison.Ordinal);
        await DownloadAsync(bad, StartGood());
        AssertComplete();
    }

    [Fact]
    public async Task A_login_page_does_not_cost_what_has_arrived()
    {
        Folder.Write(TinySet.FirstFile + ".part", First[..1000]);
        var good = StartGood();
        await DownloadAsync(Start(Answers.Always("200 OK", "<html>"u8.ToArray())), good);
        Assert.Equal(1000, good.Requests[0].RangeFrom);
        AssertComplete();
    }

    [Fact]
    public async Task Other_bytes_than_were_published_are_thrown_away()
    {
        var bad = Start(Answers.Good(file => Bytes.Gzip(Tiny.Plain(file).With(8, 200))));
        Assert.Contains("sent other bytes than were published", await FailureAsync(bad), StringComparison.Ordinal);
        Assert.Equal(0, new FileInfo(PartFile).Length);

        var good = StartGood();
        await DownloadAsync(bad, good);
        Assert.Null(good.Requests[0].RangeFrom);
        AssertComplete();
    }

    [Fact]
    public async Task A_connection_that_breaks_is_continued_from_the_next_mirror()
    {
        var bad = Start(Answers.BreakingOff(Tiny.Packed, after: 1000));
        var good = StartGood();
        await DownloadAsync(bad, good);
        Assert.Equal(new LoopbackRequest(TinySet.FirstFile, 1000), good.Requests[0]);
        AssertComplete();
    }

    [Fact]
    public async Task A_length_that_is_too_large_is_a_broken_connection()
    {
        // All bytes are there, so the next mirror only confirms that there are no more.
        var good = StartGood();
        await DownloadAsync(Start(Answers.Always("200 OK", First, length: First.Length + 500)), good);
        Assert.Equal(new LoopbackRequest(TinySet.FirstFile, First.Length), good.Requests[0]);
        AssertComplete();
    }

    [Fact]
    public async Task A_length_that_is_too_small_leaves_other_bytes_than_were_published()
    {
        var bad = Start(Answers.Always("200 OK", First, length: First.Length - 500));
        Assert.Contains("sent other bytes", await FailureAsync(bad), StringComparison.Ordinal);
        await DownloadAsync(bad, StartGood());
        AssertComplete();
    }

    [Fact]
    public async Task A_mirror_that_sends_another_part_than_asked_for_is_asked_for_the_whole()
    {
        Folder.Write(TinySet.FirstFile + ".part", First[..1000]);
        var odd = Start((request, stream, stop) => request.RangeFrom is null
            ? Answers.Good(Tiny.Packed)(request, stream, stop)
            : Answers.Always("206 Partial Content", First[500..], $"Content-Range: bytes 500-{First.Length - 1}/{First.Length}\r\n")(request, stream, stop));
        await DownloadAsync(odd);
        Assert.Equal([1000, null], odd.Requests.Take(2).Select(request => request.RangeFrom));
        AssertComplete();
    }

    [Fact]
    public async Task An_unasked_for_part_is_refused()
    {
        var odd = Start(Answers.Always("206 Partial Content", First[500..], $"Content-Range: bytes 500-{First.Length - 1}/{First.Length}\r\n"));
        Assert.Contains("sent another part of the file", await FailureAsync(odd), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mirror_that_never_stops_sending_is_stopped()
    {
        Assert.Contains("sent more than the file is long", await FailureAsync(Start(Answers.Endless())), StringComparison.Ordinal);
        Assert.Equal(0, new FileInfo(PartFile).Length);
    }

    [Fact]
    public async Task A_small_file_that_unpacks_to_a_huge_one_is_not_unpacked()
    {
        byte[] bomb = Bytes.Gzip(new byte[20_000_000]);
        Assert.True(bomb.Length < Tiny.Set.Files[0].MaximumLength);
        Assert.Contains("sent other bytes", await FailureAsync(Start(Answers.Always("200 OK", bomb))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_file_is_refused() =>
        Assert.Contains("sent an empty file", await FailureAsync(Start(Answers.Always("200 OK", []))), StringComparison.Ordinal);

    [Fact]
    public async Task Nonsense_instead_of_an_answer_is_refused()
    {
        var bad = Start(async (_, stream, stop) => await stream.WriteAsync("What?\r\n\r\n"u8.ToArray(), stop));
        Assert.Contains("failed: ", await FailureAsync(bad), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mirror_that_accepts_and_says_nothing_is_given_up()
    {
        var time = new ManualTime();
        var silent = Start((request, stream, stop) =>
        {
            time.LetTimeRunOut();
            return Answers.Stalling(Tiny.Packed, after: -1)(request, stream, stop);
        });
        await Tiny.Set.DownloadAsync(From(silent, StartGood()) with { TimeProvider = time }, cancellation: Patience);
        AssertComplete();
        Assert.Equal(4, silent.Requests.Length);
    }

    [Fact]
    public async Task A_mirror_that_stalls_in_the_middle_is_given_up_and_the_next_one_continues()
    {
        var time = new ManualTime();
        var stalling = Start(Answers.Stalling(Tiny.Packed, after: 1000));
        var good = StartGood();
        var watch = new Observer(progress =>
        {
            if (progress.Bytes == 1000) time.LetTimeRunOut();
        });

        await Tiny.Set.DownloadAsync(From(stalling, good) with { TimeProvider = time }, watch, Patience);

        Assert.Equal(new LoopbackRequest(TinySet.FirstFile, 1000), good.Requests[0]);
        AssertComplete();
    }

    [Fact]
    public async Task A_short_patience_is_kept_by_the_real_clock_too()
    {
        var options = From(Start(Answers.Stalling(Tiny.Packed, after: -1))) with { StallTimeout = TimeSpan.FromMilliseconds(50) };
        var e = await Assert.ThrowsAsync<IOException>(() => Tiny.Set.DownloadAsync(options, cancellation: Patience));
        Assert.Contains("sent nothing for 0.05 seconds", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_every_mirror_fails_one_line_says_why_and_what_to_do()
    {
        var missing = Start(Answers.Always("404 Not Found", []));
        // Bound, so that nobody else gets the port, and not listening, so that it refuses.
        using var refusing = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        refusing.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var options = From(missing) with { Mirrors = [missing.Address, new Uri($"http://{refusing.LocalEndPoint}/")] };

        string message = (await Assert.ThrowsAsync<IOException>(() => Tiny.Set.DownloadAsync(options, cancellation: Patience))).Message;

        Assert.StartsWith($"Tiny could not be downloaded: {TinySet.FirstFile}: 127.0.0.1:{missing.Address.Port} answered 404 Not Found; 127.0.0.1:",
            message, StringComparison.Ordinal);
        foreach (string advice in new[] { "failed: ", $"'{Folder.Path}'", "NABLA_DATA", "NABLA_MIRROR", "--data digits" })
            Assert.Contains(advice, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }
}
