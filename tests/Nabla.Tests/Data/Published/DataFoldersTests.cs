namespace Nabla.Tests;

public sealed class DataFoldersTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TinySet _tiny = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(PlatformID.Unix, "", "/home/ada/.cache/nabla")]
    [InlineData(PlatformID.Unix, "XDG_CACHE_HOME=/fast", "/fast/nabla")]
    [InlineData(PlatformID.Unix, "XDG_CACHE_HOME=relative", "/home/ada/.cache/nabla")]
    [InlineData(PlatformID.MacOSX, "XDG_CACHE_HOME=/fast", "/home/ada/Library/Caches/nabla")]
    [InlineData(PlatformID.Win32NT, "LOCALAPPDATA=/local", "/local/nabla/cache")]
    [InlineData(PlatformID.Win32NT, "", "/home/ada/nabla/cache")]
    public void Downloads_are_kept_in_the_platforms_place_for_caches(PlatformID platform, string environment, string expected)
    {
        var folders = DataFolders.Of(name => environment.StartsWith(name + "=", StringComparison.Ordinal) ? environment[(name.Length + 1)..] : null, platform, "/home/ada");
        Assert.Equal(expected, folders.Cache.Replace('\\', '/'));
        Assert.Null(folders.Chosen);
    }

    [Fact]
    public void The_chosen_folder_comes_before_the_cache_and_a_folder_of_the_sets_name_before_all()
    {
        var folders = new DataFolders(_folder["chosen"], _folder["cache"]);
        Assert.Null(folders.Find(_tiny.Set));

        Fill(Path.Combine("cache", "tiny"));
        Assert.Equal(folders.CacheOf(_tiny.Set), folders.Find(_tiny.Set));
        Fill("chosen");
        Assert.Equal(_folder["chosen"], folders.Find(_tiny.Set));
        Fill(Path.Combine("chosen", "tiny"));
        Assert.Equal(Path.Combine(_folder["chosen"], "tiny"), folders.Find(_tiny.Set));
    }

    [Fact]
    public void A_folder_without_the_sets_name_must_hold_this_set_and_not_another_of_the_same_file_names()
    {
        var folders = new DataFolders(_folder["chosen"], _folder["cache"]);
        Fill("chosen");
        File.WriteAllBytes(Path.Combine(_folder["chosen"], "t10k-labels-idx1-ubyte.gz"), Bytes.Idx([3], [1, 1, 1]));
        Assert.Null(folders.Find(_tiny.Set));
    }

    [Fact]
    public void A_set_that_is_not_there_is_missed_in_one_line_that_says_where_and_what_to_do()
    {
        var absent = _tiny.Set with { Name = "no-such-set-anywhere" };
        Assert.False(absent.TryFind(out _));
        string message = Assert.Throws<FileNotFoundException>(() => absent.Load()).Message;
        Assert.StartsWith("Tiny was not found in '", message, StringComparison.Ordinal);
        Assert.Contains("nabla data get no-such-set-anywhere", message, StringComparison.Ordinal);
        Assert.Contains(absent.CacheFolder, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    private void Fill(string name)
    {
        Directory.CreateDirectory(_folder[name]);
        foreach (var file in _tiny.Set.Files) File.WriteAllBytes(Path.Combine(_folder[name], file.Name), _tiny.Packed(file.Name));
    }
}
