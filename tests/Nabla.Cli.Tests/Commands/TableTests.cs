using System.Globalization;
using System.Text.Json;

namespace Nabla.Cli.Tests;

/// <summary>People's own tables and folders of images: train, evaluate, predict, and what is refused.</summary>
public sealed class TableTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_table_is_learned_evaluated_and_predicted()
    {
        string data = Flowers();
        var trained = CommandRun.Of("train", "--data", data, "--target", "kind", "--epochs", "40", "--json", "--out", _folder["run"]);
        Assert.Equal(0, trained.ExitCode);
        var done = JsonDocument.Parse(trained.OutLines[^1]).RootElement;
        Assert.True(done.GetProperty("testAccuracy").GetDouble() > 0.9);
        Assert.Equal(24, done.GetProperty("testExamples").GetInt32());

        // The same rows are for testing again.
        var evaluated = JsonDocument.Parse(CommandRun.Of("evaluate", _folder["run"], "--data", data, "--json").Out).RootElement;
        Assert.Equal(done.GetProperty("testAccuracy").GetDouble(), evaluated.GetProperty("accuracy").GetDouble());
        Assert.Equal(24, evaluated.GetProperty("examples").GetInt32());
        Assert.Equal(3, evaluated.GetProperty("classes").GetArrayLength());

        var predicted = CommandRun.Of("predict", _folder["run"], data, "--json");
        Assert.Equal(120, predicted.OutLines.Length);
        var first = JsonDocument.Parse(predicted.OutLines[0]).RootElement;
        Assert.Equal($"{data} row 2", first.GetProperty("input").GetString());
        Assert.Equal("aster", first.GetProperty("class").GetString());
        Assert.Contains("aster", CommandRun.Of("predict", _folder["run"], data).OutLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Another_table_is_tested_on_as_a_whole()
    {
        CommandRun.Of("train", "--data", Flowers(), "--target", "kind", "--epochs", "5", "--out", _folder["run"]);
        string other = Write("other.csv", "kind,colour,length\nbroom,red,5\naster,blue,1\n");

        var result = JsonDocument.Parse(CommandRun.Of("evaluate", _folder["run"], "--data", other, "--json").Out).RootElement;
        Assert.Equal(2, result.GetProperty("examples").GetInt32());
    }

    [Fact]
    public void Numbers_are_answered_in_the_unit_of_the_target()
    {
        string data = Houses();
        var trained = CommandRun.Of("train", "--data", data, "--target", "price", "--missing", "mean", "--json", "--out", _folder["run"]);
        Assert.Equal(0, trained.ExitCode);
        var done = JsonDocument.Parse(trained.OutLines[^1]).RootElement;
        Assert.True(done.GetProperty("testR2").GetDouble() > 0.9, trained.Out);
        Assert.False(done.TryGetProperty("testAccuracy", out _));

        string fresh = Write("fresh.tsv", "size\tage\n100\t10\n");
        double price = JsonDocument.Parse(CommandRun.Of("predict", _folder["run"], fresh, "--json").Out).RootElement.GetProperty("value").GetDouble();
        Assert.Equal(295_000, price, 30_000.0);
        Assert.Contains("R²", CommandRun.Of("evaluate", _folder["run"], "--data", data).Out, StringComparison.Ordinal);
        Assert.Equal(0, CommandRun.Of("gradcheck", _folder["run"], "--data", data).ExitCode);
        Assert.Contains("tells of classes", CommandRun.Of("explain", _folder["run"], "--data", data).MustBeRefused(), StringComparison.Ordinal);
        Assert.Contains("is a table", CommandRun.Of("data", "info", data).MustBeRefused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b,y\n1,2,x\n3,y\n", "row 3", "2 cells")]
    [InlineData("a,b,y\n1,2,x\n3,4,y,5\n", "row 3", "4 cells")]
    [InlineData("a,b,y\n1,2,x\n3,4,y\nword,6,x\n", "row 4, column 'a'", "'word' is a word among numbers")]
    [InlineData("a,b,y\n1,2,x\n3,nan,y\n", "row 3, column 'b'", "finite")]
    [InlineData("a,b,y\n1,2,x\n3,inf,y\n", "row 3, column 'b'", "finite")]
    [InlineData("a,b,y\n1,2,x\n3,,y\n", "row 3, column 'b'", "missing")]
    [InlineData("a,b,y\n1,2,x\n3,4,x\n", "column 'y'", "every target is 'x'")]
    [InlineData("", "empty", "no row")]
    [InlineData("a,b,y\n", "empty", "no row")]
    [InlineData("a,a,y\n1,2,x\n", "two columns 'a'", "columns 1 and 2")]
    [InlineData("1,2,3\n1,2,4\n", "row 1 holds numbers", "header")]
    [InlineData("a,b,y\n1,\"2,x\n3,4,y\n", "row", "quoted")]
    [InlineData("a,b,z\n1,2,x\n3,4,y\n", "no column 'y'", "a, b, z")]
    public void A_bad_table_is_refused_in_one_line(string content, string where, string what)
    {
        string data = Write("bad.csv", content);
        string line = CommandRun.Of("train", "--data", data, "--target", "y", "--out", _folder["run"]).MustBeRefused();

        Assert.Contains("bad.csv", line, StringComparison.Ordinal);
        Assert.Contains(where, line, StringComparison.Ordinal);
        Assert.Contains(what, line, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["run"]));
    }

    [Fact]
    public void A_huge_line_does_not_fill_the_memory()
    {
        string path = _folder["huge.csv"];
        using (var file = new FileStream(path, FileMode.CreateNew))
        {
            file.Write("a,y\n"u8);

            // A hole in the file: two gigabytes of zeros without a line's end, and nothing on the disk.
            file.SetLength(2L << 30);
        }

        // Of this thread: other tests allocate as well, the more the longer this one takes.
        long before = GC.GetAllocatedBytesForCurrentThread();
        string line = CommandRun.Of("train", "--data", path, "--target", "y", "--out", _folder["run"]).MustBeRefused();
        Assert.Contains("huge.csv' row 2 is longer than 16 MB", line, StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 500_000_000);
    }

    [Fact]
    public void What_is_no_text_is_refused()
    {
        string path = _folder["sheet.csv"];
        File.WriteAllBytes(path, [(byte)'P', (byte)'K', 3, 4, 0, 0]);
        Assert.Contains("spreadsheet", Refused(), StringComparison.Ordinal);
        File.WriteAllBytes(path, [.. "a,y\n1,x\n2,M"u8, 0xFC, .. "ller\n"u8]);
        Assert.Contains("row 3 is not UTF-8", Refused(), StringComparison.Ordinal);

        string Refused() => CommandRun.Of("train", "--data", path, "--target", "y", "--out", _folder["run"]).MustBeRefused();
    }

    [Fact]
    public void What_was_not_learned_is_refused_by_file_row_and_column()
    {
        CommandRun.Of("train", "--data", Flowers(), "--target", "kind", "--epochs", "2", "--out", _folder["run"]);
        string other = Write("other.csv", "length,colour\n1,red\n2,mauve\n");

        string line = CommandRun.Of("predict", _folder["run"], other).MustBeRefused();
        Assert.Contains("other.csv' row 3, column 'colour': 'mauve' is not among", line, StringComparison.Ordinal);
    }

    [Fact]
    public void The_target_must_be_named()
    {
        string line = CommandRun.Of("train", "--data", Flowers(), "--out", _folder["run"]).MustBeRefused();
        Assert.Contains("--target", line, StringComparison.Ordinal);
        Assert.Contains("length, colour, kind", line, StringComparison.Ordinal);
        Assert.Contains("is for tables", CommandRun.Of("train", "--data", "digits", "--target", "y").MustBeRefused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_without_header_and_with_other_delimiters_are_read()
    {
        string data = Write("plain.csv",
            string.Concat(Enumerable.Range(0, 40).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i % 2 + 0.01 * i:F2}|{(i % 2 == 0 ? "a" : "b")}\n"))));
        var run = CommandRun.Of("train", "--data", data, "--no-header", "--target", "2", "--epochs", "3", "--out", _folder["run"]);
        Assert.Equal(0, run.ExitCode);

        Assert.Equal(40, CommandRun.Of("predict", _folder["run"], data).OutLines.Length);
    }

    [Fact]
    public void Folders_of_images_are_learned_and_their_images_taken_as_they_are()
    {
        for (int i = 0; i < 20; i++)
        {
            foreach (string name in new[] { "left", "right" })
            {
                byte[] pixels = new byte[24];
                for (int p = 0; p < 24; p++) pixels[p] = (byte)(p % 6 < 3 == (name == "left") ? 200 + i : i);
                Directory.CreateDirectory(_folder[$"sides/{name}"]);
                new GrayImage(6, 4, pixels).SavePng(_folder[$"sides/{name}/{i}.png"]);
            }
        }

        var run = CommandRun.Of("train", "--data", _folder["sides"], "--preset", "modern", "--hidden", "6", "--json", "--quiet", "--out", _folder["run"]);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(1, JsonDocument.Parse(run.OutLines[^1]).RootElement.GetProperty("testAccuracy").GetDouble());
        var seen = JsonDocument.Parse(CommandRun.Of("predict", _folder["run"], _folder["sides/right/3.png"], "--json").Out).RootElement;
        Assert.Equal("right", seen.GetProperty("class").GetString());
        Assert.Contains("\"examples\":8,", CommandRun.Of("evaluate", _folder["run"], "--data", _folder["sides"], "--json").Out, StringComparison.Ordinal);
    }

    private string Write(string name, string content)
    {
        File.WriteAllText(_folder[name], content);
        return _folder[name];
    }

    private string Flowers()
    {
        string[] kinds = ["aster", "broom", "clover"];
        return Write("flowers.csv", "length,colour,kind\n" + string.Concat(Enumerable.Range(0, 120).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"{i % 3 * 2 + 1 + i % 7 * 0.05:F2},{(i % 2 == 0 ? "red" : "blue")},{kinds[i % 3]}\n"))));
    }

    private string Houses() => Write("houses.tsv", "size\tage\tprice\n" + string.Concat(Enumerable.Range(0, 200).Select(i =>
    {
        int size = 40 + i * 37 % 150, age = i * 13 % 60;
        return $"{size}\t{(i % 19 == 3 ? "" : $"{age}")}\t{3000 * size - 500 * age}\n";
    })));
}
