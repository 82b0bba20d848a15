using System.Globalization;
using Microsoft.Playwright;
using Nabla.Browser;
using Nabla.Lab.Tests.Chapters;

namespace Nabla.Lab.Tests.Challenges;

/// <summary>The question at the door of a chapter.</summary>
[Collection(ChaptersCollection.Name)]
public sealed class DoorTests(LabFixture lab)
{
    private static readonly string Chain = $"#/chain?{Desktop.Query}&example=test:3";
    private readonly Desktop _desktop = new();

    public static TheoryData<View> Views => [View.Desk, new View("zh", ColorScheme.Dark, 390, true)];

    [BrowserTheory]
    [MemberData(nameof(Views))]
    public Task A_guess_stands_beside_the_engine_s_answer_and_is_there_after_a_reload(View view) => lab.VisitAsync(view, Chain, async page =>
    {
        await Desktop.MustBeThereAsync(page);
        await Assertions.Expect(page.GetByTestId("challenge")).ToHaveCountAsync(0);
        await page.MustFitAsync();
        await view.PressAsync(page.GetByTestId("door"));
        var asked = await Asked.InAsync(page.GetByTestId("challenge"), _desktop);
        await asked.MustNameItsNumbersAsync();
        await page.MustFitAsync();

        // With a comma, as most of the world writes it.
        await asked.AnswerAsync(asked.Answer, value => value.ToString("G6", CultureInfo.InvariantCulture).Replace('.', ','));
        await view.PressAsync(page.Locator("form .primary"));
        var verdict = page.GetByTestId("challenge-verdict");
        await Assertions.Expect(verdict).ToHaveAttributeAsync("data-right", "true");
        await Assertions.Expect(page.GetByTestId("challenge-slip")).ToHaveCountAsync(0);
        if (asked.Entry.Form == ChallengeForm.Number)
        {
            await Desktop.MustShowAsync(page.GetByTestId("challenge-answer"), asked.Answer[0]);
            await Desktop.MustShowAsync(page.GetByTestId("challenge-guess"), asked.Answer[0], 1e-3 * Math.Max(1, Math.Abs(asked.Answer[0])));
        }

        await page.MustBeSettledAsync();
        await page.MustFitAsync();

        // The way to where it is shown selects what it was about.
        if (asked.Question.Values.ContainsKey("neuron"))
        {
            await view.PressAsync(page.GetByTestId("challenge-see"));
            string selected = string.Create(CultureInfo.InvariantCulture, $"neuron={asked.Question.Values["layer"]}.{asked.Question.Values["neuron"]}");
            await page.MustBeSettledAsync();
            Assert.Contains(selected, await page.AddressAsync(), StringComparison.Ordinal);
        }

        await page.GotoAsync(new Uri(lab.Address, $"?again#/challenges?{Desktop.Query}").AbsoluteUri);
        await Assertions.Expect(page.Locator($"[data-testid=challenge-entry][data-name={asked.Entry.Name}]")).ToHaveAttributeAsync("data-state", "right");
    });

    [BrowserFact]
    public Task By_keyboard_it_is_opened_answered_and_skipped_and_skipping_is_remembered() => lab.VisitAsync(View.Desk, Chain, async page =>
    {
        await Desktop.MustBeThereAsync(page);
        await page.GetByTestId("door").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var card = page.GetByTestId("challenge");
        var first = await Asked.InAsync(card, _desktop);
        await page.GetByRole(AriaRole.Button, new() { Name = "Skip" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(card).ToHaveCountAsync(0);
        await page.ReloadAsync();
        await Desktop.MustBeThereAsync(page);
        await page.GetByTestId("door").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var second = await Asked.InAsync(card, _desktop);

        // What was skipped comes again only after all others.
        bool isAlone = Laboratory.Challenges().Count(entry => entry.Chapter == "chain") == 1;
        Assert.Equal(isAlone, first.Entry.Name == second.Entry.Name);
        await page.EvaluateAsync("place => { location.hash = place; }", $"#/challenges?{Desktop.Query}");
        await Assertions.Expect(page.Locator($"[data-testid=challenge-entry][data-name={first.Entry.Name}]")).ToHaveAttributeAsync("data-state", "skipped");
    });

    [BrowserFact]
    public Task While_training_goes_on_it_asks_nothing_and_moves_nothing() => lab.VisitAsync(
        View.Desk, "#/chain?run=nabla:1/data=digits/train-examples=200/test-examples=50/epochs=3000/seed=1&step=60&example=test:3", async page =>
    {
        await page.MustStandAtAsync(60);
        await page.GetByTestId("door").ClickAsync();
        await Assertions.Expect(page.GetByTestId("challenge-ask")).ToBeVisibleAsync();
        await page.MustBeSettledAsync();
        double before = (await page.GetByTestId("challenge").BoundingBoxAsync())!.Height;
        string question = await page.GetByTestId("challenge-ask").InnerTextAsync();
        await page.Locator("section.bar .primary").ClickAsync();
        var pause = page.GetByTestId("challenge").GetByRole(AriaRole.Button, new() { Name = "Pause" });
        await Assertions.Expect(pause).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("() => Number(document.querySelector('.readings .step').textContent.replace(/\\D/g, '')) > 200");
        Assert.Equal(before, (await page.GetByTestId("challenge").BoundingBoxAsync())!.Height);
        Assert.Equal(question, await page.GetByTestId("challenge-ask").InnerTextAsync());
        await pause.ClickAsync();
        await page.MustBeSettledAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Check" })).ToBeVisibleAsync();
    });

    [BrowserFact]
    public Task A_link_hides_it_and_where_nothing_can_be_kept_it_works_all_the_same() => lab.VisitAsync(View.Desk, "about:blank", async page =>
    {
        await page.AddInitScriptAsync("Storage.prototype.getItem = Storage.prototype.setItem = () => { throw new DOMException('refused', 'SecurityError'); };");
        await page.GotoAsync(new Uri(lab.Address, $"{Chain}&hide=challenge").AbsoluteUri);
        await Desktop.MustBeThereAsync(page);
        await Assertions.Expect(page.GetByTestId("door")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Show all" }).ClickAsync();
        await page.GetByTestId("door").ClickAsync();
        var asked = await Asked.InAsync(page.GetByTestId("challenge"), _desktop);
        await asked.AnswerAsync(asked.Answer);
        await page.Locator("form .primary").ClickAsync();
        await Assertions.Expect(page.GetByTestId("challenge-verdict")).ToHaveAttributeAsync("data-right", "true");
        await page.GetByRole(AriaRole.Link, new() { Name = "All questions" }).ClickAsync();
        await Assertions.Expect(page.GetByTestId("challenges-kept")).ToContainTextAsync("1 answer ");
    });
}
