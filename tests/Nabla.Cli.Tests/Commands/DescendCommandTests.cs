using System.Text.Json;

namespace Nabla.Cli.Tests;

public sealed class DescendCommandTests(TrainedModel trained) : IClassFixture<TrainedModel>, IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_arguments_it_shows_a_local_minimum_that_is_not_the_lowest()
    {
        var run = CommandRun.Of("descend");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Error);
        Assert.Contains("It reached the local minimum at x = 1.1309", run.Out, StringComparison.Ordinal);
        Assert.Contains("the global minimum is at x = -1.30084", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("It diverged", "try a learning rate below 0.666667", "bowl", "--learning-rate", "0.7")]
    [InlineData("goes to and fro around the global minimum", "never shrink", "parabola", "--fixed-step", "0.3")]
    [InlineData("stuck on a saddle", "(0, 0)", "saddle")]
    [InlineData("one of 2", "1.41421", "saddle", "--start", "2,0.1")]
    [InlineData("had not arrived after 10 steps", "--steps", "rosenbrock", "--steps", "10")]
    [InlineData("ran off downhill", "no bottom", "--function", "-x^2")]
    [InlineData("flat part of the slope", "to one side it goes down", "--function", "x^3", "--start", "0")]
    [InlineData("local minimum at x = 4.", "(found numerically), after", "waves")]
    [InlineData("had not arrived after 1 step", "slope", "ravine", "--learning-rate", "0.12", "--steps", "1")]
    [InlineData("one of many", "(1, 1)", "--function", "(x-y)^2")]
    [InlineData("left the range of numbers", "after 0 steps", "--function", "1e300x^2", "--learning-rate", "1e10")]
    [InlineData("left the range of numbers", "no finite value", "--function", "√x", "--learning-rate", "0.1")]
    [InlineData("local minimum at x = 1,", "at the edge of the shown part it goes lower", "--function", "x^3 - 3x", "--start", "1.5")]
    [InlineData("75% : 25%", "0.31623", "bowl", "--start", "1,1")]
    [InlineData("of the step before", "global minimum", "ravine", "--momentum", "0.5", "--learning-rate", "0.14")]
    public void What_it_came_to_is_said_in_a_sentence(string says, string too, params string[] args)
    {
        var run = CommandRun.Of(["descend", .. args]);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(says, run.Out, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(too, run.Out, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Json_is_one_object_with_every_step()
    {
        var run = CommandRun.Of("descend", "--function", "(x-3)^2 + y^2", "--start", "0,1", "--start", "5,-1", "--learning-rate", "0.25", "--json");
        var result = JsonDocument.Parse(Assert.Single(run.OutLines)).RootElement;
        Assert.Equal("2·(x − 3)", result.GetProperty("gradient")[0].GetString());
        var descents = result.GetProperty("descents");
        Assert.Equal(2, descents.GetArrayLength());
        var first = descents[0];
        Assert.Equal("minimum", first.GetProperty("end").GetString());
        Assert.True(first.GetProperty("reached").GetProperty("isGlobal").GetBoolean());
        Assert.Equal([-6, 2], first.GetProperty("steps")[0].GetProperty("gradient").EnumerateArray().Select(part => part.GetDouble()));
        Assert.Equal([1.5, 0.5], first.GetProperty("steps")[1].GetProperty("position").EnumerateArray().Select(part => part.GetDouble()));
    }

    [Fact]
    public void Basins_are_intervals_of_starts()
    {
        var run = CommandRun.Of("descend", "double-well", "--basins", "--json");
        var intervals = JsonDocument.Parse(run.Out).RootElement.GetProperty("basins").GetProperty("intervals");
        Assert.Equal(2, intervals.GetArrayLength());
        Assert.Equal(0.169938, intervals[0].GetProperty("to").GetDouble(), 1e-5);
        Assert.Contains("to the global minimum at -1.30084", CommandRun.Of("descend", "double-well", "--basins").Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("--list")]
    public void The_functions_are_listed(string argument)
    {
        var run = CommandRun.Of("descend", argument);
        Assert.All(Objective.All, f => Assert.Contains($"{f.Name}: ", run.Out, StringComparison.Ordinal));
        Assert.Equal(Objective.All.Count, JsonDocument.Parse(CommandRun.Of("descend", argument, "--json").Out).RootElement.GetArrayLength());
    }

    [Theory]
    [InlineData("png")]
    [InlineData("svg")]
    public void The_picture_is_written_only_where_nothing_is_in_its_way(string ending)
    {
        string path = _folder[$"way.{ending}"];
        Assert.Equal(0, CommandRun.Of("descend", "bowl", "--out", path).ExitCode);
        long size = new FileInfo(path).Length;
        Assert.True(size > 1000);
        Assert.Contains("--overwrite", CommandRun.Of("descend", "bowl", "--out", path).MustBeRefused(), StringComparison.Ordinal);
        Assert.Equal(0, CommandRun.Of("descend", "bowl", "--out", path, "--overwrite").ExitCode);
    }

    [Fact]
    public void A_mistake_in_a_formula_is_shown_where_it_is()
    {
        var run = CommandRun.Of("descend", "--function", "x^2 + foo");
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Out);
        Assert.Equal(3, run.ErrorLines.Length);
        Assert.Contains("'foo' is not known", run.ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal(run.ErrorLines[1].IndexOf("foo", StringComparison.Ordinal), run.ErrorLines[2].IndexOf('^', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("did you mean 'bowl'", "bwl")]
    [InlineData("two numbers", "bowl", "--start", "1")]
    [InlineData("one number", "parabola", "--start", "1,2")]
    [InlineData("give a number", "bowl", "--start", "a,b")]
    [InlineData("give a number", "bowl", "--start", "1,2,3")]
    [InlineData("positive number", "bowl", "--learning-rate", "0")]
    [InlineData("positive number", "bowl", "--learning-rate", "-1")]
    [InlineData("less than 1", "bowl", "--momentum", "1")]
    [InlineData("leave the momentum out", "bowl", "--momentum", "0.5", "--fixed-step", "1")]
    [InlineData("no finite value", "--function", "ln(x)", "--start", "-1")]
    [InlineData("has no finite value", "--function", "1/x", "--start", "0")]
    [InlineData("give one of them", "bowl", "--function", "x^2")]
    [InlineData("empty", "--function", "")]
    [InlineData("1000000", "bowl", "--steps", "2000000")]
    [InlineData(".png or .svg", "bowl", "--out", "way.jpg")]
    [InlineData("no folder", "bowl", "--out", "nowhere/way.png")]
    [InlineData("--model", "bowl", "--paths")]
    [InlineData("for functions", "--model", "m", "--start", "1")]
    [InlineData("is a function and --model a network", "bowl", "--model", "m")]
    [InlineData("there is no model", "--model", "m")]
    [InlineData("no room", "--model", "m", "--line", "--plane")]
    [InlineData("leave out --line", "--model", "m", "--to", "n", "--line")]
    [InlineData("more than twice", "--model", "m", "--to", "a", "--to", "b", "--to", "c")]
    [InlineData("add --paths", "--model", "m", "--steps", "10")]
    [InlineData("at most 200", "--model", "m", "--points", "300")]
    [InlineData("--range and --paths", "--model", "m", "--paths", "--range", "1")]
    public void Nonsense_is_refused(string says, params string[] args) =>
        Assert.Contains(says, CommandRun.Of(["descend", .. args]).MustBeRefused(), StringComparison.Ordinal);

    [Fact]
    public void A_random_plane_has_the_networks_cost_in_its_middle()
    {
        var run = CommandRun.Of("descend", "--model", trained.Run, "--data", trained.Data, "--points", "5", "--json");
        var slice = JsonDocument.Parse(run.Out).RootElement.GetProperty("slice");
        var (network, info) = Model.Load(trained.Model);
        Assert.Equal("random", slice.GetProperty("kind").GetString());
        Assert.Equal(25, slice.GetProperty("costs").GetArrayLength());
        Assert.Equal(Evaluator.Evaluate(network, Idx.LoadFolder(trained.Data).Train, info.Cost!).Cost, slice.GetProperty("costs")[12].GetDouble(), 1e-6);
    }

    [Fact]
    public void Paths_of_three_kinds_are_compared()
    {
        string[] args = ["descend", "--model", trained.Run, "--data", trained.Data, "--paths", "--batch-size", "10", "--steps", "20", "--points", "5"];
        var paths = JsonDocument.Parse(CommandRun.Of([.. args, "--json"]).Out).RootElement.GetProperty("slice").GetProperty("paths");
        Assert.Equal([60, 10, 1], paths.EnumerateArray().Select(path => path.GetProperty("batchSize").GetInt32()));
        Assert.All(paths.EnumerateArray(), path => Assert.InRange(path.GetProperty("outside").GetDouble(), 0, 1));

        var run = CommandRun.Of(args);
        Assert.Contains("mini-batches of 10", run.Out, StringComparison.Ordinal);
        Assert.Contains("outside", run.Out, StringComparison.Ordinal);
        Assert.Equal(0, CommandRun.Of([.. args, "--plane", "--out", _folder["paths.png"]]).ExitCode);
    }

    [Fact]
    public void Lines_and_planes_go_through_other_networks()
    {
        string second = _folder["b"], third = _folder["c"], other = _folder["other"];
        CommandRun.Of("train", "--data", trained.Data, "--hidden", "8", "--epochs", "3", "--seed", "2", "--out", second);
        CommandRun.Of("train", "--data", trained.Data, "--hidden", "8", "--epochs", "3", "--seed", "3", "--out", third);
        CommandRun.Of("train", "--data", trained.Data, "--hidden", "7", "--epochs", "1", "--out", other);
        string[] args = ["descend", "--model", trained.Run, "--data", trained.Data];

        Assert.Contains("which are at 0 and 1", CommandRun.Of([.. args, "--to", second]).Out, StringComparison.Ordinal);
        Assert.Contains("(0, 1)", CommandRun.Of([.. args, "--to", second, "--to", third, "--points", "5"]).Out, StringComparison.Ordinal);
        Assert.Contains("same sizes", CommandRun.Of([.. args, "--to", other]).MustBeRefused(), StringComparison.Ordinal);
        Assert.Contains("two different", CommandRun.Of([.. args, "--to", trained.Run]).MustBeRefused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Data_that_do_not_fit_are_refused() =>
        Assert.Contains("takes 16 inputs", CommandRun.Of("descend", "--model", trained.Run, "--data", "digits").MustBeRefused(), StringComparison.Ordinal);
}
