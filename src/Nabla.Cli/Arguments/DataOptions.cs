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

    public SettingOption Data { get; } = SettingOption.OfRun("data");

    public SettingOption Target { get; } = SettingOption.OfRun("target");

    public SettingOption Task { get; } = SettingOption.OfRun("task", text => Unknown("task", text, Tasks));

    public SettingOption Delimiter { get; } = SettingOption.OfRun("delimiter", text => ParseDelimiter(text).Problem);

    public SettingOption NoHeader { get; } = SettingOption.OfRun("no-header");

    public SettingOption Missing { get; } = SettingOption.OfRun("missing", text => Unknown("missing", text, MissingCells));

    public SettingOption Categorical { get; } = SettingOption.OfRun("categorical", text => NoColumns("categorical", text));

    public SettingOption Ignore { get; } = SettingOption.OfRun("ignore", text => NoColumns("ignore", text));

    public SettingOption TestSplit { get; } = SettingOption.OfRun("test-split");

    public SettingOption TestData { get; } = SettingOption.OfRun("test-data");

    public SettingOption Resize { get; } = SettingOption.OfRun("resize", text => ParseSize(text).Problem);

    public SettingOption Normalize { get; } = SettingOption.OfRun("normalize");

    public SettingOption Transpose { get; } = SettingOption.OfRun("transpose");

    public SettingOption TrainExamples { get; } = SettingOption.OfRun("train-examples");

    public SettingOption TestExamples { get; } = SettingOption.OfRun("test-examples");

    public Option<string?> Split { get; } = OptionOf.Choice(
        "--split", "PART", "test or train (default: test)", ["test", "train"], part => part);

    /// <summary>What was asked for.</summary>
    /// <param name="parsed">The arguments.</param>
    /// <param name="otherwise">The data where none were named.</param>
    public DataRequest Read(ParseResult parsed, string otherwise = "auto") => Read(parsed, new RunConfiguration { Data = otherwise }, isNamed: true);

    /// <summary>What was asked for, where a configuration says the rest.</summary>
    public DataRequest Read(ParseResult parsed, RunConfiguration start) => Read(parsed, start, Data.Given(parsed) is not null);

    private DataRequest Read(ParseResult parsed, RunConfiguration start, bool isNamed)
    {
        string name = Data.Given(parsed) ?? start.Data;
        bool isTable = Nabla.Csv.Endings.Include(name);
        if (!isTable && TableOnly.FirstOrDefault(option => option.Given(parsed) is not null) is { } stray)
            throw CliException.Wrong($"{stray.Name} is for tables, but --data is '{name}'; give --data FILE.csv.");
        if (DataSource.IsKnown(name) && new[] { TestData, Normalize, Transpose }.FirstOrDefault(option => option.Given(parsed) is not null) is { } own)
            throw CliException.Wrong($"{own.Name} is for data of your own, but --data is '{name}'; leave it out.");
        RefuseBoth(TestData, TestSplit);
        RefuseBoth(Resize, Normalize);

        // What a configuration says may be of other data than those that are named now.
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in (IEnumerable<SettingOption>)[.. TableOnly, TestData, TestSplit, Resize, Normalize, Transpose])
        {
            bool isReplaced = IsReplaced(option, TestData, TestSplit) || IsReplaced(option, Resize, Normalize);
            if (DataSource.IsKnown(name) || isReplaced || (!isTable && TableOnly.Contains(option))) continue;
            if ((option.Given(parsed) ?? start.DataSettings.GetValueOrDefault(option.Setting.Name)) is { } value) settings[option.Setting.Name] = value;
        }

        // What a configuration leaves out is as it was before it could be said; of data that are named now it is told by them.
        var request = Request(name, Count(TrainExamples) ?? start.TrainExamples, Count(TestExamples) ?? start.TestExamples, settings);
        return request with
        {
            IsTable = settings.Keys.Any(key => TableWords.Contains(key) && (key != Target.Setting.Name || Target.Given(parsed) is null)),
            Normalize = request.Normalize is false && isNamed && request.Size is null ? null : request.Normalize,
        };

        void RefuseBoth(SettingOption one, SettingOption other)
        {
            if (one.Given(parsed) is not null && other.Given(parsed) is not null)
                throw CliException.Wrong($"{one.Name} and {other.Name} were both given; give one of them.");
        }

        bool IsReplaced(SettingOption option, SettingOption one, SettingOption other) =>
            (option == one && other.Given(parsed) is not null) || (option == other && one.Given(parsed) is not null);

        int? Count(SettingOption option) => option.Given(parsed) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
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
            TestData = settings.GetValueOrDefault("test-data"),
            IsTable = TableWords.Any(settings.ContainsKey),
            Normalize = settings.ContainsKey("normalize"),
            Transpose = settings.ContainsKey("transpose"),
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
                : Unknown(key, text, known) is { } problem ? throw CliException.Wrong(problem) : known[text.ToLowerInvariant()];

        string[] Columns(string key) => settings.TryGetValue(key, out string? text) ? ParseColumns(text) : [];
    }

    /// <summary>What was asked for, for a model: what it was trained on where nothing was.</summary>
    public DataRequest Read(ParseResult parsed, LocatedModel model)
    {
        var request = Read(parsed, Data.Given(parsed) is { } named ? new RunConfiguration { Data = named } : model.UsualData());
        bool noHeader = NoHeader.Given(parsed) is not null || model.Info.Table is { HasNames: false };
        return request with { Model = model, Csv = request.Csv with { HasHeader = !noHeader } };
    }

    /// <summary>Whether the training part was asked for.</summary>
    public bool WantsTrain(ParseResult parsed) => parsed.GetValue(Split) == "train";

    /// <summary>How tables are written.</summary>
    /// <param name="parsed">The arguments.</param>
    /// <param name="hasNames">Whether those that a model was trained on begin with the columns' names.</param>
    public CsvOptions Csv(ParseResult parsed, bool hasNames) => new()
    {
        Delimiter = Delimiter.Given(parsed) is { } text ? ParseDelimiter(text).Value : null,
        HasHeader = hasNames && NoHeader.Given(parsed) is null,
    };

    private static readonly string[] TableWords = ["target", "task", "missing", "categorical", "ignore"];

    private IEnumerable<SettingOption> TableOnly => [Target, Task, Delimiter, NoHeader, Missing, Categorical, Ignore];

    private static (char? Value, Said? Problem) ParseDelimiter(string text) =>
        text is "tab" or "\\t" ? ('\t', null) : FullWidth.Narrow(text) is [var c] && c is not ('"' or '\n' or '\r') && char.IsAscii(c)
            ? (c, null) : (null, $"--delimiter is '{text}'; give one character, such as ; or tab.");

    private static ((int Width, int Height)? Value, Said? Problem) ParseSize(string text) =>
        FullWidth.Narrow(text).Split('x', '×') is [var w, var h] && int.TryParse(w, out int width) && int.TryParse(h, out int height)
            && width is >= 1 and <= 1000 && height is >= 1 and <= 1000
            ? ((width, height), null) : (null, $"--resize is '{text}'; give width and height in pixels, such as 28x28.");

    private static string[] ParseColumns(string text) => text.Split([',', '，', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static Said? NoColumns(string key, string text) =>
        ParseColumns(text).Length > 0 ? null : (Said)$"--{key} is empty; give names of columns, joined by commas.";

    private static Said? Unknown<T>(string key, string text, Dictionary<string, T> known) => known.ContainsKey(text.ToLowerInvariant()) ? null
        : (Said)$"--{key} is '{text}'{Suggestion.For(text, known.Keys)}; known: {string.Join(", ", known.Keys)}.";
}
