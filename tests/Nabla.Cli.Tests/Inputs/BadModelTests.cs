namespace Nabla.Cli.Tests;

/// <summary>Models that cannot be used: exit code 2 and one line.</summary>
public sealed class BadModelTests(TrainedModel trained) : IClassFixture<TrainedModel>, IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("evaluate")]
    [InlineData("predict")]
    [InlineData("explain")]
    [InlineData("gradcheck")]
    [InlineData("sensitivity")]
    public void Missing_argument(string command) => Assert.Contains("needs a "
        + "MODEL", CommandRun.Of(command).MustBeRefused(), StringComparison.Ordinal);

    [Theory]
    [InlineData("evaluate", "--data")]
    [InlineData("predict", "--example")]
    public void Missing_file(string command, string option) =>
        Assert.Contains("there is no model", CommandRun.Of(command, _folder["nosuch"], option, "1").MustBeRefused(), StringComparison.Ordinal);

    [Fact]
    public void Folder_without_a_model() =>
        Assert.Contains("holds no model.safetensors", CommandRun.Of("evaluate", _folder.Path).MustBeRefused(), StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(200)]
    public void File_cut_short(int length)
    {
        File.WriteAllBytes(_folder["cut"], File.ReadAllBytes(trained.Model)[..length]);

        CommandRun.Of("evaluate", _folder["cut"], "--data", trained.Data).MustBeRefused();
    }

    [Fact]
    public void Another_kind_of_file()
    {
        File.WriteAllText(_folder["text"], "This is not a model, although it is long enough to be one.");

        CommandRun.Of("evaluate", _folder["text"], "--data", trained.Data).MustBeRefused();
    }
}
