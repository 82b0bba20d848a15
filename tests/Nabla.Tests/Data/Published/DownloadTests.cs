namespace Nabla.Tests;

/// <summary>Downloads from mirrors that behave.</summary>
public sealed class DownloadTests : DownloadTest
{
    [Fact]
    public async Task The_four_files_arrive_under_their_names_and_nothing_else_is_left()
    {
        Assert.Equal(Folder.Path, await DownloadAsync(StartGood()));
        AssertComplete();
    }

    [Fact]
    public async Task What_is_there_is_not_fetched_again()
    {
        await DownloadAsync(StartGood());
        var server = StartGood();
        await DownloadAsync(server);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_file_that_is_there_but_damaged_is_fetched_again()
    {
        await DownloadAsync(StartGood());
        Folder.Write("t10k-labels-idx1-ubyte.gz", Bytes.Gzip([1, 2, 3]));
        var server = StartGood();
        await DownloadAsync(server);
        Assert.Equal([new LoopbackRequest("t10k-labels-idx1-ubyte.gz", null)], server.Requests);
        AssertComplete();
    }

    [Fact]
    public async Task Files_compressed_anew_or_not_at_all_are_the_same_files()
    {
        await DownloadAsync(Start(Answers.Good(Tiny.Plain)));
        AssertComplete();
    }

    [Fact]
    public async Task A_set_known_by_its_gzip_files_wants_those_very_files()
    {
        var anew = Start(Answers.Good(file => Bytes.Gzip(Tiny.Plain(file), System.IO.Compression.CompressionLevel.NoCompression)));
        var original = StartGood();
        await Tiny.KnownByPackedFiles.DownloadAsync(From(anew, original), cancellation: Patience);
        Assert.Equal(4, original.Requests.Length);
        AssertComplete();
    }

    [Fact]
    public async Task An_interrupted_download_goes_on_where_it_ended()
    {
        await FailureAsync(Start(Answers.BreakingOff(Tiny.Packed, after: 1000)));
        Assert.Equal(1000, new FileInfo(PartFile).Length);
        Assert.False(File.Exists(Folder[TinySet.FirstFile]));

        var server = StartGood();
        await DownloadAsync(server);

        Assert.Equal(new LoopbackRequest(TinySet.FirstFile, 1000), server.Requests[0]);
        AssertComplete();
    }

    [Fact]
    public async Task A_server_that_ignores_ranges_sends_the_file_anew()
    {
        Folder.Write(TinySet.FirstFile + ".part", Tiny.Packed(TinySet.FirstFile)[..1000]);
        await DownloadAsync(Start(Answers.IgnoringRanges(Tiny.Packed)));
        AssertComplete();
    }

    [Fact]
    public async Task A_part_that_was_whole_already_is_accepted_when_the_server_has_no_more()
    {
        Folder.Write(TinySet.FirstFile + ".part", Tiny.Packed(TinySet.FirstFile));
        var server = StartGood();
        await DownloadAsync(server);
        Assert.Single(server.Requests, request => request.File == TinySet.FirstFile);
        AssertComplete();
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(100_000)]
    public async Task A_part_of_something_else_is_given_up_and_the_file_fetched_from_its_start(int length)
    {
        Folder.Write(TinySet.FirstFile + ".part", Bytes.Random(length, seed: 9));
        var server = StartGood();
        await DownloadAsync(server);
        Assert.Equal([length, null], server.Requests.Where(request => request.File == TinySet.FirstFile).Select(request => request.RangeFrom));
        AssertComplete();
    }

    [Fact]
    public async Task Progress_tells_of_every_file_up_to_its_last_byte()
    {
        Folder.Write(TinySet.FirstFile + ".part", Tiny.Packed(TinySet.FirstFile)[..1000]);
        var reports = new List<DownloadProgress>();
        var server = StartGood();

        await Tiny.Set.DownloadAsync(From(server), new Observer(reports.Add), Patience);

        foreach (var file in Tiny.Set.Files)
        {
            var own = reports.Where(report => report.File == file.Name).ToList();
            long length = new FileInfo(Folder[file.Name]).Length;
            Assert.Equal(own.Select(report => report.Bytes).Order(), own.Select(report => report.Bytes));
            Assert.Equal(length, own[^1].Bytes);
            Assert.All(own, report => Assert.Equal((length, new Uri(server.Address, file.Name)), (report.TotalBytes, report.Mirror)));
        }

        Assert.True(reports[0].Bytes > 1000);
    }

    [Fact]
    public async Task A_cancelled_download_keeps_what_has_arrived()
    {
        using var cancel = new CancellationTokenSource();
        var stalling = Start(Answers.Stalling(Tiny.Packed, after: 1000));
        var watch = new Observer(progress =>
        {
            if (progress.Bytes == 1000) cancel.Cancel();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Tiny.Set.DownloadAsync(From(stalling), watch, cancel.Token));

        Assert.Equal(1000, new FileInfo(PartFile).Length);
        await DownloadAsync(StartGood());
        AssertComplete();
    }

    [Fact]
    public async Task Two_downloads_at_once_do_not_disturb_each_other()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var slow = Start(async (request, stream, stop) =>
        {
            asked.TrySetResult();
            await goOn.Task.WaitAsync(stop);
            await Answers.Good(Tiny.Packed)(request, stream, stop);
        });

        var first = DownloadAsync(slow);
        await asked.Task.WaitAsync(Patience);
        await DownloadAsync(StartGood());
        Assert.True(File.Exists(PartFile), "the first download's part was taken away");
        goOn.SetResult();
        await first;

        AssertComplete();
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        string file = Folder.Write("file", [1]);
        var options = From(StartGood()) with { Folder = Path.Combine(file, "inside") };
        var e = await Assert.ThrowsAsync<IOException>(() => Tiny.Set.DownloadAsync(options, cancellation: Patience));
        Assert.Contains($"The folder '{options.Folder}' cannot be made", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_is_wrong_with_the_options_is_said_at_once()
    {
        var options = new DownloadOptions
        {
            Folder = "",
            Mirrors = [new Uri("ftp://example.org/"), new Uri("relative", UriKind.Relative)],
            ConnectTimeout = TimeSpan.Zero,
            StallTimeout = TimeSpan.FromDays(2),
        };
        var e = await Assert.ThrowsAsync<ArgumentException>(() => Tiny.Set.DownloadAsync(options));
        foreach (string part in new[] { "Folder", "ftp://example.org/", "'relative'", "ConnectTimeout is 00:00:00", "StallTimeout is 2.00:00:00" })
            Assert.Contains(part, e.Message, StringComparison.Ordinal);
    }
}
