using System.Text.RegularExpressions;

namespace Nabla.Cli.Tests.Options;

/// <summary>What the engine refuses is said in the language that was asked for, or that the environment has.</summary>
public sealed partial class LanguageTests(TrainedModel trained) : IClassFixture<TrainedModel>, IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("train --activation rlu")]
    [InlineData("train --optimizer adamm")]
    [InlineData("train --learning-rate -1")]
    [InlineData("train --schedule none-such")]
    [InlineData("train --run nabla:2/seed=1")]
    [InlineData("train --run mnist")]
    [InlineData("train --run nabla:1/hidden")]
    [InlineData("train --run nabla:1/seed=1/seed=2")]
    [InlineData("train --run nabla:1/no-such=1")]
    [InlineData("train --augment mirror")]
    [InlineData("train --augment shift,shift")]
    [InlineData("train --data empty.csv --target kind")]
    [InlineData("train --data iris.csv --target none")]
    [InlineData("train --data iris.csv --target kind --ignore size")]
    [InlineData("train --config list.json")]
    [InlineData("evaluate empty.safetensors")]
    [InlineData("predict MODEL empty.png")]
    [InlineData("replay RUN --step 99999999")]
    [InlineData("runs show broken")]
    [InlineData("experiment noise --sure 2")]
    [InlineData("descend --function ln(x) --start -1")]
    public void A_refusal_of_the_engine_is_in_it(string command)
    {
        string[] args = Arguments(command);
        string english = CommandRun.Of(args).MustBeRefused(), chinese = CommandRun.Of([.. args, "--language", "zh"]).MustBeRefused();
        Assert.DoesNotMatch(Chinese(), english);
        Assert.Matches(Chinese(), chinese);
        Assert.Equal(chinese, CommandRun.Of(["--language=ZH", .. args]).MustBeRefused());
        Assert.Equal(chinese, In(new() { ["LANG"] = "zh_CN.UTF-8" }, args));
        Assert.Equal(english, In(new() { ["LANG"] = "zh_CN.UTF-8" }, [.. args, "--language", "en"]));
    }

    [Fact]
    public void It_is_of_the_first_variable_that_is_set()
    {
        string[] args = ["train", "--run", "mnist"];
        Assert.Matches(Chinese(), In(new() { ["LC_ALL"] = "zh_CN", ["LANG"] = "de_DE" }, args));
        Assert.Matches(Chinese(), In(new() { ["LC_ALL"] = "", ["LC_MESSAGES"] = "zh", ["LANG"] = "C" }, args));
        Assert.DoesNotMatch(Chinese(), In(new() { ["LC_MESSAGES"] = "C", ["LANG"] = "zh_CN.UTF-8" }, args));
    }

    [Theory]
    [InlineData("train --language fr", "--language is 'fr'; known: en, zh.")]
    [InlineData("--language fr train", "--language is 'fr'; known: en, zh.")]
    [InlineData("train --language", "--language needs a value: --language LANG.")]
    [InlineData("train --langage zh", "there is no option '--langage'; did you mean '--language'")]
    public void One_that_is_not_known_is_refused(string command, string says) =>
        Assert.Contains(says, CommandRun.Of(command.Split(' ')).MustBeRefused(), StringComparison.Ordinal);

    [Fact]
    public void What_is_asked_for_is_found_in_help_of_every_command()
    {
        Assert.Contains("--language LANG", CommandRun.Of("--help").Out, StringComparison.Ordinal);
        Assert.Contains("--language LANG", CommandRun.Of("runs", "list", "--help").Out, StringComparison.Ordinal);
    }

    private static string In(Dictionary<string, string?> variables, params string[] args) =>
        CommandRun.With(new CommandRun.Setting { Variables = variables }, args).MustBeRefused();

    private string[] Arguments(string command)
    {
        File.WriteAllText(_folder["empty.csv"], "");
        File.WriteAllText(_folder["empty.png"], "");
        File.WriteAllText(_folder["empty.safetensors"], "");
        File.WriteAllText(_folder["list.json"], "[]");
        File.WriteAllText(_folder["iris.csv"], "size,kind\n1,a\n2,b\n3,a\n4,b\n");
        Directory.CreateDirectory(_folder["broken"]);
        File.WriteAllText(Path.Combine(_folder["broken"], "run.json"), "[]");
        return [.. command.Split(' ').Select(word => word switch
        {
            "MODEL" => trained.Model,
            "RUN" => trained.Run,
            _ when word.Contains('.', StringComparison.Ordinal) || word == "broken" => _folder[word],
            _ => word,
        })];
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();
}
