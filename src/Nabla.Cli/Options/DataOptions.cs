using System.CommandLine;
using System.Globalization;

namespace Nabla.Cli;

/// <summary>The options that say which data.</summary>
internal sealed class DataOptions
{
    private static readonly Dictionary<string, TableTask> Tasks = new(StringComparer.Ordinal)
    {
        ["classification"] = TableTask.Classification,
        ["regression"] = TableTask.Regression,
    };

    private static readonly Dictionary<string, MissingValues> MissingCells = new(StringComparer.Ordinal)
    {
        ["refuse"] = MissingValues.Refuse,
        ["mean"] = MissingValues.Mean,
        ["median"] = MissingValues.Median,
        ["most-frequent"] = MissingValues.MostFrequent,
        ["drop"] = MissingValues.Drop,
    };

    public Option<string?> Data { get; } = OptionOf.Text(
        "--data", "WHICH", "auto (MNIST where it is found or can be fetched, otherwise the built-in digits), mnist, fashion-mnist, kmnist, digits, "
        + "a table of yours (FILE.csv, FILE.tsv), or a folder with the four IDX files, or with a folder of PNG images for each class "
        + "(default: auto)");

    public Option<string?> Target { get; } = OptionOf.Text(
        "--target", "COLUMN", "the column of the table to predict: its name, or its number from 1");

    public Option<string?> Task { get; } = OptionOf.Choice(
        "--task", "NAME", "classification or regression (default: regression where the target column holds numbers that are not whole, or of "
        + $"more than {TableOptions.MostNumberClasses} kinds)", Same(Tasks.Keys));

    public Option<char?> Delimiter { get; } = OptionOf.Parsed<char?>(
        "--delimiter", "CHAR", "what stands between cells; tab for a tab (default: told by the first lines)", ParseDelimiter);

    public Option<bool> NoHeader { get; } = OptionOf.Flag("--no-header", "the first row of the table is an example, not the names of the columns");

    public Option<string?> Missing { get; } = OptionOf.Choice(
        "--missing", "HOW", "what becomes of missing cells: refuse, mean, median, most-frequent (of the training examples; categories always become the "
        + "most frequent one), or drop the row (default: refuse)", Same(MissingCells.Keys));

    public Option<string[]?> Categorical { get; } = Columns("--categorical", "columns whose numbers are names of categories");

    public Option<string[]?> Ignore { get; } = Columns("--ignore", "columns to leave out, such as numbers of rows");

    public Option<double?> TestSplit { get; } = OptionOf.Fraction(
        "--test-split", "PART", "the part of a table or a folder of images that is for testing, drawn by the seed; it keeps the share of every class "
        + "(default: 0.2)", "0.2");

    public Option<string?> TestData { get; } = OptionOf.Text("--test-data", "FILE", "another table to be tested on, so that all of --data is for learning");

    public Option<(int Width, int Height)?> Resize { get; } = OptionOf.Parsed<(int Width, int Height)?>(
        "--resize", "WxH", "scale the images of a folder to this size (default: they must be of one size)", ParseSize);

    public Option<int?> TrainExamples { get; } = OptionOf.Whole(
        "--train-examples", "N", "use only the first N training examples (default: all)", 1, "1000", aliases: "--limit");

    public Option<int?> TestExamples { get; } = OptionOf.Whole(
        "--test-examples", "N", "use only the first N test examples (default: all)", 1, "1000");

    public Option<string?> Split { get; } = OptionOf.Choice(
        "--split", "PART", "test or train (default: test)", new Dictionary<string, string> { ["test"] = "test", ["train"] = "train" });

    /// <summary>What was asked for.</summary>
    /// <param name="parsed">The arguments.</param>
    /// <param name="otherwise">The data where none were named.</param>
    public DataRequest Read(ParseResult parsed, string otherwise = "auto") => Read(parsed, new RunConfiguration { Data = otherwise });

