using System.CommandLine;

namespace Nabla.Cli;

/// <summary>The options that say which data.</summary>
internal sealed class DataOptions
{
    public Option<string?> Data { get; } = OptionOf.Text(
        "--data", "WHICH", "auto (MNIST where it is found or can be fetched, otherwise the built-in digits), mnist, fashion-mnist, digits, "
        + "a table of yours (FILE.csv, FILE.tsv), or a folder with the four IDX files, or with a folder of PNG images for each class "
        + "(default: auto)");

    public Option<string?> Target { get; } = OptionOf.Text(
        "--target", "COLUMN", "the column of the table to predict: its name, or its number from 1");

    public Option<string?> Task { get; } = OptionOf.Choice(
        "--task", "NAME", "classification or regression (default: regression where the target column holds numbers that are not whole, or of "
        + $"more than {TableOptions.MostNumberClasses} kinds)", Same("classification", "regression"));

    public Option<char?> Delimiter { get; } = OptionOf.Parsed<char?>(
        "--delimiter", "CHAR", "what stands between cells; tab for a tab (default: told by the first lines)", text =>
            text is "tab" or "\\t" ? ('\t', null) : text is [var c] && c is not ('"' or '\n' or '\r') && char.IsAscii(c)
                ? (c, null) : (null, $"--delimiter is '{text}'; give one character, such as ; or tab."));

    public Option<bool> NoHeader { get; } = OptionOf.Flag("--no-header", "the first row of the table is an example, not the names of the columns");

    public Option<string?> Missing { get; } = OptionOf.Choice(
        "--missing", "HOW", "what becomes of missing cells: refuse, mean, median, most-frequent (of the training examples; categories always become the "
        + "most frequent one), or drop the row (default: refuse)", Same("refuse", "mean", "median", "most-frequent", "drop"));

    public Option<string[]?> Categorical { get; } = Columns("--categorical", "columns whose numbers are names of categories");

    public Option<string[]?> Ignore { get; } = Columns("--ignore", "columns to leave out, such as numbers of rows");

    public Option<double?> TestSplit { get; } = OptionOf.Fraction(
        "--test-split", "PART", "the part of a table or a folder of images that is for testing, drawn by the seed; it keeps the share of every class "
        + "(default: 0.2)", "0.2");

    public Option<string?> TestData { get; } = OptionOf.Text("--test-data", "FILE", "another table to be tested on, so that all of --data is for learning");

    public Option<(int Width, int Height)?> Resize { get; } = OptionOf.Parsed<(int Width, int Height)?>(
        "--resize", "WxH", "scale the images of a folder to this size (default: they must be of one size)", text =>
            text.Split('x', '×') is [var w, var h] && int.TryParse(w, out int width) && int.TryParse(h, out int height)
                && width is >= 1 and <= 1000 && height is >= 1 and <= 1000
                ? ((width, height), null) : (null, $"--resize is '{text}'; give width and height in pixels, such as 28x28."));

    public Option<int?> TrainExamples { get; } = OptionOf.Whole(
        "--train-examples", "N", "use only the first N training examples (default: all)", 1, "1000", aliases: "--limit");

    public Option<int?> TestExamples { get; } = OptionOf.Whole(
        "--test-examples", "N", "use only the first N test examples (default: all)", 1, "1000");

    public Option<string?> Split { get; } = OptionOf.Choice(
        "--split", "PART", "test or train (default: test)", new Dictionary<string, string> { ["test"] = "test", ["train"] = "train" });

    /// <summary>What was asked for.</summary>
    /// <param name="parsed">The arguments.</param>
    /// <param name="otherwise">The data where none were named.</param>
    public DataRequest Read(ParseResult parsed, string otherwise = "auto")
    {
        string name = parsed.GetValue(Data) ?? otherwise;
        if (!OwnData.IsTable(name) && TableOnly.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } stray)
            throw CliException.Wrong($"{stray.Name} is for tables, but --data is '{name}'; give --data FILE.csv.");
        if (parsed.GetValue(TestData) is not null && parsed.GetValue(TestSplit) is not null)
            throw CliException.Wrong("--test-data and --test-split were both given; give one of them.");
        return new DataRequest(name, parsed.GetValue(TrainExamples), parsed.GetValue(TestExamples))
        {
            Csv = new CsvOptions { Delimiter = parsed.GetValue(Delimiter), HasHeader = !parsed.GetValue(NoHeader) },
            TestTable = parsed.GetValue(TestData),
            Size = parsed.GetValue(Resize),
            TestPart = parsed.GetValue(TestSplit) ?? 0.2,
            Table = parsed.GetValue(Target) is not { } target ? null : new TableOptions
            {
                Target = target,
                Task = parsed.GetValue(Task) switch
                {
                    "classification" => TableTask.Classification,
                    "regression" => TableTask.Regression,
                    _ => TableTask.Auto,
                },
                Missing = parsed.GetValue(Missing) switch
                {
                    "mean" => MissingValues.Mean,
                    "median" => MissingValues.Median,
                    "most-frequent" => MissingValues.MostFrequent,
                    "drop" => MissingValues.Drop,
                    _ => MissingValues.Refuse,
                },
                Categorical = parsed.GetValue(Categorical) ?? [],
                Ignored = parsed.GetValue(Ignore) ?? [],
            },
        };
    }

    /// <summary>What was asked for, for a model: what it was trained on where nothing was.</summary>
    public DataRequest Read(ParseResult parsed, LocatedModel model)
    {
        var request = Read(parsed, parsed.GetValue(Data) ?? model.UsualData());
        bool noHeader = parsed.GetValue(NoHeader) || model.Info.Table is { HasNames: false };
        return request with { Model = model.Info, Csv = request.Csv with { HasHeader = !noHeader } };
    }

    /// <summary>Whether the training part was asked for.</summary>
    public bool WantsTrain(ParseResult parsed) => parsed.GetValue(Split) == "train";

    private IEnumerable<Option> TableOnly => [Target, Task, TestData, Delimiter, NoHeader, Missing, Categorical, Ignore];

    private static Dictionary<string, string> Same(params string[] names) => names.ToDictionary(name => name);

    private static Option<string[]?> Columns(string name, string description) => OptionOf.Parsed<string[]?>(
        name, "COLUMNS", description + ": names or numbers, joined by commas",
        text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } columns
            ? (columns, null) : (null, $"{name} is empty; give names of columns, joined by commas."));
}
