using System.Text.RegularExpressions;

namespace Nabla.Tests;

public partial class PresetTextsTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void The_page_has_a_name_and_a_reason_for_each_run_to_start_from_and_for_no_other(string language)
    {
        string texts = File.ReadAllText(Path.Combine(Repository.Root, "src", "lab", "src", "messages", $"run.{language}.ts"));

        Assert.Equal(Nabla.Browser.Presets.All.Select(preset => preset.Key).Order(), Named("").Order());
        Assert.Equal(Nabla.Browser.Presets.All.Select(preset => preset.Key).Append("unknown").Order(), Named(".why").Order());

        IEnumerable<string> Named(string end) => Key().Matches(texts).Where(match => match.Groups[2].Value == end).Select(match => match.Groups[1].Value);
    }

    [GeneratedRegex(@"'run\.preset\.([a-z0-9-]+)(\.why)?':")]
    private static partial Regex Key();
}
