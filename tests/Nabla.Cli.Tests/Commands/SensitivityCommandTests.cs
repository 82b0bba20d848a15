using System.Text.Json;

namespace Nabla.Cli.Tests;

public sealed class SensitivityCommandTests(TrainedModel trained) : IClassFixture<TrainedModel>, IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Json_is_the_librarys_ranking()
    {
        var run = Run("--top", "4", "--json");

        var result = JsonDocument.Parse(Assert.Single(run.OutLines)).RootElement.GetProperty("sensitivity");
        var (network, info) = Model.Load(trained.Model);
        var expected = Sensitivity.Of(network, Idx.LoadFolder(trained.Data).Test, info.Cost!, 4);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(expected.Length, result.GetProperty("length").GetDouble());
        Assert.Equal(expected.Strongest.Select(one => one.Derivative),
            result.GetProperty("strongest").EnumerateArray().Select(one => one.GetProperty("derivative").GetDouble()));
        Assert.Equal(8, result.GetProperty("firstLayer").GetArrayLength());
    }

    [Fact]
    public void A_model_of_more_outputs_than_classes_is_ranked_explained_and_checked()
    {
        string model = _folder["wide.safetensors"];
        var network = Network.Create(16, 1, new Dense(5, Activation.Sigmoid), new Dense(4, Activation.Sigmoid));
        network.Save(model);

        foreach (string command in (string[])["sensitivity", "explain", "gradcheck", "evaluate"])
        {
            foreach (string display in (string[])["--json", "--cost=quadratic"])
            {
                var run = CommandRun.Of(command, model, "--data", trained.Data, display);
                Assert.True(run.ExitCode == 0, $"{command} {display}: {run.Error}");
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void People_see_the_ranking_and_the_layers(bool terminal)
    {
        var setting = new CommandRun.Setting { Out = terminal ? new Screen(true, false, () => 80) : Screen.Redirected };

        var run = CommandRun.With(setting, "sensitivity", trained.Run, "--data", trained.Data, "--split", "train");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("60 train examples", run.Out, StringComparison.Ordinal);
        Assert.Contains("[2,", run.Out, StringComparison.Ordinal);
        Assert.Contains("By layer", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gradients.png")]
    [InlineData("gradients.svg")]
    public void Pictures_of_the_first_layer_go_to_a_file(string name)
    {
        Assert.Equal(0, Run("--out", _folder[name]).ExitCode);
        Assert.True(new FileInfo(_folder[name]).Length > 1000);
        Assert.Contains("--overwrite", Run("--out", _folder[name]).MustBeRefused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ends in .png or .svg", "--out", "gradients.jpg")]
    [InlineData("there is no folder", "--out", "no/such/folder/gradients.png")]
    [InlineData("--top is '0'", "--top", "0")]
    [InlineData("needs softmax", "--cost", "cross-entropy")]
    public void Arguments_that_make_no_sense_are_refused(string says, params string[] arguments) =>
        Assert.Contains(says, Run(arguments).MustBeRefused(), StringComparison.Ordinal);

    private CommandRun Run(params string[] arguments) => CommandRun.Of(["sensitivity", trained.Run, "--data", trained.Data, .. arguments]);
}
