using System.Text.Json;

namespace Nabla.Cli.Tests;

public sealed class GradcheckCommandTests(TrainedModel trained) : IClassFixture<TrainedModel>
{
    [Fact]
    public void Json_is_one_object_with_the_contracts_fields()
    {
        var run = Run("--examples", "3", "--json");

        var result = JsonDocument.Parse(Assert.Single(run.OutLines)).RootElement;
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(Model.Load(trained.Model).Network.ParameterCount, result.GetProperty("parameters").GetInt32());
        Assert.InRange(result.GetProperty("worstRelativeError").GetDouble(), 0, 1e-6);
        Assert.True(result.GetProperty("agrees").GetBoolean());
        Assert.Equal(3, result.GetProperty("examples").GetInt32());
        Assert.Equal([1, 2], result.GetProperty("layers").EnumerateArray().Select(layer => layer.GetProperty("layer").GetInt32()));
    }

    [Fact]
    public void People_are_told_that_backpropagation_is_right()
    {
        var run = Run();

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Backpropagation is right: all 163 derivatives agree", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_work_is_announced_and_can_be_stopped()
    {
        using var folder = new TestFolder();
        Network.Create(16, 1, new Dense(600, Activation.Relu), new Dense(600, Activation.Relu), new Dense(3, Activation.Sigmoid)).Save(folder["wide.safetensors"]);
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        var run = CommandRun.With(
            new CommandRun.Setting { Cancellation = cancellation.Token }, "gradcheck", folder["wide.safetensors"], "--data", trained.Data);

        Assert.Equal((130, ""), (run.ExitCode, run.Out));
        Assert.Contains("372,603 parameters one by one takes about", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Disagreement_is_exit_code_1()
    {
        var run = Run("--tolerance", "1e-300");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("disagree", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a' * σ'(z) * 2(a-y)", "w", "quadratic", 0, "It holds")]
    [InlineData("a' * sigma'(z) * (a-y)", "w", "quadratic", 1, "1/2 times the right value everywhere. It is right for the cost ½(a − y)²")]
    [InlineData("σ'(z) * 2(a-y)", "b", "half-quadratic", 1, "2 times the right value everywhere. It is right for the cost (a − y)²")]
    [InlineData("2(y-a)", "a", "quadratic", 1, "-1 times the right value everywhere. Only its sign is turned")]
    [InlineData("z-y", "a", "quadratic", 1, "It fails.")]
    [InlineData("1/(w-w)", "previous", "quadratic", 1, "has no value")]
    public void Formula_of_ones_own_needs_no_model(string formula, string of, string cost, int exitCode, string says)
    {
        var run = CommandRun.Of("gradcheck", "--formula", formula, "--of", of, "--cost", cost);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal("", run.Error);
        Assert.Contains(says, run.Out, StringComparison.Ordinal);
        if (exitCode == 1) Assert.Contains("Right is ∂C/∂", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Formula_as_json()
    {
        var run = CommandRun.Of("gradcheck", "--formula", "a' (1-a^2) (a-y)", "--activation", "tanh", "--json");

        var result = JsonDocument.Parse(Assert.Single(run.OutLines)).RootElement;
        Assert.Equal(1, run.ExitCode);
        Assert.False(result.GetProperty("holds").GetBoolean());
        Assert.Equal(0.5, result.GetProperty("factor").GetDouble(), 1e-6);
        Assert.Equal("w", result.GetProperty("of").GetString());
    }

    [Fact]
    public void Nonsense_is_refused_with_a_caret_under_the_place()
    {
        var run = CommandRun.Of("gradcheck", "--formula", "a' * foo(z)");

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Equal(3, run.ErrorLines.Length);
        Assert.Contains("'foo' is not known", run.ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal(run.ErrorLines[1].IndexOf("foo", StringComparison.Ordinal), run.ErrorLines[2].IndexOf('^', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("needs a MODEL")]
    [InlineData("--example is for a MODEL", "--formula", "a", "--example", "1")]
    [InlineData("--of is 'q'", "--formula", "a", "--of", "q")]
    [InlineData("quadratic or half-quadratic", "--formula", "a", "--cost", "cross-entropy")]
    [InlineData("--formula is empty", "--formula", " ")]
    [InlineData("--activation is 'softmax'", "--formula", "a", "--activation", "softmax")]
    public void Arguments_that_make_no_sense_without_a_model_are_refused(string says, params string[] arguments) =>
        Assert.Contains(says, CommandRun.Of(["gradcheck", .. arguments]).MustBeRefused(), StringComparison.Ordinal);

    [Theory]
    [InlineData("not both", "--formula", "a")]
    [InlineData("--of is for a --formula", "--of", "w")]
    [InlineData("give 0 to 29", "--example", "30")]
    [InlineData("has only 30 from 0 on", "--examples", "31")]
    [InlineData("needs softmax", "--cost", "cross-entropy")]
    [InlineData("--tolerance is '0'", "--tolerance", "0")]
    public void Arguments_that_make_no_sense_with_a_model_are_refused(string says, params string[] arguments) =>
        Assert.Contains(says, Run(arguments).MustBeRefused(), StringComparison.Ordinal);

    private CommandRun Run(params string[] arguments) => CommandRun.Of(["gradcheck", trained.Run, "--data", trained.Data, .. arguments]);
}
