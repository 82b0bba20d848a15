using System.Text.RegularExpressions;

namespace Nabla.Cli.Tests;

/// <summary>The README in English and in Chinese: the same commands, programs and pictures, and every command with its options is there.</summary>
public sealed partial class ReadmesTests
{
    private static readonly string English = Read("README.md");
    private static readonly string Chinese = Read("README.zh-CN.md");

    public static TheoryData<string> Rows() => [.. $"{English}\n{Chinese}".Split('\n').Where(line => CommandRow().IsMatch(line)).Distinct()];

    [Fact]
    public void Both_have_the_same_commands_options_programs_and_pictures()
    {
        // The map of the house is for those who write code, in English.
        Assert.Equal(All(Fenced(), English).Where(block => !block.StartsWith("```\nsrc/", StringComparison.Ordinal)), All(Fenced(), Chinese));
        Assert.Equal(All(Picture(), English), All(Picture(), Chinese));
        Assert.Equal(All(Command(), English), All(Command(), Chinese));
        Assert.Equal(CommandTable(English).Select(Code), CommandTable(Chinese).Select(Code));

        static IEnumerable<string> CommandTable(string text) => text.Split('\n').Where(line => CommandRow().IsMatch(line));
        static string Code(string row) => string.Join(' ', Inline().Matches(row).Select(code => code.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_leads_to_the_other()
    {
        Assert.Contains("[中文](README.zh-CN.md)", English, StringComparison.Ordinal);
        Assert.Contains("[English](README.md)", Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_command_of_the_table_has_the_options_that_are_named(string row)
    {
        string[] words = CommandRow().Match(row).Groups["command"].Value.Split(' ');
        string[] command = words[0] == "runs" ? ["runs", "list"] : [words[0]];
        var help = CommandRun.Of([.. command, "--help"]);
        Assert.Equal(0, help.ExitCode);
        string text = string.Join('\n', help.OutLines);
        foreach (Match option in Option().Matches(row)) Assert.Contains(option.Value, text, StringComparison.Ordinal);
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file));

    private static SortedSet<string> All(Regex pattern, string text) => new(pattern.Matches(text).Select(match => match.Value), StringComparer.Ordinal);

    [GeneratedRegex(@"^\| `nabla (?<command>[^`]+)` \| ")]
    private static partial Regex CommandRow();

    [GeneratedRegex("```[a-z]*\n.*?```", RegexOptions.Singleline)]
    private static partial Regex Fenced();

    [GeneratedRegex(@"docs/images/[\w-]+\.png")]
    private static partial Regex Picture();

    [GeneratedRegex("`nabla [^`]+`")]
    private static partial Regex Command();

    [GeneratedRegex("`[^`]+`")]
    private static partial Regex Inline();

    [GeneratedRegex(@"--[a-z][a-z0-9-]*")]
    private static partial Regex Option();
}
