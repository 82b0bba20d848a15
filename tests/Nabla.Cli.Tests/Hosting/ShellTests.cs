namespace Nabla.Cli.Tests;

public sealed class ShellTests
{
    [Theory]
    [InlineData("runs/001-lecture", "runs/001-lecture")]
    [InlineData("my runs", "'my runs'")]
    [InlineData("it's", @"'it'\''s'")]
    [InlineData("", "''")]
    [InlineData("a\u001b[2J\n\u202e 'b' \\ 漢 😀", @"$'a\u001b[2J\u000a\u202e \'b\' \\ 漢 😀'")]
    public void Quotes_only_where_it_must(string argument, string quoted)
    {
        if (!OperatingSystem.IsWindows()) Assert.Equal(quoted, Shell.Quote(argument));
    }

    [Fact]
    public void An_installed_command_is_called_nabla() => Assert.Equal("nabla", CommandName.Of("/usr/share/nabla", "/home/someone"));

    [Fact]
    public void Within_its_project_it_is_called_by_dotnet_run()
    {
        using var folder = new TestFolder();
        Directory.CreateDirectory(folder["src/Nabla.Cli"]);
        File.WriteAllText(folder["src/Nabla.Cli/Nabla.Cli.csproj"], "");

        string name = CommandName.Of(folder["src/Nabla.Cli/bin/Release/net10.0/"], folder.Path);

        Assert.Equal("dotnet run -c Release --project src/Nabla.Cli --", name);
    }
}
