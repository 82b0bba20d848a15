using System.Text.Json;

namespace Nabla.Cli.Tests;

public sealed class EvaluateCommandTests(TrainedModel trained) : IClassFixture<TrainedModel>
{
    [Fact]
    public void Json_is_one_object_with_the_contracts_fields()
    {
        var run = CommandRun.Of("evaluate", trained.Run, "--data", trained.Data, "--json");

        var result = JsonDocument.Parse(Assert.Single(run.OutLines)).RootElement;
        var (network, info) = Model.Load(trained.Model);
        var expected = Evaluator.Evaluate(network, Idx.LoadFolder(trained.Data).Test, info.Cost!);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(TinyData.Test, result.GetProperty("examples").GetInt32());
        Assert.Equal(expected.Accuracy, result.GetProperty("accuracy").GetDouble());
        Assert.Equal(expected.Cost, result.GetProperty("cost").GetDouble());
        var test = Idx.LoadFolder(trained.Data).Test;
        double sum = Enumerable.Range(0, TinyData.Test).Sum(i => Backpropagation.Trace(network, test[i], info.Cost!).Cost);
        Assert.Equal(sum, result.GetProperty("totalCost").GetDouble(), 1e-5 * sum);
        int[][] confusion = [.. result.GetProperty("confusion").EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetInt32()).ToArray())];
        Assert.Equal(expected.Confusion.Cast<int>(), confusion.SelectMany(row => row));
    }

    [Fact]
    public void A_model_can_be_named_by_its_file_or_its_run() =>
        Assert.Equal(
            CommandRun.Of("evaluate", trained.Run, "--data", trained.Data, "--json"),
            CommandRun.Of("evaluate", trained.Model, "--data", trained.Data, "--json"));

    [Fact]
    public void The_training_examples_can_be_evaluated_too()
    {
        var run = CommandRun.Of("evaluate", trained.Run, "--data", trained.Data, "--split", "train", "--json");

        Assert.Equal(TinyData.Train, JsonDocument.Parse(run.Out).RootElement.GetProperty("examples").GetInt32());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void People_see_the_confusion_matrix(bool terminal)
    {
        var screen = terminal ? new Screen(true, false, () => 80) : Screen.Redirected;

        var run = CommandRun.With(new CommandRun.Setting { Out = screen }, "evaluate", trained.Run, "--data", trained.Data);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("what it is", run.Out, StringComparison.Ordinal);
        Assert.Matches($"the mean; the sum over all {TinyData.Test}\\s+is ", run.Out);
        Assert.Contains("%", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_of_other_inputs_are_refused()
    {
        string line = CommandRun.Of("evaluate", trained.Run, "--data", "digits").MustBeRefused();

        Assert.Contains("takes 16 inputs, but 'digits' has 784", line, StringComparison.Ordinal);
    }

    [Fact]
    public void The_data_that_it_was_trained_on_are_found_where_they_lay()
    {
        Assert.Equal(CommandRun.Of("evaluate", trained.Run, "--data", trained.Data).Out, CommandRun.Of("evaluate", trained.Run).Out);
        Assert.Contains("Data: tiny, 30 test examples", CommandRun.Of("evaluate", trained.Model).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_was_taken_elsewhere_asks_where_its_data_are()
    {
        using var folder = new TestFolder();
        File.Copy(trained.Model, folder["m.safetensors"]);

        Assert.Contains("'tiny', which are not there now; say with --data where", CommandRun.Of("evaluate", folder["m.safetensors"]).MustBeRefused(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cost_that_does_not_fit_is_refused() =>
        CommandRun.Of("evaluate", trained.Run, "--data", trained.Data, "--cost", "cross-entropy").MustBeRefused();
}
