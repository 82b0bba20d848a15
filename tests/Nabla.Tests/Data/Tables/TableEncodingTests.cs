namespace Nabla.Tests;

public class TableEncodingTests
{
    private static readonly string[] Names = ["size", "colour", "kind"];

    [Fact]
    public void Numbers_are_standardised_and_categories_become_one_hot()
    {
        var (train, test, encoding) = TableEncoding.Split(
            Make(["1", "red", "a"], ["3", "blue", "b"], ["5", "red", "a"]), new TableOptions { Target = "kind" });

        // By hand: mean 3, deviation √(8/3); blue before red.
        float one = (float)(2 / Math.Sqrt(8 / 3.0));
        Assert.Null(test);
        Assert.Equal([-one, 0, 1, 0, 1, 0, one, 0, 1], train.Values.ToArray());
        Assert.Equal([0, 1, 0], train.Labels.ToArray());
        Assert.Equal(["a", "b"], train.ClassNames);
        Assert.Equal((3, 2), (encoding.Inputs, encoding.Outputs));
    }

    [Fact]
    public void Means_come_from_the_training_rows_alone()
    {
        var rows = Enumerable.Range(0, 40).Select(i => new[] { $"{i * i}", "x", i % 2 == 0 ? "a" : "b" }).ToArray();
        var (train, test, encoding) = TableEncoding.Split(Make(rows), new TableOptions { Target = "kind" }, 0.25, seed: 3);

        Assert.Equal((30, 10), (train.Count, test!.Count));
        Assert.Equal(15, train.Labels.ToArray().Count(label => label == 0));
        double[] sizes = [.. Enumerable.Range(0, 30).Select(i => (double)train[i].Input[0])];
        Assert.Equal(0, sizes.Average(), 1e-6);
        Assert.Equal(1, sizes.Average(x => x * x), 1e-6);
        var again = TableEncoding.Parse(encoding.ToJson()).Divide(Make(rows), 0.25, 3);
        Assert.Equal(train.Values.ToArray(), again.Train.Values.ToArray());
        Assert.Equal(test.Values.ToArray(), again.Test!.Values.ToArray());
    }

    [Theory]
    [InlineData(MissingValues.Mean, 4)]
    [InlineData(MissingValues.Median, 2)]
    [InlineData(MissingValues.MostFrequent, 1)]
    public void Missing_cells_are_filled_as_told(MissingValues how, double fill)
    {
        var table = Make(["1", "red", "a"], ["", "?", "b"], ["1", "red", "a"], ["3", "blue", "b"], ["11", "blue", "b"], ["NA", "red", "a"]);
        var encoding = TableEncoding.Split(table, new TableOptions { Target = "kind", Missing = how }).Encoding;

        Assert.Equal(fill, encoding.Columns[0].Fill);
        Assert.Equal("red", encoding.Columns[1].FillCategory);
    }

    [Fact]
    public void Rows_with_missing_cells_are_dropped_where_told()
    {
        var table = Make(["1", "red", "a"], ["", "red", "b"], ["2", "red", "b"], ["3", "red", ""]);

        Assert.Equal(2, TableEncoding.Split(table, new TableOptions { Target = "kind", Missing = MissingValues.Drop }).Train.Count);
    }

    [Theory]
    [InlineData("1.5,2.5,3.5", true)]
    [InlineData("1,2,1", false)]
    [InlineData("1,2,b", false)]
    public void The_task_is_told_by_the_target(string targets, bool isRegression)
    {
        var table = Make([.. targets.Split(',').Select((y, i) => new[] { $"{i}", "x", y })]);

        Assert.Equal(isRegression, TableEncoding.Split(table, new TableOptions { Target = "kind" }).Train.IsRegression);
    }

    [Fact]
    public void Targets_of_regression_are_standardised_and_come_back()
    {
        var (train, _, encoding) = TableEncoding.Split(
            Make(["1", "x", "10"], ["2", "x", "20"], ["3", "x", "60"]), new TableOptions { Target = "3", Task = TableTask.Regression });

        Assert.Equal([10.0, 20, 60], train.Targets.ToArray().Select(encoding.Target.Value), (a, b) => Math.Abs(a - b) < 1e-5);
        Assert.Equal(0, train.Targets.ToArray().Average(), 1e-6);
    }