    /// <summary>What was asked for, where a configuration says the rest.</summary>
    public DataRequest Read(ParseResult parsed, RunConfiguration start)
    {
        string name = parsed.GetValue(Data) ?? start.Data;
        bool isTable = OwnData.IsTable(name);
        if (!isTable && TableOnly.FirstOrDefault(option => Given(parsed, option) is not null) is { } stray)
            throw CliException.Wrong($"{stray.Name} is for tables, but --data is '{name}'; give --data FILE.csv.");
        if (Given(parsed, TestData) is not null && Given(parsed, TestSplit) is not null)
            throw CliException.Wrong($"--test-data and --test-split were both given; give one of them.");

        // What a configuration says may be of other data than those that are named now.
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in TableOnly.Append(TestSplit).Append(Resize))
        {
            string key = option.Name[2..];
            bool isReplaced = (option == TestData && Given(parsed, TestSplit) is not null) || (option == TestSplit && Given(parsed, TestData) is not null);
            if (DataSource.IsKnown(name) || isReplaced || (!isTable && TableOnly.Contains(option))) continue;
            if ((Given(parsed, option) ?? start.DataSettings.GetValueOrDefault(key)) is { } value) settings[key] = value;
        }

        return Request(name, parsed.GetValue(TrainExamples) ?? start.TrainExamples, parsed.GetValue(TestExamples) ?? start.TestExamples, settings);
    }

    /// <summary>The data of a name, read as settings say: those of <see cref="RunConfiguration.DataSettings"/>.</summary>
    public static DataRequest Request(string name, int? trainExamples, int? testExamples, IReadOnlyDictionary<string, string> settings)
    {
        if (settings.ContainsKey("test-data") && settings.ContainsKey("test-split"))
            throw CliException.Wrong($"there are both test-data and test-split for the data; leave one of them out.");
        return new DataRequest(name, trainExamples, testExamples)
        {
            Settings = settings,
            Csv = new CsvOptions { Delimiter = Of("delimiter", ParseDelimiter), HasHeader = !settings.ContainsKey("no-header") },
            TestTable = settings.GetValueOrDefault("test-data"),
            Size = Of("resize", ParseSize),
            TestPart = settings.TryGetValue("test-split", out string? part) ? double.Parse(part, CultureInfo.InvariantCulture) : 0.2,
            Table = settings.GetValueOrDefault("target") is not { } target ? null : new TableOptions
            {
                Target = target,
                Task = OneOf("task", Tasks),
                Missing = OneOf("missing", MissingCells),
                Categorical = Columns("categorical"),
                Ignored = Columns("ignore"),
            },
        };

        T? Of<T>(string key, Func<string, (T?, Said?)> parse)
        {
            if (!settings.TryGetValue(key, out string? text)) return default;
            var (value, problem) = parse(text);
            return problem is null ? value : throw CliException.Wrong(problem);
        }

        T OneOf<T>(string key, Dictionary<string, T> known)
            where T : struct =>
            !settings.TryGetValue(key, out string? text) ? default
                : known.TryGetValue(text.ToLowerInvariant(), out var value) ? value
                : throw CliException.Wrong($"--{key} is '{text}'{Suggestion.For(text, known.Keys)}; known: {string.Join(", ", known.Keys)}.");

        string[] Columns(string key) => settings.TryGetValue(key, out string? text) ? ParseColumns(text) : [];
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

    // As text; null where it was not given.
    private string? Given(ParseResult parsed, Option option) =>
        parsed.GetResult(option) is not { Implicit: false } given ? null
        : option == TestSplit ? parsed.GetValue(TestSplit)!.Value.ToString("R", CultureInfo.InvariantCulture)
        : given.Tokens is [var token] ? token.Value : "true";

    private static (char?, Said?) ParseDelimiter(string text) =>
        text is "tab" or "\\t" ? ('\t', null) : text is [var c] && c is not ('"' or '\n' or '\r') && char.IsAscii(c)
            ? (c, null) : (null, $"--delimiter is '{text}'; give one character, such as ; or tab.");

    private static ((int Width, int Height)?, Said?) ParseSize(string text) =>
        text.Split('x', '×') is [var w, var h] && int.TryParse(w, out int width) && int.TryParse(h, out int height)
            && width is >= 1 and <= 1000 && height is >= 1 and <= 1000
            ? ((width, height), null) : (null, $"--resize is '{text}'; give width and height in pixels, such as 28x28.");

    private static string[] ParseColumns(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static Dictionary<string, string> Same(IEnumerable<string> names) => names.ToDictionary(name => name);

    private static Option<string[]?> Columns(string name, string description) => OptionOf.Parsed<string[]?>(
        name, "COLUMNS", description + ": names or numbers, joined by commas",
        text => ParseColumns(text) is { Length: > 0 } columns
            ? (columns, null) : (null, $"{name} is empty; give names of columns, joined by commas."));
}
