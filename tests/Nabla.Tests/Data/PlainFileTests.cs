namespace Nabla.Tests;

public sealed class PlainFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("nowhere", null)]
    [InlineData("plain", null)]
    [InlineData("folder", "a folder")]
    [InlineData("link", "a link")]
    [InlineData("dangling", "a link")]
    [InlineData("to-folder", "a link")]
    [InlineData("to-zero", "a link")]
    [InlineData("pipe", "a pipe or a device")]
    public async Task Only_a_plain_file_is_opened_and_nothing_is_waited_for(string name, string? what)
    {
        if (OperatingSystem.IsWindows()) return;
        _folder.Write("plain", [5, 6]);
        Directory.CreateDirectory(_folder["folder"]);
        File.CreateSymbolicLink(_folder["link"], _folder["plain"]);
        File.CreateSymbolicLink(_folder["dangling"], _folder["nowhere"]);
        File.CreateSymbolicLink(_folder["to-folder"], _folder["folder"]);
        File.CreateSymbolicLink(_folder["to-zero"], "/dev/zero");
        Tree.MakePipe(_folder["pipe"]);

        Assert.Equal((name != "nowhere", name == "plain", name == "folder"),
            (PlainFile.IsAnythingAt(_folder[name]), PlainFile.Exists(_folder[name]), PlainFile.FolderExists(_folder[name])));
        var open = Task.Run(() => PlainFile.ReadAll(_folder[name], 2)).WaitAsync(TimeSpan.FromMinutes(1));
        if (name == "plain") Assert.Equal([5, 6], await open);
        else if (what is null) await Assert.ThrowsAsync<FileNotFoundException>(() => open);
        else Assert.Contains($"is {what}, where a plain file should be", (await Assert.ThrowsAsync<InvalidDataException>(() => open)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_larger_than_its_kind_is_refused_unread()
    {
        using (var file = File.Create(_folder["huge"])) file.SetLength(1L << 40);

        Assert.Contains("at most 16", Assert.Throws<InvalidDataException>(() => PlainFile.ReadAll(_folder["huge"], 16)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_has_nothing_to_read()
    {
        if (OperatingSystem.IsWindows()) return;
        Assert.Empty(PlainFile.ReadAll("/dev/zero", 16));
    }
}
