namespace Nabla.Cli.Tests;

public sealed class HelpTests
{
    private static readonly string[] Names =
        ["", "train", "evaluate", "predict", "data", "data list", "data get", "data info", "data view", "data make", "bench",
            "explain", "gradcheck", "sensitivity", "chain", "descend", "find-learning-rate", "runs", "runs list", "runs show", "runs compare", "replay", "export", "import", "lab",
            "experiment", "experiment list", .. Experiment.All.Select(experiment => $"experiment {experiment.Name}")];

    public static TheoryData<string> Commands => [.. Names];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_has_help_that_fits_80_columns(string command)
    {
        var run = CommandRun.Of([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Error);
        Assert.Contains($"Usage: nabla {command}".TrimEnd(), run.Out, StringComparison.Ordinal);
        Assert.Contains("--help", run.Out, StringComparison.Ordinal);
        Assert.All(run.OutLines.Where(line => !line.StartsWith("  nabla "
            + "", StringComparison.Ordinal)), line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public void Every_option_says_what_it_does()
    {
        foreach (string command in Names)
        {
            string help = CommandRun.Of([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]).Out;
            foreach (string line in help.Split('\n').Where(line => line.StartsWith("  -", StringComparison.Ordinal)))
                Assert.Matches(@"^  (-\S+, )?--[a-z0-9-]+( \S+)?(  +\S+|$)", line);
        }
    }

    [Fact]
    public void Examples_of_training_are_accepted()
    {
        foreach (string line in CommandRun.Of("train", "--help").OutLines.Where(line => line.StartsWith("  nabla "
            + "train", StringComparison.Ordinal)))
        {
            var parsed = Root.Create(new Host { Out = TextWriter.Null, Error = TextWriter.Null }, new LanguageOption()).Parse(line.Trim().Split(' ')[1..]);
            Assert.Empty(parsed.Errors);
        }
    }

    [Fact]
    public void Version_is_one_line() => Assert.Matches(@"^nabla \d+\.\d+\.\d+\S*$", Assert.Single(CommandRun.Of("--version").OutLines));

    [Fact]
    public void Nothing_at_all_shows_the_help() => Assert.Contains("Usage: nabla COMMAND", CommandRun.Of().Out, StringComparison.Ordinal);

    [Fact]
    public void A_wrong_command_is_refused() =>
        Assert.Contains("there is no command 'trian'; did you mean "
            + "'train'", CommandRun.Of("trian").MustBeRefused(), StringComparison.Ordinal);
}
