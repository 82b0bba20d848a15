using System.Text.Json;

namespace Nabla.Cli.Tests;

public sealed class PredictCommandTests(TrainedModel trained) : IClassFixture<TrainedModel>, IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Json_is_a_line_an_image_with_the_contracts_fields()
    {
        string first = Image("first.png", 0), second = Image("second.png", 1);

        var run = CommandRun.Of("predict", trained.Run, first, second, "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Error);
        string[] lines = run.OutLines;
        Assert.Equal(2, lines.Length);
        for (int i = 0; i < 2; i++)
        {
            var line = JsonDocument.Parse(lines[i]).RootElement;
            Assert.Equal(i == 0 ? first : second, line.GetProperty("input").GetString());
            float[] expected = new Predictor(Model.Load(trained.Model).Network).Outputs(Idx.LoadFolder(trained.Data).Test.Image(i)).ToArray();
            Assert.Equal(expected, line.GetProperty("outputs").EnumerateArray().Select(a => a.GetSingle()));
            Assert.Equal(Array.IndexOf(expected, expected.Max()), line.GetProperty("prediction").GetInt32());
            Assert.Equal(expected.Max(), line.GetProperty("confidence").GetSingle());
        }
    }

    [Fact]
    public void One_bad_image_does_not_keep_the_others()
    {
        File.WriteAllText(_folder["bad.png"], "no picture");

        var run = CommandRun.Of("predict", trained.Run, Image("a.png", 0), _folder["bad.png"], _folder["missing.png"], Image("b.png", 1), "--json");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(2, run.OutLines.Length);
        Assert.Equal(2, run.ErrorLines.Length);
        Assert.Contains("bad.png", run.ErrorLines[0], StringComparison.Ordinal);
        Assert.Contains("missing.png", run.ErrorLines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_is_an_image_too()
    {
        var run = CommandRun.With(new CommandRun.Setting { Input = File.ReadAllBytes(Image("a.png", 0)) }, "predict", trained.Run, "-");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("-: 0 (", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_example_of_the_data_needs_no_image()
    {
        var run = CommandRun.Of("predict", trained.Run, "--example", "1", "--data", trained.Data, "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(1, JsonDocument.Parse(run.Out).RootElement.GetProperty("label").GetInt32());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_terminal_sees_the_image_and_the_outputs(bool color)
    {
        var setting = new CommandRun.Setting { Out = new Screen(true, color, () => 80) };

        var run = CommandRun.With(setting, "predict", trained.Run, Image("a.png", 0));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("▄▄▄▄", color ? Uncolored(run.Out) : run.Out, StringComparison.Ordinal);
        Assert.Contains("█", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_example_beyond_the_data_is_refused() =>
        Assert.Contains("give 0 to 29", CommandRun.Of("predict", trained.Run, "--example", "30", "--data", trained.Data).MustBeRefused(), StringComparison.Ordinal);

    [Fact]
    public void No_image_is_refused() =>
        Assert.Contains("needs an IMAGE", CommandRun.Of("predict", trained.Run).MustBeRefused(), StringComparison.Ordinal);

    [Fact]
    public void An_image_of_another_size_is_refused()
    {
        new GrayImage(5, 5, new byte[25]).SavePng(_folder["five.png"]);

        Assert.Contains("5×5 pixels", CommandRun.Of("predict", trained.Run, _folder["five.png"]).MustBeRefused(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_not_an_image() => CommandRun.Of("predict", trained.Run, _folder.Path).MustBeRefused();

    private static string Uncolored(string text) => System.Text.RegularExpressions.Regex.Replace(text, "\e\\[[0-9;]*m", "");

    private string Image(string name, int example)
    {
        new GrayImage(4, 4, Idx.LoadFolder(trained.Data).Test.Image(example).ToArray()).SavePng(_folder[name]);
        return _folder[name];
    }
}
