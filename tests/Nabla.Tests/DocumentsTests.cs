using System.Text.Json;
using System.Text.RegularExpressions;

namespace Nabla.Tests;

/// <summary>What the documents say of the house is so.</summary>
public partial class DocumentsTests
{
    private static readonly string Decisions = Path.Combine(Repository.Root, "docs", "decisions");

    private static readonly string[] Projects = ["Nabla", "Nabla.Teaching"];

    [Fact]
    public void The_map_in_the_readme_has_every_room_of_the_engine() =>
        Assert.Equal(Rooms().Order(), Room().Matches(Read("README.md")).Select(match => match.Groups[1].Value).Order());

    [Fact]
    public void The_orders_of_rooms_in_decision_0001_are_those_that_the_compiler_keeps()
    {
        string[] orders = [.. File.ReadLines(Path.Combine(Decisions, "0001-one-namespace-many-rooms.md")).Where(line => line.Contains(" → ", StringComparison.Ordinal))];

        Assert.Equal(Projects.Select(project => string.Join(" → ", File.ReadLines(Path.Combine(Repository.Root, "src", project, "Rooms.txt")))), orders);
    }

    [Fact]
    public void Decisions_are_headed_by_the_number_of_their_file() => Assert.All(Directory.GetFiles(Decisions, "*.md"), file =>
        Assert.StartsWith($"# {Path.GetFileName(file)[..4]}: ", File.ReadLines(file).First(), StringComparison.Ordinal));

    [Fact]
    public void Every_file_that_the_recipes_name_is_there()
    {
        string text = Read("docs/recipes.md");
        string[] links = [.. Link().Matches(text).Select(match => match.Groups[1].Value)];

        Assert.True(links.Length > 20);
        Assert.All(links, link => Assert.True(Path.Exists(Path.Combine(Repository.Root, "docs", link)), link));

        // A file that is to be written is not there, but its folder is, or for a chapter the folder above that.
        Assert.All(Written().Matches(text).Select(match => match.Groups[1].Value), file =>
            Assert.True(Directory.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(file)!.Replace("/x", "", StringComparison.Ordinal))), file));
        Assert.Contains("docs/recipes.md", Read("CONTRIBUTING.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_Chinese_table_of_pictures_is_the_English_one()
    {
        string english = Read("docs/pictures.md"), chinese = Read("docs/pictures.zh-CN.md");

        Assert.Equal(Numbers(english), Numbers(chinese));
        Assert.Equal(Codes(english), Codes(chinese));
        Assert.Contains("(pictures.zh-CN.md)", english, StringComparison.Ordinal);
        Assert.Contains("(pictures.md)", chinese, StringComparison.Ordinal);

        static IEnumerable<string> Numbers(string text) => NumbersOfRow().Matches(text).Select(match => match.Value);
        static IEnumerable<string> Codes(string text) => Code().Matches(text).Select(match => match.Value);
    }

    [Fact]
    public void Every_library_that_is_given_away_has_its_notice()
    {
        string notices = Read("THIRD-PARTY-NOTICES.md");
        var carried = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .SelectMany(project => Package().Matches(File.ReadAllText(project)).Select(match => match.Groups[1].Value));
        using var locked = JsonDocument.Parse(Read("src/lab/package-lock.json"));
        var bundled = locked.RootElement.GetProperty("packages").EnumerateObject()
            .Where(package => package.Name.Length > 0 && !package.Value.TryGetProperty("dev", out _)).Select(package => package.Name["node_modules/".Length..]);

        string[] libraries = [.. carried.Concat(bundled)];
        Assert.True(libraries.Length > 15);
        Assert.All(libraries, library => Assert.Contains($"| {library} |", notices, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Rooms() =>
        Projects.SelectMany(project => Directory.GetDirectories(Path.Combine(Repository.Root, "src", project)))
            .Select(folder => Path.GetFileName(folder)!).Except(["bin", "obj"]);

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    [GeneratedRegex(@"^  (?<room>[A-Z]\w+)/ ", RegexOptions.Multiline)]
    private static partial Regex Room();

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"<PackageReference Include=""([^""]+)"" />")]
    private static partial Regex Package();

    [GeneratedRegex(@"\| [\d.]+ \| [\d.]+ \|$", RegexOptions.Multiline)]
    private static partial Regex NumbersOfRow();

    [GeneratedRegex("`[^`]+`")]
    private static partial Regex Code();

    [GeneratedRegex(@"`(src/[^`]+)`")]
    private static partial Regex Written();
}
