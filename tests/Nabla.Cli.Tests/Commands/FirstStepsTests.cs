using System.Text.Json;
using System.Text.RegularExpressions;

namespace Nabla.Cli.Tests;

/// <summary>What somebody meets in the first minutes: nothing trained yet, data that lie somewhere, and what to do next.</summary>
public sealed partial class FirstStepsTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("predict", "seven.png")]
    [InlineData("evaluate")]
    [InlineData("explain")]
    [InlineData("gradcheck")]
    [InlineData("sensitivity")]
    [InlineData("replay", "--step", "1")]
    public async Task Before_the_first_training_the_message_says_to_train(params string[] command)
    {
        foreach (string[] args in new[] { command, [command[0], "runs/001-lecture", .. command[1..]] })
        {
            string line = (await CommandProcess.Start(_folder, args).EndAsync()).MustBeRefused();

            Assert.Matches("there is no trained run in 'runs' here yet, and '[^']*train' makes one", line);
        }
    }

    [Fact]
    public async Task After_it_the_message_names_the_last_run()
    {
        string data = TinyData.Write(_folder["tiny"]);
        for (int i = 0; i < 2; i++) Assert.Equal(0, (await CommandProcess.Start(_folder, "train", "--data", data, "--hidden", "4", "--epochs", "1").EndAsync()).ExitCode);

        string line = (await CommandProcess.Start(_folder, "evaluate", "runs/007-lecture").EndAsync()).MustBeRefused();

        Assert.Contains("such as runs/002-16-4-3.", line, StringComparison.Ordinal);
        Assert.Equal(0, (await CommandProcess.Start(_folder, "evaluate", "runs/002-16-4-3").EndAsync()).ExitCode);
    }

    [Fact]
    public void A_table_is_found_where_it_lay_and_read_as_it_was()
    {
        File.WriteAllText(_folder["t.csv"], "1;p\n2;q\n3;p\n4;q\n5;p\n6;q\n7;p\n8;q\n");
        Train("--data", _folder["t.csv"], "--target", "2", "--delimiter", ";", "--no-header", "--test-split", "0.25");

        var found = CommandRun.Of("evaluate", _folder["run"], "--json");

        Assert.True(found.ExitCode == 0, found.Error);
        Assert.Equal(2, JsonDocument.Parse(found.Out).RootElement.GetProperty("examples").GetInt32());
        Assert.Equal(0, CommandRun.Of("explain", _folder["run"], "--example", "1").ExitCode);
    }

    [Fact]
    public void The_table_that_was_for_testing_is_found_too()
    {
        File.WriteAllText(_folder["t.csv"], "a,y\n1,p\n2,q\n3,p\n4,q\n");
        File.WriteAllText(_folder["u.csv"], "a,y\n1,p\n2,q\n2,p\n");
        Train("--data", _folder["t.csv"], "--target", "y", "--test-data", _folder["u.csv"]);

        Assert.Equal(3, JsonDocument.Parse(CommandRun.Of("evaluate", _folder["run"], "--json").Out).RootElement.GetProperty("examples").GetInt32());
    }

    [Fact]
    public void Data_that_went_away_are_named()
    {
        string data = TinyData.Write(_folder["tiny"]);
        Train("--data", data);
        Directory.Move(data, _folder["elsewhere"]);

        string line = CommandRun.Of("evaluate", _folder["run"]).MustBeRefused();

        Assert.Contains($"{data}', which are not there now", line, StringComparison.Ordinal);
        Assert.Equal(0, CommandRun.Of("evaluate", _folder["run"], "--data", _folder["elsewhere"]).ExitCode);
    }

    [Fact]
    public void What_comes_next_keeps_the_options_of_the_run_and_can_be_run()
    {
        string data = TinyData.Write(_folder["tiny"]);
        string[] next = Next(Train("--data", data, "--hidden", "6,4", "--activation", "tanh", "--seed", "5", "--lr", "0.5", "--test-examples", "20"));

        string again = Assert.Single(next, line => line.Contains("--hidden 12,8", StringComparison.Ordinal));
        Assert.Equal($"train --epochs 2 --data {data} --activation tanh --seed 5 --learning-rate 0.5 --test-examples 20 --hidden 12,8", again);
        Assert.Contains(next, line => line == $"evaluate {_folder["run"]} --data {data} --test-examples 20");
        RunAll(next);
    }

    [Theory]
    [InlineData("--target 2 --no-header --delimiter ;", "1;p\n2;q\n3;p\n4;q\n5;p\n6;q\n7;p\n8;q\n")]
    [InlineData("--target y --test-data DATA", "a,y\n1,p\n2,q\n")]
    [InlineData("--target y --task regression", "a,y\n1,2\n2,3\n5,1\n6,2\n7,3\n8,8\n")]
    public void What_comes_next_can_be_run_for_tables(string options, string table)
    {
        File.WriteAllText(_folder["t.csv"], table);
        RunAll(Next(Train(["--data", _folder["t.csv"], .. options.Replace("DATA", _folder["t.csv"], StringComparison.Ordinal).Split(' ')])));
    }

    private CommandRun Train(params string[] options)
    {
        var run = CommandRun.Of(["train", "--epochs", "2", "--out", _folder["run"], .. options]);
        Assert.True(run.ExitCode == 0, run.Error);
        return run;
    }

    private static string[] Next(CommandRun run) => [.. Command().Matches(run.Out).Select(match => match.Groups["command"].Value)];

    private void RunAll(string[] commands)
    {
        Assert.NotEmpty(commands);
        for (int i = 0; i < commands.Length; i++)
        {
            string[] args = [.. commands[i].Split(' ').Select(word => word.Trim('\''))];
            var run = CommandRun.Of(args[0] == "train" ? [.. args, "--out", _folder[$"again-{i}"]] : args);
            Assert.True(run.ExitCode == 0, $"{commands[i]}: {run.Error}");
        }
    }

    [GeneratedRegex("^  nabla (?<command>.+?)  #", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Command();
}
