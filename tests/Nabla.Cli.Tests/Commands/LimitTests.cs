using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Nabla.Cli.Tests;

/// <summary>Sizes at and beyond what there can be: right, or exit code 2 with one line that says size, limit and mend.</summary>
public sealed class LimitTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("train --run nabla:1/data=digits/train-examples=20/test-examples=10/hidden=2000000000")]
    [InlineData("train --data digits --train-examples 20 --test-examples 10 --hidden 2000000000")]
    [InlineData("train --data digits --train-examples 20 --test-examples 10 --hidden 4,50000000")]
    [InlineData("find-learning-rate --data digits --train-examples 20 --hidden 50000000")]
    public void Layer_that_no_kernel_takes(string command)
    {
        string[] args = [.. command.Split(' '), .. command.StartsWith("train", StringComparison.Ordinal) ? (string[])["--out", _folder["out"]] : []];
        string line = CommandRun.Of(args).MustBeRefused();
        Assert.Contains("16,000,000 of each are the most", line, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("--class-weights balanced")]
    public void Validation_that_leaves_nothing_to_learn_from(string options)
    {
        string table = Table(40, i => i % 2 == 0 ? "a" : "b");
        string line = CommandRun.Of([
            "train", "--data", table, "--target", "y", "--train-examples", "1", "--validation-split", "0.5", "--out", _folder["out"],
            .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]).MustBeRefused();
        Assert.Contains("validation split 0.5 leaves none of the 1 examples", line, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Fact]
    public void Target_too_far_from_those_that_were_learned_from()
    {
        string table = Table(40, i => (i % 7 * 1.5).ToString(CultureInfo.InvariantCulture)), far = _folder["far.csv"];
        File.WriteAllText(far, "x,y\n1,2\n2,1e60\n");
        string[] train = ["train", "--data", table, "--target", "y", "--epochs", "1"];
        string line = CommandRun.Of([.. train, "--test-data", far, "--out", _folder["out"]]).MustBeRefused();
        Assert.Contains("row 3", line, StringComparison.Ordinal);
        Assert.Contains("too far", line, StringComparison.Ordinal);

        Assert.Equal(0, CommandRun.Of([.. train, "--out", _folder["run"], "--quiet"]).ExitCode);
        Assert.Contains("too far", CommandRun.Of("evaluate", _folder["run"], "--data", far).MustBeRefused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Images_of_more_pixels_than_16_bits_count_are_learned()
    {
        // Two classes that differ by the pixel 65,536 alone, against pixel 7.
        for (int i = 0; i < 24; i++)
        {
            string folder = Directory.CreateDirectory(_folder[$"images/{i % 2}"]).FullName;
            byte[] pixels = new byte[256 * 257];
            pixels[i % 2 == 0 ? 7 : 65_536] = 255;
            pixels[1000 + i] = 90;
            File.WriteAllBytes(Path.Combine(folder, $"{i}.pgm"), [.. Encoding.ASCII.GetBytes("P5 256 257 255\n"), .. pixels]);
        }

        string[] options = ["--hidden", "4", "--activation", "tanh", "--epochs", "20",
            "--batch-size", "4", "--optimizer", "adam", "--learning-rate", "0.05", "--test-split", "0.34"];
        var trained = CommandRun.Of(["train", "--data", _folder["images"], .. options, "--out", _folder["run"], "--json"]);
        Assert.Equal(0, trained.ExitCode);
        Assert.Equal(1, JsonDocument.Parse(trained.OutLines[^1]).RootElement.GetProperty("testAccuracy").GetDouble());
        Assert.Equal(1, JsonDocument.Parse(CommandRun.Of("evaluate", _folder["run"], "--data", _folder["images"], "--json").Out).RootElement.GetProperty("accuracy").GetDouble());
        var answer = JsonDocument.Parse(CommandRun.Of("predict", _folder["run"], _folder["images/1/1.pgm"], "--json").Out).RootElement;
        Assert.Equal("1", answer.GetProperty("class").GetString());
    }

    [Fact]
    public void With_restore_best_every_figure_is_of_the_network_that_is_saved()
    {
        string table = Noisy();
        string[] train = ["train", "--data", table, "--target", "y", "--hidden", "24", "--activation", "tanh", "--optimizer", "adam", "--learning-rate", "0.05",
            "--batch-size", "8", "--epochs", "80", "--validation-split", "0.3", "--patience", "6", "--restore-best"];
        var run = CommandRun.Of([.. train, "--json", "--out", _folder["run"]]);
        Assert.Equal(0, run.ExitCode);
        var done = JsonDocument.Parse(run.OutLines[^1]).RootElement;
        var saved = JsonDocument.Parse(CommandRun.Of("evaluate", _folder["run"], "--data", table, "--json").Out).RootElement;
        double accuracy = saved.GetProperty("accuracy").GetDouble();

        // Where the last epoch's network had the same accuracy, this would show nothing.
        double[] epochs = [.. run.OutLines.SkipLast(1).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("testAccuracy").GetDouble())];
        Assert.NotEqual(epochs[^1], accuracy);
        Assert.Equal(accuracy, done.GetProperty("testAccuracy").GetDouble());
        int restored = done.GetProperty("restoredEpoch").GetInt32();
        Assert.Equal(epochs[restored - 1], accuracy);
        Assert.Equal(accuracy, JsonDocument.Parse(File.ReadAllText(_folder["run/result.json"])).RootElement.GetProperty("testAccuracy").GetDouble());

        var plain = CommandRun.Of([.. train, "--out", _folder["plain"], "--quiet"]);
        Assert.Contains($"Test accuracy: {accuracy.ToString("P2", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal)}",
            plain.Out.Replace(" %", "%", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains($"kept is the network of epoch {restored}", plain.Out, StringComparison.Ordinal);
    }

    private string Table(int rows, Func<int, string> y)
    {
        File.WriteAllText(_folder["table.csv"], "x,y\n" + string.Concat(Enumerable.Range(0, rows).Select(i => $"{i % 9},{y(i)}\n")));
        return _folder["table.csv"];
    }

    // Classes that three numbers hardly tell, so that learning by heart begins soon.
    private string Noisy()
    {
        var rng = new Rng(5);
        var rows = Enumerable.Range(0, 300).Select(_ =>
        {
            double a = rng.NextDouble(-2, 2), b = rng.NextDouble(-2, 2), c = rng.NextDouble(-2, 2);
            return FormattableString.Invariant($"{a:F2},{b:F2},{c:F2},{(a + rng.NextDouble(-3, 3) > 0 ? "j" : "n")}\n");
        });
        File.WriteAllText(_folder["noisy.csv"], "a,b,c,y\n" + string.Concat(rows));
        return _folder["noisy.csv"];
    }
}
