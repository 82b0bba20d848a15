using System.Text.Json;

namespace Nabla.Cli.Tests;

public sealed class FindLearningRateCommandTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly string _data;

    public FindLearningRateCommandTests() => _data = TinyData.Write(_folder["tiny"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Json_is_the_librarys_sweep()
    {
        var run = Find("--hidden", "5", "--from", "1e-4", "--to", "10", "--steps", "100", "--seed", "2", "--json");

        var result = JsonDocument.Parse(Assert.Single(run.OutLines)).RootElement;
        var data = Idx.LoadFolder(_data).Train;
        var network = Network.Create(16, 2, new Dense(5, Activation.Sigmoid, Initializer.Xavier), new Dense(3, Activation.Sigmoid, Initializer.Xavier));
        var expected = LearningRateFinder.Run(network, data, new TrainingOptions { Seed = 2 }, 1e-4, 10, 100);
        Assert.Equal(expected.Rates, result.GetProperty("rates").EnumerateArray().Select(rate => rate.GetDouble()));
        Assert.Equal(expected.Costs, result.GetProperty("costs").EnumerateArray().Select(cost => cost.GetDouble()));
        Assert.Equal(expected.Suggestion, result.GetProperty("suggestion").GetDouble());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void People_see_the_chart_and_what_to_try(bool terminal)
    {
        var setting = new CommandRun.Setting { Out = terminal ? new Screen(true, true, () => 80) : Screen.Redirected };

        var run = CommandRun.With(setting, "find-learning-rate", "--data", _data, "--hidden", "5");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Cost while the learning rate grows", run.Out, StringComparison.Ordinal);
        Assert.Contains("try --learning-rate", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rates.png")]
    [InlineData("rates.svg")]
    public void The_chart_goes_to_a_file(string name)
    {
        var run = Find("--out", _folder[name]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(2, run.OutLines.Length);
        Assert.True(new FileInfo(_folder[name]).Length > 1000);
        Assert.Contains("--overwrite", Find("--out", _folder[name]).MustBeRefused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("give a smaller --from", "--from", "1", "--to", "0.1")]
    [InlineData("of at least 20", "--steps", "19")]
    [InlineData("ends in .png or .svg", "--out", "rates.jpg")]
    [InlineData("16 inputs", "--layers", "17,3")]
    [InlineData("There are 2 class weights", "--class-weights", "1,2")]
    public void Arguments_that_make_no_sense_are_refused(string says, params string[] arguments) =>
        Assert.Contains(says, Find(arguments).MustBeRefused(), StringComparison.Ordinal);

    private CommandRun Find(params string[] arguments) => CommandRun.Of(["find-learning-rate", "--data", _data, .. arguments]);
}
