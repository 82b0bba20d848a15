using System.Text.RegularExpressions;

namespace Nabla.Cli.Tests;

/// <summary>Every row of docs/concepts.md is there, in Chinese too, and its command does what it says; on little data.</summary>
public sealed partial class ConceptsTests(ConceptsTests.LectureRun lecture) : IClassFixture<ConceptsTests.LectureRun>
{
    private static readonly string Text = Read("concepts.md");
    private static readonly string Chinese = Read("concepts.zh-CN.md");

    // What makes a command quick; the rest of its settings are its own.
    private static readonly Dictionary<string, string> Shortened = new(StringComparer.Ordinal)
    {
        ["edge"] = "--test-examples 100",
        ["activations"] = "--reach 8",
        ["early-stopping"] = "--examples 300 --test-examples 100 --epochs 3",
        ["batch-size"] = "--examples 300 --test-examples 100 --epochs 2 --batch-sizes 10,300",
        ["learning-rate"] = "--examples 300 --test-examples 100 --epochs 2",
        ["step-activation"] = "--examples 300 --test-examples 100 --epochs 2",
        ["many-seeds"] = "--examples 300 --test-examples 100 --epochs 2 --seeds 1..2",
        ["initialization"] = "--examples 300 --test-examples 100 --epochs 2",
        ["weight-pictures"] = "--examples 300 --test-examples 100 --moments 0,1",
        ["noise"] = "--examples 300 --test-examples 100 --epochs 2 --pictures 50",
        ["dream"] = "--examples 300 --test-examples 100 --epochs 2 --steps 20",
        ["shuffled-labels"] = "--examples 300 --test-examples 100 --epochs 3",
        ["linear-collapse"] = "--examples 300 --test-examples 100 --epochs 2",
        ["approximation"] = "--widths 1,4 --steps 100",
        ["vanishing-gradients"] = "--examples 100",
        ["costs"] = "--examples 300 --test-examples 100 --epochs 2 --neuron-steps 50",
        ["regularization"] = "--examples 300 --test-examples 100 --epochs 2",
    };

    public static TheoryData<string> CommandLines() =>
        [.. $"{Text}\n{Chinese}".Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .SelectMany(row => InlineCode().Matches(row)).Select(match => match.Groups["line"].Value).Distinct()];

    [Fact]
    public void Every_concept_has_a_row()
    {
        for (int c = 1; c <= 31; c++) Assert.Contains($"\n| C{c} |", Text, StringComparison.Ordinal);
    }

    /// <summary>The same places, commands and entry points, row by row, and words that are Chinese.</summary>
    [Fact]
    public void The_Chinese_rows_are_those_of_the_English()
    {
        var (rows, chinese) = (Rows(Text), Rows(Chinese));
        Assert.Equal(rows.Select(row => row.Code), chinese.Select(row => row.Code));
        Assert.All(chinese, row => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", row.Concept));
        Assert.Contains("(concepts.zh-CN.md)", Text, StringComparison.Ordinal);
        Assert.Contains("(concepts.md)", Chinese, StringComparison.Ordinal);

        static List<(string Code, string Concept)> Rows(string text) =>
            [.. ConceptRow().Matches(text).Select(row => ($"{row.Groups["number"].Value} {row.Groups["code"].Value}", row.Groups["concept"].Value))];
    }

    [Fact]
    public void The_Chinese_worked_examples_are_those_of_the_English()
    {
        Assert.Equal(Commands(Text), Commands(Chinese));

        static IEnumerable<string> Commands(string text) => InlineCode().Matches(text).Select(match => match.Value);
    }

    [Fact]
    public void Every_entry_point_exists()
    {
        var types = new[] { typeof(Network), typeof(Experiment) }.SelectMany(type => type.Assembly.GetExportedTypes())
            .Where(type => !type.IsGenericType).ToDictionary(type => type.Name);
        foreach (Match row in LibraryColumn().Matches(Text))
        {
            foreach (Match name in Code().Matches(row.Groups["column"].Value))
            {
                string[] parts = name.Groups["name"].Value.Split('.');
                Assert.True(types.TryGetValue(parts[0], out var type), $"There is no public type {parts[0]}.");
                if (parts.Length > 1) Assert.NotEmpty(type.GetMember(parts[1]));
            }
        }
    }

    [Theory]
    [MemberData(nameof(CommandLines))]
    public void Command_runs(string line)
    {
        using var folder = new TestFolder();
        var args = Words().Matches(line).Select(match => match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Value)
            .Select(word => word == "runs/001-lecture" ? lecture.Folder : word.StartsWith("runs/", StringComparison.Ordinal) ? folder[word[5..]]
                : word.StartsWith("samples/", StringComparison.Ordinal) ? Path.Combine(AppContext.BaseDirectory, word) : word)
            .ToList();
        if (args[0] == "experiment") args.AddRange(Shortened[args[1]].Split(' '));
        if (args[0] == "train") args.AddRange("--data digits --train-examples 200 --test-examples 50".Split(' '));
        if (line.Contains("--paths", StringComparison.Ordinal) || line.Contains("--line", StringComparison.Ordinal)) args.AddRange(["--examples", "100", "--points", "5"]);
        var run = CommandRun.Of([.. args]);

        // Formulas have a slip in them, which the check must find, but for one.
        bool hasSlip = line.Contains("--formula", StringComparison.Ordinal) && !line.Contains("2(a^(L)-y)", StringComparison.Ordinal);
        Assert.True(run.ExitCode == (hasSlip ? 1 : 0), run.Error);
        Assert.NotEmpty(run.OutLines);
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file));

    [GeneratedRegex(@"^\| (?<number>C\d+) \| (?<concept>[^|]+) \|(?<code>.*)$", RegexOptions.Multiline)]
    private static partial Regex ConceptRow();

    [GeneratedRegex("`nabla (?<line>[^`]+)`")]
    private static partial Regex InlineCode();

    [GeneratedRegex("`(?<name>[A-Z][A-Za-z.]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"^\| C\d+ \|.*\|(?<column>[^|]*)\|$", RegexOptions.Multiline)]
    private static partial Regex LibraryColumn();

    [GeneratedRegex("\"(?<quoted>[^\"]*)\"|\\S+")]
    private static partial Regex Words();

    /// <summary>The lectures' network, trained a little.</summary>
    public sealed class LectureRun : IDisposable
    {
        private readonly TestFolder _folder = new();

        public LectureRun()
        {
            Folder = _folder["run"];
            var run = CommandRun.Of("train", "--epochs", "3", "--data", "digits", "--train-examples", "2000", "--test-examples", "200", "--out", Folder);
            Assert.Equal(0, run.ExitCode);
        }

        public string Folder { get; }

        public void Dispose() => _folder.Dispose();
    }
}