    public static TheoryData<string[][], string[]> Bad => new()
    {
        { [["1", "x", "a"], ["2", "x", "b"], ["three", "x", "a"]], ["row 4", "column 'size'", "'three'", "word among numbers"] },
        { [["1", "x", "a"], ["NaN", "x", "b"], ["3", "x", "a"]], ["row 3", "column 'size'", "'NaN'", "finite"] },
        { [["1", "x", "a"], ["-Infinity", "x", "b"], ["3", "x", "a"]], ["row 3", "column 'size'", "finite"] },
        { [["1", "x", "a"], ["1e999", "x", "b"], ["3", "x", "a"]], ["row 3", "column 'size'", "finite"] },
        { [["1", "x", "a"], ["", "x", "b"]], ["row 3", "column 'size'", "missing"] },
        { [["1", "x", "a"], ["2", "x", ""]], ["row 3", "column 'kind'", "missing"] },
        { [["1", "x", "a"], ["2", "x", "a"]], ["column 'kind'", "every target is 'a'"] },
        { [["1", "x", "a"], ["2", "x"]], ["row 3", "2 cells", "'kind'"] },
        { [["1", "x", "a"], ["2", "x", "b", "c"]], ["row 3", "4 cells", "column 4"] },
        { [["", "x", "a"], ["", "x", "b"]], ["column 'size'", "every cell is missing"] },
        { [], ["empty"] },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_bad_table_is_refused_by_file_row_and_column(string[][] rows, string[] words)
    {
        string message = Assert.Throws<InvalidDataException>(() => TableEncoding.Split(Make(rows), new TableOptions { Target = "kind" })).Message;

        Assert.StartsWith("'t.csv'", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
        Assert.All(words, word => Assert.Contains(word, message, StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_not_learned_is_refused_later()
    {
        var encoding = TableEncoding.Split(Make(["1", "red", "a"], ["3", "blue", "b"]), new TableOptions { Target = "kind" }).Encoding;

        Assert.Contains("row 2, column 'colour': 'mauve' is not among the 2 categories learned: blue, red", Refused(["1", "mauve", "a"]), StringComparison.Ordinal);
        Assert.Contains("row 2, column 'kind': 'c' is not among", Refused(["1", "red", "c"]), StringComparison.Ordinal);
        Assert.Contains("row 2, column 'size': 'big' is not a finite number", Refused(["big", "red", "a"]), StringComparison.Ordinal);
        Assert.Contains("row 2, column 'size': the value is missing", Refused(["", "red", "a"]), StringComparison.Ordinal);

        string Refused(string[] row) => Assert.Throws<InvalidDataException>(() => encoding.Encode(Make(row))).Message;
    }

    [Fact]
    public void Columns_are_found_by_name_in_any_order_and_without_the_target()
    {
        var encoding = TableEncoding.Split(Make(["1", "red", "a"], ["3", "blue", "b"]), new TableOptions { Target = "kind" }).Encoding;
        var other = Table.FromRows("u.csv", ["colour", "size"], [(2, ["blue", "3"])]);

        Assert.Equal([1, 1, 0], encoding.EncodeInputs(other));
        var nameless = Table.FromRows("v.csv", null, [(1, ["3", "blue"])]);
        Assert.Equal([1, 1, 0], encoding.EncodeInputs(nameless));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"columns":[],"target":{"name":"y","place":0},"tableColumns":1,"hasNames":true}""")]
    [InlineData("""{"columns":[{"name":"x","place":0,"deviation":0}],"target":{"name":"y","place":1},"tableColumns":2,"hasNames":true}""")]
    [InlineData("""{"columns":[{"name":"x","place":0,"categories":["a","a"]}],"target":{"name":"y","place":1},"tableColumns":2,"hasNames":true}""")]
    [InlineData("""{"columns":[null],"target":{"name":"y","place":1},"tableColumns":2,"hasNames":true}""")]
    public void An_unsound_encoding_is_refused(string json) => Assert.Throws<InvalidDataException>(() => TableEncoding.Parse(json));

    [Fact]
    public void A_model_remembers_its_table()
    {
        using var folder = new TempFolder();
        var (train, _, encoding) = TableEncoding.Split(Make(["1", "red", "a"], ["3", "blue", "b"]), new TableOptions { Target = "kind" });
        string path = Path.Combine(folder.Path, "m.safetensors");
        var network = Network.Create(3, 1, new Dense(2, Activation.Softmax));
        network.Save(path, new ModelInfo { Table = encoding, ClassNames = train.ClassNames });

        var info = Model.Load(path).Info;
        Assert.Equal(encoding.ToJson(), info.Table!.ToJson());
        Assert.Equal(["a", "b"], info.ClassNames);

        // Such a file is not written; it is made by giving another entry of one the table's name.
        var larger = Network.Create(5, 1, new Dense(2, Activation.Softmax));
        Assert.Throws<ArgumentException>(() => larger.Save(path, new ModelInfo { Table = encoding }));
        larger.Save(path, new ModelInfo { Provenance = new Dictionary<string, string>(StringComparer.Ordinal) { ["t"] = encoding.ToJson() } });
        string file = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(path));
        File.WriteAllBytes(path, System.Text.Encoding.Latin1.GetBytes(file.Replace("\"nabla.provenance.t\":", "\"nabla.table\":       ", StringComparison.Ordinal)));
        Assert.Contains("does not fit its layers", Assert.Throws<InvalidDataException>(() => Model.Load(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cell_that_is_null_is_refused_with_its_place() => Assert.Contains(
        "'rows' row 7 column 'y': the cell is null",
        Assert.Throws<InvalidDataException>(() => Table.FromRows("rows", ["a", "y"], [(7, ["1", null!])])).Message, StringComparison.Ordinal);

    private static Table Make(params string[][] rows) => Table.FromRows("t.csv", Names, rows.Select((row, i) => (i + 2, (IReadOnlyList<string>)row)));
}
