using Microsoft.Playwright;
using Nabla.Lab.Tests.Chapters;

namespace Nabla.Lab.Tests;

/// <summary>A chapter begins with what one needs first; the rest is one click away, under its own name.</summary>
[Collection(LabCollection.Name)]
public sealed class FoldingTests(LabFixture lab)
{
    [BrowserFact]
    public Task What_is_for_later_waits_in_every_chapter() => lab.VisitAsync(View.Desk, $"#/structure?{Desktop.Moment}&example=test:3", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        foreach (var chapter in Desktop.Folded.GroupBy(part => part[..part.IndexOf('.', StringComparison.Ordinal)]))
        {
            await page.EvaluateAsync("chapter => { location.hash = location.hash.replace(/#.\\w+/, '#/' + chapter); }", chapter.Key);
            await page.MustBeSettledAsync();
            foreach (string part in chapter)
            {
                var card = page.Locator($"[data-part='{part}']");
                await Assertions.Expect(card.Locator("h2 button")).ToHaveAttributeAsync("aria-expanded", "false");
                await Assertions.Expect(card.Locator("h2")).ToContainTextAsync("More:");
                await Assertions.Expect(card.Locator(":scope > *")).ToHaveCountAsync(1);
            }

            // Something is there to begin with.
            Assert.NotEqual(0, await page.Locator("main [data-part]:not(.folded)").CountAsync());
        }
    });

    [BrowserFact]
    public Task It_unfolds_by_mouse_and_by_keyboard_and_stands_in_the_link() => lab.VisitAsync(View.Desk, $"#/training?{Desktop.Moment}", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        await Button(page, "training.gradient").ClickAsync();
        await Assertions.Expect(page.GetByTestId("batch-gradient")).ToBeVisibleAsync();
        await Button(page, "training.presets").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Button(page, "training.presets")).ToHaveAttributeAsync("aria-expanded", "true");
        await page.MustBeSettledAsync();
        Assert.Contains("more=training.gradient,training.presets", await page.AddressAsync(), StringComparison.Ordinal);

        await page.ReloadAsync();
        await Desktop.MustBeThereAsync(page);
        await Assertions.Expect(page.GetByTestId("batch-gradient")).ToBeVisibleAsync();
        await Button(page, "training.presets").ClickAsync();
        await Assertions.Expect(Button(page, "training.presets")).ToHaveAttributeAsync("aria-expanded", "false");
        await page.MustBeSettledAsync();
        Assert.Matches("more=training.gradient(&|$)", await page.AddressAsync());
        await page.MustBeAccessibleAsync();
    });

    private static ILocator Button(IPage page, string part) => page.Locator($"[data-part='{part}'] h2 button");
}
