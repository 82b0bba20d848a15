using System.Text.RegularExpressions;

namespace Nabla.Cli.Tests;

/// <summary>A screen of 40 columns, such as a telephone's or half a laptop's, is not written over.</summary>
public sealed partial class NarrowTests : IDisposable
{
    private const int Columns = 40;

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(80)]
    public void Ten_classes_and_their_training_fit(int columns)
    {
        var terminal = new CommandRun.Setting { Out = new Screen(true, true, () => columns), Error = new Screen(true, true, () => columns) };
        var trained = CommandRun.With(
            terminal, "train", "--data", "digits", "--train-examples", "500", "--test-examples", "2000", "--epochs", "12", "--out", _folder["run"]);
        Assert.Equal(0, trained.ExitCode);
        Assert.All(Lines(trained.Error), line => Fits(line, columns));
        Assert.Equal(12, Lines(trained.Error).Count(line => EpochLine().IsMatch(line)));

        var evaluated = CommandRun.With(terminal, "evaluate", _folder["run"], "--test-examples", "2000");

        string[] matrix = [.. Lines(evaluated.Out).SkipWhile(line => !line.Contains("what it is", StringComparison.Ordinal)).TakeWhile(line => line.Trim().Length > 0)];
        Assert.Equal(12, matrix.Length);
        Assert.All(Lines(evaluated.Out), line => Fits(line, columns));
        Assert.Equal(Enumerable.Range(0, 10).Select(label => $"{label}"), matrix[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(10));
        Assert.All(matrix[2..], (row, label) => Assert.Equal($"{label}", row.Trim().Split(' ')[0]));
    }

    [Fact]
    public void Parts_of_a_hundred_stand_where_counts_do_not_fit()
    {
        CommandRun.Of("train", "--data", "digits", "--train-examples", "500", "--epochs", "10", "--out", _folder["run"]);
        var narrow = new CommandRun.Setting { Out = new Screen(true, false, () => Columns) };

        string text = CommandRun.With(narrow, "evaluate", _folder["run"]).Out;
        double right = double.Parse(Accuracy().Match(CommandRun.Of("evaluate", _folder["run"]).Out).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

        // The diagonal, weighted alike, is near the accuracy: the classes are about as many each.
        string[] rows = [.. Lines(text).SkipWhile(line => !line.Contains("what it is", StringComparison.Ordinal)).Skip(2).Take(10)];
        double mean = rows.Select((row, label) => row.Substring(3 + 3 * label, 3).Trim()).Average(cell => cell == "·" ? 0 : int.Parse(cell));
        Assert.Equal(right, mean, 3.0);
    }

    private static void Fits(string line, int columns) => Assert.True(line.Length <= columns, $"{line.Length}: {line}");

    // What is drawn over is no line of its own.
    private static string[] Lines(string text) =>
        [.. Control().Replace(text, "").Split('\n').SelectMany(line => line.Split('\r')).Where(line => !line.Contains("    what ", StringComparison.Ordinal))];

    [GeneratedRegex("\e\\[[0-9;?]*[A-Za-z]")]
    private static partial Regex Control();

    [GeneratedRegex(@"test +\d+\.\d\d%  cost 0\.\d{4}")]
    private static partial Regex EpochLine();

    [GeneratedRegex(@"Accuracy: ([\d.]+)%")]
    private static partial Regex Accuracy();
}
