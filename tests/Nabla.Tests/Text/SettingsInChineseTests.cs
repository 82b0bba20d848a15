namespace Nabla.Tests.Text;

/// <summary>What can be set is told in Chinese: what it means, and what its value may be.</summary>
public class SettingsInChineseTests
{
    public static TheoryData<string> Names => [.. All.Select(setting => setting.Name).Distinct()];

    // Those of a run are all that the page's form and the options of commands are made from; the others are where they are stated.
    private static IEnumerable<Setting> All =>
    [
        .. RunSettings.All, .. TrainingSettings.All, .. Optimizer.All.SelectMany(optimizer => optimizer.Settings),
        .. LearningRateSchedule.All.SelectMany(schedule => schedule.Settings),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_says_what_it_means_and_refuses_what_it_cannot_be(string name)
    {
        Assert.All(All.Where(setting => setting.Name == name), setting =>
        {
            Chinese.Check(setting.Summary);
            Chinese.Check(setting.Range);
            Chinese.Check(SettingNames.Of(setting.Name));
            Assert.EndsWith($"（{setting.Name}）", SettingNames.Of(setting.Name).In("zh"), StringComparison.Ordinal);
            Assert.Contains(setting.Summary.Key, Catalogue.Of("zh"));
            if (Record.Exception(() => setting.Check("x y")) is { } error) Chinese.Check(Said.Of(error));
            Chinese.Check(setting.Unknown("x", meant: "y"));
        });
    }

    [Fact]
    public void A_list_that_is_too_long_is_refused()
    {
        string many = string.Join(',', Enumerable.Repeat("1", 1001));
        Chinese.Refused("or up to 1000 joined by commas", () => RunSettings.All.Single(setting => setting.Name == "hidden").Check(many));
    }
}
