using System.Text.Json;

namespace Nabla.Cli.Tests;

/// <summary>What <c>experiment</c> prints, writes and refuses; what the figures mean is tested beside the experiments.</summary>
public sealed class ExperimentCommandTests
{
    private static readonly Dictionary<string, string> Tiny = new()
    {
        ["edge"] = "--test-examples 30",
        ["activations"] = "--activations sigmoid,tanh,relu",
        ["early-stopping"] = "--examples 60 --test-examples 30 --epochs 3 --hidden 8",
        ["batch-size"] = "--examples 60 --test-examples 30 --epochs 2 --batch-sizes 1,10,60",
        ["learning-rate"] = "--examples 60 --test-examples 30 --epochs 2 --learning-rates 0.001,0.1",
        ["step-activation"] = "--examples 10 --test-examples 10 --epochs 3 --nudges 10",
        ["many-seeds"] = "--examples 60 --test-examples 30 --epochs 2 --seeds 1..3",
        ["initialization"] = "--examples 60 --test-examples 30 --epochs 2 --hidden 8,8",
        ["weight-pictures"] = "--examples 60 --test-examples 30 --moments 0,2 --neurons 3",
        ["noise"] = "--examples 60 --test-examples 30 --epochs 2 --pictures 20",
        ["dream"] = "--examples 60 --test-examples 30 --epochs 2 --steps 5",
        ["shuffled-labels"] = "--examples 60 --test-examples 30 --epochs 2 --hidden 20 --seeds 1,2",
        ["linear-collapse"] = "--examples 60 --test-examples 30 --epochs 2 --hidden 8,8",
        ["approximation"] = "--widths 1,4 --steps 50",
        ["vanishing-gradients"] = "--examples 5 --depth 3 --width 8",
        ["costs"] = "--examples 60 --test-examples 30 --epochs 2 --hidden 8",
        ["regularization"] = "--examples 60 --test-examples 30 --epochs 2 --hidden 8",
    };

