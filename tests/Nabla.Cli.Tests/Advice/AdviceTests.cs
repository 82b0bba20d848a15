using System.CommandLine;
using System.CommandLine.Parsing;

namespace Nabla.Cli.Tests;

/// <summary>Who does what a message says comes to an end, or to another message: never to the same one again.</summary>
public sealed class AdviceTests : IDisposable
{
    private const int MostSteps = 8;

    // What people give for a number, a name, a list.
    private static readonly string[] Wrong = ["zebra", "-1", "0", "1.5", "99999999999999999999", "1,2,3,4,5,6,7", "mse", "a=b", "1..", "constant"];

    private readonly TestFolder _folder = new();
    private readonly string _data;

    public AdviceTests() => _data = TinyData.Write(_folder["tiny"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_option_of_every_command_tells_who_gave_it_a_wrong_value_a_right_one()
    {
        var host = new Host { Out = TextWriter.Null, Error = TextWriter.Null };
        int followed = 0;
        foreach (var (path, name) in Commands(Root.Create(host, new LanguageOption()), []).SelectMany(command =>
            command.Command.Options.Where(option => option.Arity.MaximumNumberOfValues > 0).Select(option => (command.Path, option.Name))).ToList())
        {
            foreach (string wrong in Wrong)
            {
                string[] args = [.. path, name, wrong];
                if (Problem(args) is not { } said || Advice.Follow(args, said) is not { } better) continue;
                followed++;
                string? then = Problem(better);
                Assert.True(then is null || then != said, $"{string.Join(' ', args)}: {said}");
                Assert.True(then is null || Advice.Follow(better, then) is not { } again || Problem(again) is null, $"{string.Join(' ', args)}: {said} {then}");
            }
        }

        Assert.True(followed > 500, $"{followed}");

        string? Problem(string[] args)
        {
            var parsed = Root.Create(host, new LanguageOption(), args).Parse(args);
            return parsed.Errors.Where(error => error.SymbolResult is OptionResult given && given.Option.Name == args[^2]).Select(error => error.Message).FirstOrDefault();
        }
    }

    [Theory]
    [InlineData("--lr 0,5")]
    [InlineData("--learning_rate 1")]
    [InlineData("--loss mse")]
    [InlineData("--criterion l2 --batch 5")]
    [InlineData("--epoch ten")]
    [InlineData("--solver adm")]
    [InlineData("--activation logistic --output-activation linear")]
    [InlineData("--act silu")]
    [InlineData("--init zeros")]
    [InlineData("--initializer constant")]
    [InlineData("--cost cross-entropy --output-activation sigmoid")]
    [InlineData("--cost bce --output-activation softmax")]
    [InlineData("--hidden 4 --layers 16,4,3")]
    [InlineData("--epochs 1 --epochs 2")]
    [InlineData("--patience 0")]
    [InlineData("--schedule zebra")]
    [InlineData("--dropout 1")]
    [InlineData("--test-split 0.2 --target y")]
    [InlineData("--momentum 0.9")]
    [InlineData("--class-weights 1,2")]
    [InlineData("--checkpoint-every often")]
    [InlineData("--augment zebra")]
    [InlineData("--validation-split 1")]
    [InlineData("--l2 1e9")]
    [InlineData("--train-examples 0")]
    [InlineData("--clip 0")]
    [InlineData("--until-accuracy 97.5")]
    [InlineData("--run nabla:1/hiden=3")]
    [InlineData("--warm-up 3 --schedule cosine --epochs 2")]
    [InlineData("--learning-rate 1e30 --activation relu")]
    public void Advice_about_training_leads_on(string options) =>
        Lead(["train", "--data", _data, "--out", _folder["out"], .. options.Contains("--epochs") ? [] : (string[])["--epochs", "2"], .. options.Split(' ')]);

    [Theory]
    [InlineData("a,y\n1,0\n2,1\n3,0\n4,1\n", "--target y")]
    [InlineData("a,y\n1,0\n2,1\n3,0\n4,1\n", "--target y --test-split 0.2")]
    [InlineData("a,y\n1,0\n2,1\n3,0\n4,1\n5,0\n6,1\n", "--target y --test-split 0.1")]
    [InlineData("a,y\n1,p\n2,q\n", "--target y --test-split 0.5")]
    [InlineData("a,y\n1,p\n2,q\n", "--target y --test-split 0.2")]
    [InlineData("a,y\n1,0.5\n2,1.5\n3,0.1\n", "--target y --test-split 0.1")]
    [InlineData("a,y\n1,0\n,1\n3,0\n4,1\n5,0\n6,1\n", "--target y --test-split 0.4")]
    [InlineData("a,y\n1,0\n2,1\n3,0\n4,1\n", "--target z")]
    [InlineData("a,y\n1,0\n2,1\n3,0\n4,1\n", "")]
    public void Advice_about_tables_leads_on(string table, string options)
    {
        File.WriteAllText(_folder["t.csv"], table);
        Lead(["train", "--data", _folder["t.csv"], "--epochs", "2", "--out", _folder["out"], .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
    }

    [Fact]
    public void A_share_that_is_said_to_be_enough_is_enough()
    {
        File.WriteAllText(_folder["t.csv"], "a,y\n1,0\n2,1\n3,0\n4,1\n");

        string[] args = ["train", "--data", _folder["t.csv"], "--target", "y", "--epochs", "2", "--out", _folder["out"], "--test-split", "0.2"];
        string line = CommandRun.Of(args).MustBeRefused();

        Assert.DoesNotContain("0.2.", line, StringComparison.Ordinal);
        Assert.Contains("at least --test-split 0.25, or", line, StringComparison.Ordinal);
        Assert.Equal(0, CommandRun.Of(Advice.Follow(args, line)!).ExitCode);
    }

    [Fact]
    public void Nothing_can_be_set_aside_where_every_class_is_there_once_but_the_same_table_may_test()
    {
        File.WriteAllText(_folder["t.csv"], "a,y\n1,p\n2,q\n");
        string[] args = ["train", "--data", _folder["t.csv"], "--target", "y", "--epochs", "2", "--out", _folder["out"]];

        string line = CommandRun.Of(args).MustBeRefused();

        Assert.DoesNotContain("at least", line, StringComparison.Ordinal);
        Assert.Contains("--test-data FILE", line, StringComparison.Ordinal);
        Assert.Equal(0, CommandRun.Of([.. args, "--test-data", _folder["t.csv"]]).ExitCode);
    }

    [Fact]
    public void Advice_about_a_trained_network_leads_on()
    {
        Assert.Equal(0, CommandRun.Of("train", "--data", _data, "--hidden", "4", "--epochs", "2", "--out", _folder["run"]).ExitCode);
        string[] commands =
        [
            "evaluate RUN --cost mse", "evaluate RUN --split zebra", "evaluate RUN --cost cross-entropy", "predict RUN --example 99", "predict RUN --example x",
            "explain RUN --example 99", "explain RUN --neuron 1", "explain RUN --layer 9", "explain RUN --weight 1", "explain RUN --equations --backward",
            "gradcheck RUN --tolerance 0", "gradcheck RUN --examples 99", "gradcheck RUN --of a", "sensitivity RUN --exmaples 2", "evalute RUN", "test RUN",
            "train --data DATA --out RUN --epochs 1", "replay RUN", "replay RUN --step 99999", "export RUN OUT.txt", "data lst", "descend --lr 0",
            "descend --start a", "chain --weights 1,2 --biases 1", "experiment noize", "runs shwo RUN", "find-learning-rate --data DATA --lr 2",
        ];
        foreach (string command in commands)
        {
            Lead([.. command.Split(' ').Select(word => word.Replace("RUN", _folder["run"], StringComparison.Ordinal)
                .Replace("DATA", _data, StringComparison.Ordinal).Replace("OUT", _folder["model"], StringComparison.Ordinal))]);
        }
    }

    [Theory]
    [InlineData("50")]
    [InlineData("0.05")]
    [InlineData("0.005")]
    [InlineData("1e-5")]
    public void What_comes_next_after_a_poor_run_comes_to_rest(string rate)
    {
        // Labels that nothing can be learned of but by heart: a poor run stays one.
        var rng = new Rng(1);
        File.WriteAllLines(_folder["t.csv"], Enumerable.Range(0, 60).Select(_ => $"{rng.NextInt(9)},{rng.NextInt(9)},c{rng.NextInt(4)}").Prepend("a,b,y"));
        string[] args = ["--data", _folder["t.csv"], "--target", "y", "--epochs", "3", "--optimizer", "sgd", "--lr", rate];
        var seen = new HashSet<string>();
        for (int i = 0; i < 10; i++)
        {
            Assert.True(seen.Add(string.Join(' ', args)), string.Join('\n', seen));
            var run = CommandRun.Of(["train", .. args, "--out", _folder[$"poor-{i}"]]);
            if (run.ExitCode != 0 || run.OutLines.FirstOrDefault(line => line.Contains("  # the same ", StringComparison.Ordinal)) is not { } next) return;
            args = [.. next[(next.IndexOf("train ", StringComparison.Ordinal) + 6)..next.IndexOf("  #", StringComparison.Ordinal)].Split(' ')];
        }
    }

    private static void Lead(string[] args)
    {
        var seen = new List<string>();
        for (string[] next = args; seen.Count < MostSteps;)
        {
            var run = CommandRun.Of(next);
            if (run.ExitCode == 0) return;
            string said = run.ErrorLines.Last(line => line.StartsWith("nabla: ", StringComparison.Ordinal)).Split(" (See ")[0];
            Assert.True(!seen.Contains(said), $"{string.Join(' ', next)}: {said} Before: {string.Join(" ", seen)}");
            seen.Add(said);
            if (Advice.Follow(next, said) is not { } better) return;
            next = better;
        }

        Assert.True(seen.Count < MostSteps, string.Join(" ", seen));
    }

    private static IEnumerable<(Command Command, string[] Path)> Commands(Command command, string[] path) => command.Subcommands
        .SelectMany(sub => Commands(sub, [.. path, sub.Name])).Prepend((command, path));
}
