using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Nabla.Browser;
using Nabla.Lab.Tests.Chapters;

namespace Nabla.Lab.Tests.Challenges;

/// <summary>Chapter 10: all questions, practice, the score and what is kept.</summary>
[Collection(ChaptersCollection.Name)]
public sealed class PracticeTests(LabFixture lab)
{
    private readonly Desktop _desktop = new();

    /// <summary>A challenge for each way of answering.</summary>
    public static TheoryData<string> OneOfEachForm => [.. Laboratory.Challenges().GroupBy(entry => entry.Form).Select(form => form.First().Name)];

    [BrowserTheory]
    [MemberData(nameof(OneOfEachForm))]
    public Task A_link_is_one_question_and_the_right_answer_is_right(string name) => lab.VisitAsync(View.Desk, Place(name, 2), async page =>
    {
        var asked = await Asked.InAsync(page.GetByTestId("challenge"), _desktop);
        Assert.Equal((name, 2), (asked.Entry.Name, asked.Seed));
        await asked.MustNameItsNumbersAsync();
        await asked.AnswerAsync(asked.Answer);
        await page.GetByRole(AriaRole.Button, new() { Name = "Check" }).ClickAsync();
        await Assertions.Expect(page.GetByTestId("challenge-verdict")).ToHaveAttributeAsync("data-right", "true");
        await page.MustBeAccessibleAsync();

        // The next has another seed, and stands in the address.
        await page.GetByRole(AriaRole.Button, new() { Name = "Another like this" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("challenges.seed=3"));
        Assert.Equal(3, (await Asked.InAsync(page.GetByTestId("challenge"), _desktop)).Seed);
    });

    [BrowserTheory]
    [InlineData("en")]
    [InlineData("zh")]
    public Task A_slip_is_named_lowers_the_score_and_is_overcome(string language) => lab.VisitAsync(
        View.Desk with { Language = language }, Place("slope-of-activation", 2), async page =>
    {
        var card = page.GetByTestId("challenge");
        var asked = await Asked.InAsync(card, _desktop);
        await asked.AnswerAsync([1 - asked.Question.Values["a"]]);
        await page.Locator("form .primary").ClickAsync();
        var verdict = page.GetByTestId("challenge-verdict");
        await Assertions.Expect(verdict).ToHaveAttributeAsync("data-right", "false");
        await Assertions.Expect(verdict).ToHaveAttributeAsync("data-slip", "one-minus");
        string slip = await page.GetByTestId("challenge-slip").InnerTextAsync();
        Assert.Matches(language == "zh" ? @"\p{IsCJKUnifiedIdeographs}" : "1 − a", slip);
        await Desktop.MustShowAsync(page.GetByTestId("challenge-answer"), asked.Answer[0]);
        var score = page.Locator("[data-testid=challenges-score][data-concept=C3]");
        await Assertions.Expect(score).ToHaveAttributeAsync("data-right", "0");
        await Assertions.Expect(score).ToContainTextAsync(slip);
        var entry = page.Locator("[data-testid=challenge-entry][data-name=slope-of-activation]");
        await Assertions.Expect(entry).ToHaveAttributeAsync("data-state", "wrong");
        await Assertions.Expect(entry).ToContainTextAsync(slip);
        await page.MustFitAsync();

        await entry.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(verdict).ToHaveCountAsync(0);
        asked = await Asked.InAsync(card, _desktop);
        await asked.AnswerAsync(asked.Answer);
        await page.Locator("form .primary").ClickAsync();
        await Assertions.Expect(entry).ToHaveAttributeAsync("data-state", "right");
        await Assertions.Expect(score).ToHaveAttributeAsync("data-right", "1");
        await Assertions.Expect(score).ToHaveAttributeAsync("data-count", "2");
        await Assertions.Expect(score).Not.ToContainTextAsync(slip);
    });

    /// <summary>All of them one after the other in one visit, as a learner with patience meets them.</summary>
    [BrowserTheory]
    [InlineData("en")]
    [InlineData("zh")]
    public Task Every_question_is_asked_in_words_and_its_right_answer_is_right(string language) => lab.VisitAsync(
        View.Desk with { Language = language }, $"#/challenges?{Desktop.Query}&example=test:3", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        var card = page.GetByTestId("challenge");
        foreach (var entry in Laboratory.Challenges())
        {
            int seed = Enumerable.Range(0, 20).First(seed => _desktop.Laboratory.PoseChallenge(entry.Name, new ExampleRef(ExampleSet.Test, 3), seed) is not null);
            await page.EvaluateAsync("place => { location.hash = place; }", Place(entry.Name, seed));
            await Assertions.Expect(card).ToHaveAttributeAsync("data-name", entry.Name);
            var asked = await Asked.InAsync(card, _desktop);
            await asked.MustNameItsNumbersAsync();
            await Assertions.Expect(card.GetByTestId("challenge-cost")).ToHaveCountAsync(asked.Question.Cost is null ? 0 : 1);
            await asked.AnswerAsync(asked.Answer);
            await page.Locator("form .primary").ClickAsync();
            await Assertions.Expect(page.GetByTestId("challenge-verdict")).ToHaveAttributeAsync("data-right", "true");
            string words = await card.InnerTextAsync();
            Assert.DoesNotContain("{", words, StringComparison.Ordinal);
            Assert.Matches(language == "zh" ? @"\p{IsCJKUnifiedIdeographs}" : @"^\P{IsCJKUnifiedIdeographs}*$", words);
        }
    });