    public static TheoryData<string> Names => [.. Experiment.All.Select(experiment => experiment.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Json_is_one_object_with_settings_findings_and_result(string name)
    {
        var run = Run(name, "--json");

        var result = JsonDocument.Parse(Assert.Single(run.OutLines)).RootElement;
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(name, result.GetProperty("experiment").GetString());
        Assert.Equal(HasNoData(name), !result.TryGetProperty("data", out _));
        Assert.Equal(name != "activations", result.TryGetProperty("setup", out _));
        Assert.NotEmpty(result.GetProperty("settings").GetProperty("seeds").EnumerateArray());
        Assert.NotEmpty(result.GetProperty("findings").EnumerateArray());
        Assert.NotEmpty(result.GetProperty("result").EnumerateObject());
        Assert.DoesNotContain("NaN", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void People_see_the_table_and_what_it_shows(string name)
    {
        string findings = JsonDocument.Parse(Run(name, "--json").Out).RootElement.GetProperty("findings")[0].GetString()!;

        var plain = Run(name);
        var terminal = CommandRun.With(new CommandRun.Setting { Out = Screen(true), Error = Screen(false) }, Arguments(name));

        Assert.Equal((0, 0), (plain.ExitCode, terminal.ExitCode));
        Assert.Contains(findings.Split(' ')[0], plain.Out, StringComparison.Ordinal);
        Assert.All(plain.OutLines, line => Assert.True(line.Length <= 110, line));
        Assert.Contains("--out FOLDER", terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_names_every_experiment()
    {
        string list = CommandRun.Of("experiment", "list").Out;
        var json = JsonDocument.Parse(Assert.Single(CommandRun.Of("experiment", "list", "--json").OutLines)).RootElement;

        Assert.All(Experiment.All, experiment => Assert.Contains($"\n{experiment.Name}\n", $"\n{list}", StringComparison.Ordinal));
        Assert.Equal(
            Experiment.All.Select(experiment => experiment.Name),
            json.GetProperty("experiments").EnumerateArray().Select(entry => entry.GetProperty("name").GetString()));
    }

    [Fact]
    public void Progress_and_data_are_told_on_standard_error_unless_quiet()
    {
        string[] lines = Run("many-seeds").ErrorLines;

        Assert.StartsWith("Data: built-in digits, 60 to learn from, 30 to be tested on", lines[0], StringComparison.Ordinal);
        Assert.Equal(["  0% seed 1", " 33% seed 2", " 67% seed 3"], lines[1..]);
        Assert.Equal("", Run("many-seeds", "--quiet").Error);
    }

    [Theory]
    [InlineData("chart.png", 0x89)]
    [InlineData("chart.svg", (byte)'<')]
    public void The_first_picture_goes_into_a_file(string file, byte first)
    {
        using var folder = new TestFolder();

        var run = Run("noise", "--out", folder[file]);

        Assert.Contains($"Saved: {folder[file]}", run.Out, StringComparison.Ordinal);
        Assert.Equal([file], folder.Files());
        Assert.Equal(first, File.ReadAllBytes(folder[file])[0]);
    }

    [Fact]
    public void All_pictures_go_into_a_folder_and_json_names_them()
    {
        using var folder = new TestFolder();

        var files = JsonDocument.Parse(Run("noise", "--out", folder["noise"], "--json").Out).RootElement.GetProperty("files");

        Assert.Equal(["noise/1-how-sure-the-network-is.png", "noise/2-the-surest-answers.png"], folder.Files());
        Assert.Equal(folder["noise/2-the-surest-answers.png"], files[1].GetString());
        Assert.Contains("holds pictures already", Run("noise", "--out", folder["noise"]).MustBeRefused(), StringComparison.Ordinal);
        Assert.Equal(0, Run("noise", "--out", folder["noise"], "--overwrite").ExitCode);
    }

    [Theory]
    [InlineData("chart.pdf", "written as .png or .svg")]
    [InlineData("no/such/folder", "there is no folder")]
    [InlineData("no/such/chart.png", "there is no folder")]
    [InlineData("mine", "is there already")]
    public void Places_where_pictures_cannot_go_are_refused_before_any_work(string path, string says)
    {
        using var folder = new TestFolder();
        File.WriteAllText(folder["mine"], "mine");

        Assert.Contains(says, Run("noise", "--out", folder[path]).MustBeRefused(), StringComparison.Ordinal);
        Assert.Equal(["mine"], folder.Files());
    }

    [Theory]
    [InlineData("nois", "there is no command 'nois'; did you mean 'noise'; known: list, ")]
    [InlineData("shuffled --epochs 3", "there is no command 'shuffled'; did you mean 'shuffled-labels'")]
    [InlineData("noise extra", "one argument too many")]
    [InlineData("noise --seeds 5..1", "--seeds is '5..1'; give different whole numbers from 0")]
    [InlineData("noise --seeds -1", "--seeds is '-1'")]
    [InlineData("noise --seeds 1,1", "--seeds is '1,1'")]
    [InlineData("noise --seeds", "--seeds needs a value")]
    [InlineData("dream --seeds 1..3", "--seeds is '1..3'; give a whole number from 0")]
    [InlineData("dream --from sky", "--from is 'sky'; known: grey, noise")]
    [InlineData("noise --sure 2", "--sure is '2'; give a number from 0 to 1")]
    [InlineData("activations --activations sigmoid,softmax", "--activations is 'sigmoid,softmax'; give different ones of sigmoid, tanh")]
    [InlineData("activations --activations relu,relu", "--activations is 'relu,relu'")]
    [InlineData("activations --data digits", "there is no option '--data'")]
    [InlineData("batch-size --at-step -1", "--at-step is '-1'")]
    [InlineData("noise --output relu", "--output is 'relu'; known: softmax, sigmoid")]
    [InlineData("costs --epochs 0", "--epochs is '0'")]
    [InlineData("regularization --l2 5000", "less than the number of examples")]
    [InlineData("noise --data nosuch", "there is no such folder")]
    [InlineData("approximation --data digits", "there is no option '--data'")]
    [InlineData("noise --model nosuch", "there is no model")]
    [InlineData("costs --model nosuch", "there is no option '--model'")]
    public void Bad_options_are_refused(string options, string says)
    {
        string[] data = options.Contains("--data", StringComparison.Ordinal) || !options.StartsWith("regularization", StringComparison.Ordinal)
            ? [] : ["--data", "digits", "--quiet"];

        Assert.Contains(says, CommandRun.Of(["experiment", .. options.Split(' '), .. data]).MustBeRefused(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_trained_network_can_be_looked_at()
    {
        using var folder = new TestFolder();
        using var trained = new TrainedModel();

        var run = CommandRun.Of("experiment", "dream", "--model", trained.Run, "--data", trained.Data, "--steps", "5", "--json");

        Assert.Equal(3, JsonDocument.Parse(run.Out).RootElement.GetProperty("result").GetProperty("dreams").GetArrayLength());
        Assert.Contains("takes 16 inputs", CommandRun.Of("experiment", "noise", "--model", trained.Run, "--data", "digits").MustBeRefused(), StringComparison.Ordinal);
        Assert.Contains(
            "There is no layer 7",
            CommandRun.Of("experiment", "dream", "--model", trained.Run, "--data", trained.Data, "--layer", "7", "-q").MustBeRefused(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupt_ends_it()
    {
        using var interrupt = new CancellationTokenSource();
        interrupt.Cancel();

        var run = CommandRun.With(new CommandRun.Setting { Cancellation = interrupt.Token }, [.. Arguments("noise"), "--json"]);

        Assert.Equal((130, ""), (run.ExitCode, run.Out));
    }

    private static bool HasNoData(string name) => name is "approximation" or "activations";

    private static CommandRun Run(string name, params string[] more) => CommandRun.Of([.. Arguments(name), .. more]);

    private static string[] Arguments(string name) =>
        ["experiment", name, .. HasNoData(name) ? [] : (string[])["--data", "digits"], .. Tiny[name].Split(' ')];

    private static Screen Screen(bool color) => new(true, color, () => 80);
}
