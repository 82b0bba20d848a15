using System.CommandLine;

namespace Nabla.Cli.Tests;

/// <summary>Wherever a file's ending decides: one that says no format is refused before any work, and nothing is written.</summary>
public sealed class EndingTests(TrainedModel trained) : IClassFixture<TrainedModel>, IDisposable
{
    private readonly TestFolder _folder = new();

    public static TheoryData<string, string> Writing => new()
    {
        { "data view digits --out OUT", ".png" },
        { "find-learning-rate --data DATA --out OUT", ".png or .svg" },
        { "runs compare RUN RUN --out OUT", ".png or .svg" },
        { "sensitivity RUN --out OUT", ".png or .svg" },
        { "explain RUN --out OUT", ".png or .svg" },
        { "descend bowl --out OUT", ".png or .svg" },
        { "descend --model RUN --data DATA --out OUT", ".png or .svg" },
        { "experiment noise --out OUT", ".png or .svg" },
        { "replay RUN --step 1 --out OUT", ".onnx, .json or .safetensors" },
        { "export RUN OUT", ".onnx, .json or .safetensors" },
        { "import RUN/model.safetensors OUT", ".safetensors" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Writing))]
    public void An_ending_that_says_no_format(string command, string endings)
    {
        foreach (string name in (string[])["x.jpg", "x.txt", "x.gz"])
        {
            string[] args = [.. command.Split(' ').Select(word => word.Replace("RUN", trained.Run, StringComparison.Ordinal)
                .Replace("DATA", trained.Data, StringComparison.Ordinal).Replace("OUT", _folder[name], StringComparison.Ordinal))];
            Assert.Contains(endings, CommandRun.Of(args).MustBeRefused(), StringComparison.Ordinal);
            Assert.Empty(_folder.Files());
        }
    }

    [Fact]
    public void No_command_that_writes_a_file_is_forgotten_above()
    {
        string[] known = [.. Writing.Select(row => (string)row[0])];
        string[] writing = [.. Commands(Root.Create(new Host { Out = TextWriter.Null, Error = TextWriter.Null }, new LanguageOption()), [])
            .Where(command => command.Names.Count > 0)
            .Where(command => command.Options.Any(option => option is { Name: "--out", HelpName: not ("DIR" or "FOLDER") })).Select(command => string.Join(' ', command.Names))];

        // Every experiment takes --out, by the same lines.
        Assert.Equal([], writing.Where(name =>
            !known.Any(line => line.StartsWith(name + " ", StringComparison.Ordinal)) && !name.StartsWith("experiment ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("m.onnx")]
    [InlineData("m.json")]
    [InlineData("m.safetensors")]
    [InlineData("model-of-no-ending", "m.onnx")]
    public void A_model_is_taken_in_every_format(string file, string? from = null)
    {
        Assert.Equal(0, CommandRun.Of("export", trained.Run, _folder[from ?? file]).ExitCode);
        if (from is not null) File.Move(_folder[from], _folder[file]);

        Assert.Equal(CommandRun.Of("predict", trained.Run, "--example", "0", "--data", trained.Data, "--json").Out,
            CommandRun.Of("predict", _folder[file], "--example", "0", "--data", trained.Data, "--json").Out);
        Assert.Equal(0, CommandRun.Of("import", _folder[file], _folder["back.safetensors"]).ExitCode);
        Assert.Equal(Model.Load(trained.Model).Network.Digest(), Model.Load(_folder["back.safetensors"]).Network.Digest());
    }

    [Fact]
    public void Help_and_refusals_name_every_format()
    {
        foreach (string text in (string[])[CommandRun.Of("export", "--help").Out, CommandRun.Of("import", "--help").Out, CommandRun.Of("predict", "--help").Out,
            CommandRun.Of("evaluate").Error, CommandRun.Of("import").Error, CommandRun.Of("export", trained.Run).Error, CommandRun.Of("evaluate", _folder["none"]).Error])
            Assert.All(ModelFormat.All, format => Assert.Contains(format.Ending, text, StringComparison.Ordinal));
        Assert.All(ModelFormat.All, format => Assert.Contains(format.Summary, CommandRun.Of("export", "--help").Out, StringComparison.Ordinal));
    }

    private static IEnumerable<(IReadOnlyList<string> Names, IEnumerable<Option> Options)> Commands(Command command, IReadOnlyList<string> names) =>
        command.Subcommands.SelectMany(inner => Commands(inner, [.. names, inner.Name])).Prepend((names, command.Options));
}