    [BrowserFact]
    public Task An_answer_leads_to_the_part_that_shows_it_and_unfolds_it() => lab.VisitAsync(
        View.Desk, Place("momentum", 2).Replace(Desktop.Query, Desktop.Moment, StringComparison.Ordinal), async page =>
    {
        var asked = await Asked.InAsync(page.GetByTestId("challenge"), _desktop);
        await asked.AnswerAsync(asked.Answer);
        await page.Locator("form .primary").ClickAsync();
        await page.GetByTestId("challenge-see").ClickAsync();
        await page.MustBeSettledAsync();
        await Assertions.Expect(page.Locator($"[data-part='{asked.Entry.Part}'] table")).ToBeInViewportAsync();
        Assert.Contains($"more={asked.Entry.Part}", await page.AddressAsync(), StringComparison.Ordinal);
    });

    [BrowserFact]
    public Task Practice_mixes_digits_and_what_was_answered_is_exported_and_forgotten() => lab.VisitAsync(View.Desk, $"#/challenges?{Desktop.Query}&example=test:3", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Mixed practice" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("challenges.name="));
        await page.MustBeSettledAsync();
        int index = int.Parse(Regex.Match(await page.AddressAsync(), @"example=test:(\d+)").Groups[1].Value, CultureInfo.InvariantCulture);
        var asked = await Asked.InAsync(page.GetByTestId("challenge"), _desktop, new ExampleRef(ExampleSet.Test, index));
        await asked.AnswerAsync(asked.Answer);
        await page.GetByRole(AriaRole.Button, new() { Name = "Check" }).ClickAsync();
        await Assertions.Expect(page.GetByTestId("challenges-kept")).ToContainTextAsync("1 answer ");

        using var json = JsonDocument.Parse(await SavedAsync(page, "Export (JSON)"));
        var one = json.RootElement.GetProperty("answered")[0];
        Assert.Equal(asked.Entry.Name, one.GetProperty("challenge").GetString());
        Assert.Equal($"test:{index}", one.GetProperty("example").GetString());
        Assert.Equal(Desktop.Step, one.GetProperty("step").GetInt64());
        Assert.Equal(asked.Seed, one.GetProperty("seed").GetInt32());
        Assert.True(one.GetProperty("isRight").GetBoolean());
        string[] rows = (await SavedAsync(page, "Export (CSV)")).Trim('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, rows.Length);
        Assert.Contains($",{asked.Entry.Name},{asked.Entry.Concept},true,", rows[1], StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = "Forget all", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, forget all" }).ClickAsync();
        await page.ReloadAsync();
        await Desktop.MustBeThereAsync(page);
        await Assertions.Expect(page.GetByTestId("challenges-kept")).ToContainTextAsync("0 answers ");
        Assert.DoesNotContain("right", await page.GetByTestId("challenge-entry").EvaluateAllAsync<string[]>("all => all.map(one => one.dataset.state)"));
    });

    [BrowserFact]
    public Task What_makes_no_sense_in_an_address_is_said_and_left_out() => lab.VisitAsync(
        View.Desk, $"#/challenges?{Desktop.Query}&challenges.name=no-such-thing&challenges.test=never", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        await Assertions.Expect(page.GetByTestId("broken-link")).ToContainTextAsync("challenges.name=no-such-thing");
        await Assertions.Expect(page.GetByTestId("broken-link")).ToContainTextAsync("challenges.test=never");
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex(@"challenges\.(name|test)="));
        Assert.Equal(Laboratory.Challenges().Count, await page.GetByTestId("challenge-entry").CountAsync());
    });

    /// <summary>What a button hands to the visitor as a file.</summary>
    internal static async Task<string> SavedAsync(IPage page, string button)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync());
        return await File.ReadAllTextAsync(await download.PathAsync());
    }

    private static string Place(string name, int seed) =>
        string.Create(CultureInfo.InvariantCulture, $"#/challenges?{Desktop.Query}&example=test:3&challenges.name={name}&challenges.seed={seed}");
}
