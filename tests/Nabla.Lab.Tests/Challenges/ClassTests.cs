using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Nabla.Lab.Tests.Chapters;

namespace Nabla.Lab.Tests.Challenges;

/// <summary>The tests before and after the lessons.</summary>
[Collection(ChaptersCollection.Name)]
public sealed class ClassTests(LabFixture lab)
{
    private const int Length = 10;
    private readonly Desktop _desktop = new();

    public static TheoryData<View> Views => [View.Desk, new View("zh", ColorScheme.Dark, 390, true)];

    [BrowserTheory]
    [MemberData(nameof(Views))]
    public Task Ten_questions_say_nothing_until_the_end_and_are_exported_with_a_name(View view) => lab.VisitAsync(view, Place("before"), async page =>
    {
        var questions = page.GetByTestId("test-question");
        await Assertions.Expect(questions).ToHaveCountAsync(Length);
        await page.MustFitAsync();

        // Three right, one wrong, the others left.
        var asked = new List<Asked>();
        for (int i = 0; i < 4; i++) asked.Add(await Asked.InAsync(questions.Nth(i), _desktop));
        foreach (var one in asked) await one.MustNameItsNumbersAsync();
        for (int i = 0; i < 3; i++) await asked[i].AnswerAsync(asked[i].Answer);
        await asked[3].AnswerAsync([.. asked[3].Answer.Select(value => value == 0 ? 1 : 0.0)]);
        await Assertions.Expect(page.GetByTestId("challenge-verdict")).ToHaveCountAsync(0);

        // Whoever reloads goes on.
        await page.ReloadAsync();
        await Assertions.Expect(questions).ToHaveCountAsync(Length);
        await page.MustBeSettledAsync();
        await view.PressAsync(page.Locator(".end .primary"));
        var result = page.GetByTestId("test-result");
        await Assertions.Expect(result.Locator("h2")).ToHaveTextAsync(new Regex(view.Language == "zh" ? "10 题中答对 3 题" : "3 of 10 right"));
        await Assertions.Expect(page.GetByTestId("challenge-verdict")).ToHaveCountAsync(Length);
        for (int i = 0; i < 4; i++)
            await Assertions.Expect(questions.Nth(i).GetByTestId("challenge-verdict")).ToHaveAttributeAsync("data-right", i < 3 ? "true" : "false");
        await page.MustFitAsync();

        await result.GetByRole(AriaRole.Textbox).FillAsync("Ada");
        using var json = JsonDocument.Parse(await PracticeTests.SavedAsync(page, view.Language == "zh" ? "导出（JSON）" : "Export (JSON)"));
        Assert.Equal("Ada", json.RootElement.GetProperty("name").GetString());
        var answered = json.RootElement.GetProperty("answered").EnumerateArray().ToList();
        Assert.Equal(asked.Select(one => one.Entry.Name), answered.Select(one => one.GetProperty("challenge").GetString()));
        Assert.All(answered, one => Assert.Equal("before", one.GetProperty("occasion").GetString()));
        Assert.DoesNotContain("Ada", await page.EvaluateAsync<string>("JSON.stringify(localStorage)"), StringComparison.Ordinal);
    });

    [BrowserFact]
    public Task The_one_after_asks_the_same_ideas_of_other_digits_and_both_print_with_the_answers_apart() => lab.VisitAsync(View.Desk, Place("before"), async page =>
    {
        var questions = page.GetByTestId("test-question");
        await Assertions.Expect(questions).ToHaveCountAsync(Length);
        var before = await PosedAsync(questions);
        await page.EvaluateAsync("place => { location.hash = place; }", Place("after"));
        await Assertions.Expect(page.GetByTestId("challenges-test")).ToHaveAttributeAsync("data-test", "after");
        await page.MustBeSettledAsync();
        await Assertions.Expect(questions).ToHaveCountAsync(Length);
        var after = await PosedAsync(questions);
        Assert.Equal(before.Select(one => one.Name), after.Select(one => one.Name));
        Assert.Empty(before.Select(one => one.Seed).Intersect(after.Select(one => one.Seed)));
        Assert.Equal(2 * Length, before.Concat(after).Select(one => one.Example).Distinct().Count());

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.SetViewportSizeAsync(690, 1000);
        foreach (string part in new[] { "#app > header", ".tools", "nav" })
            Assert.True(await page.Locator(part).EvaluateAllAsync<bool>("all => all.every(one => !one.checkVisibility())"), $"{part} is printed.");
        await Assertions.Expect(page.Locator(".paper")).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The test is wider than the paper.");
        Assert.True(await questions.EvaluateAllAsync<bool>("all => all.every(one => getComputedStyle(one).breakInside === 'avoid')"));
        await Assertions.Expect(page.GetByTestId("challenge-verdict")).ToHaveCountAsync(0);

        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await page.EvaluateAsync("place => { location.hash = place; }", Place("after") + "&challenges.sheet=answers");
        await Assertions.Expect(page.GetByTestId("challenge-verdict")).ToHaveCountAsync(Length);
        for (int i = 0; i < Length; i++)
        {
            var asked = await Asked.InAsync(questions.Nth(i), _desktop);
            if (asked.Entry.Form != Browser.ChallengeForm.Curve) await Desktop.MustShowAsync(questions.Nth(i).GetByTestId("challenge-answer"), asked.Answer[0]);
        }
    });

    [BrowserFact]
    public Task A_teacher_s_link_hides_what_distracts_and_is_read_from_the_back_row() => lab.VisitAsync(View.Desk, $"#/challenges?{Desktop.Query}&present=on", async page =>
    {
        await page.SetViewportSizeAsync(1920, 1080);
        await Desktop.MustBeThereAsync(page);
        await page.Locator("input[type=number][max='999999']").FillAsync("7");
        await page.Locator("[data-testid=test-link][data-test=before]").ClickAsync();
        await Assertions.Expect(page.GetByTestId("test-question")).ToHaveCountAsync(Length);
        await page.MustBeSettledAsync();
        string address = await page.AddressAsync();
        foreach (string part in new[] { "challenges.test=before", "challenges.seed=7", "hide=strip,bar,chapters" }) Assert.Contains(part, address, StringComparison.Ordinal);
        foreach (string part in new[] { ".tabs", "section.bar", ".picker" }) await Assertions.Expect(page.Locator(part)).ToHaveCountAsync(0);
        string[] small = await page.EvaluateAsync<string[]>("""
            () => {
                const small = [];
                const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
                while (texts.nextNode()) {
                    const element = texts.currentNode.parentElement;
                    if (!texts.currentNode.data.trim() || !element.checkVisibility() || element.closest('.unseen, sub, sup, style, .katex')) continue;
                    const size = parseFloat(getComputedStyle(element).fontSize) * element.currentCSSZoom;
                    if (size < 24) small.push(`${texts.currentNode.data.trim()}: ${size}`);
                }
                return small;
            }
            """);
        Assert.Empty(small);
        await page.MustFitAsync();
    });

    private static string Place(string test) => $"#/challenges?{Desktop.Query}&challenges.test={test}&hide=strip,bar,chapters";

    private static async Task<List<(string Name, string Example, string Seed)>> PosedAsync(ILocator questions)
    {
        string[] posed = await questions.EvaluateAllAsync<string[]>("all => all.map(one => [one.dataset.name, one.dataset.example, one.dataset.seed].join(' '))");
        return [.. posed.Select(one => one.Split(' ')).Select(parts => (parts[0], parts[1], parts[2]))];
    }
}
