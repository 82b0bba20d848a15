using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Nabla.Lab.Tests.Chapters;

namespace Nabla.Lab.Tests;

/// <summary>What an address says, and what it does not.</summary>
[Collection(LabCollection.Name)]
public sealed class LinkTests(LabFixture lab)
{
    private static readonly string Structure = $"#/structure?{Desktop.Moment}&example=test:3";

    [BrowserFact]
    public Task Going_back_leaves_the_language_alone() => lab.VisitAsync(View.Desk, $"{Structure}&lang=en", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        Assert.DoesNotContain("lang=", await page.AddressAsync(), StringComparison.Ordinal);
        await page.Locator("nav.tabs a").Nth(1).ClickAsync();
        await page.MustBeSettledAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "中文", Exact = true }).ClickAsync();
        await page.MustBeSettledAsync();
        await page.GoBackAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("#/structure"));
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "继续" })).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "继续" })).ToBeVisibleAsync();
    });

    [BrowserFact]
    public Task A_link_brings_its_language_for_as_long_as_its_tab_is_open() => lab.VisitAsync(View.Desk, $"{Structure}&lang=zh&motion=off", async page =>
    {
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "zh-Hans");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "zh-Hans");
        await Desktop.MustBeThereAsync(page);

        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(new Uri(lab.Address, Structure).AbsoluteUri);
        await Assertions.Expect(other.Locator("html")).ToHaveAttributeAsync("lang", "en");
    });

    [BrowserTheory]
    [InlineData("en", "#/nonsense", "The address asks for a chapter “nonsense”, and there is none; the first chapter is shown instead.")]
    [InlineData("en", "example=test:99999", "The address asks for example “test:99999”, and there is none; example no. 0 is shown instead.")]
    [InlineData("en", "example=99999", "The address asks for example “99999”, and there is none; example no. 0 is shown instead.")]
    [InlineData("en", "neuron=9.99", "The address asks for neuron “9.99”, and this network has none; no neuron is selected instead.")]
    [InlineData("en", "step=7000000", "The address asks for step 7000000, and the run ends at step 1500; that is shown instead.")]
    [InlineData("en", "neron=1.1", "The address says “neron=1.1”, which is not understood; it is left out.")]
    [InlineData("zh", "neuron=1.2&input=784", "地址中的输入“784”在这个神经元上不存在，已改为显示整个神经元。")]
    [InlineData("zh", "step=abc", "地址中的步数“abc”不是整数，已改为显示第 0 步。")]
    public Task What_a_broken_link_asks_for_is_said(string language, string part, string words) => lab.VisitAsync(
        View.Desk with { Language = language }, "about:blank", async page =>
    {
        string run = Desktop.Query[..Desktop.Query.IndexOf('&', StringComparison.Ordinal)];
        await page.GotoAsync(new Uri(lab.Address, part.StartsWith('#') ? $"{part}?{run}" : $"#/structure?{run}&{part}").AbsoluteUri);
        await page.MustBeSettledAsync();
        var said = page.GetByTestId("broken-link");
        await Assertions.Expect(said.Locator("span")).ToHaveTextAsync([words]);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await page.MustBeAccessibleAsync();
        await said.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(said).ToHaveCountAsync(0);

        // Typed over an address that was right, too.
        if (part.StartsWith('#')) return;
        await page.EvaluateAsync("part => location.hash = location.hash.replace(/(step|example)=[^&]*&?/g, '') + '&' + part", part);
        await Assertions.Expect(said.Locator("span")).ToHaveTextAsync([words]);
    });

    [BrowserTheory]
    [InlineData("structure", "neuron=1.3", ".detail .pictures button", "input=406")]
    [InlineData("chain", "neuron=1.3&chain.part=many", ".pictures button", "input=406")]
    [InlineData("nudges", "nudges.input=none", "[data-testid=nudges-input] button", "nudges.pixel=406")]
    public Task The_pixel_that_is_chosen_stands_in_the_address(string chapter, string part, string picture, string chosen) => lab.VisitAsync(
        View.Desk, $"#/{chapter}?{Desktop.Query}&example=test:3&{part}", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        var pixels = page.Locator(picture).First;
        await pixels.ScrollIntoViewIfNeededAsync();
        var box = (await pixels.BoundingBoxAsync())!;

        // Row 14, column 14, and away from it again, so that nothing is pointed at.
        await page.Mouse.ClickAsync(box.X + box.Width * 14.5f / 28, box.Y + box.Height * 14.5f / 28);
        await page.Mouse.MoveAsync(2, 2);
        await page.MustBeSettledAsync();
        Assert.Contains(chosen, await page.AddressAsync(), StringComparison.Ordinal);
        string shown = await page.Locator(".looked").First.InnerTextAsync();
        Assert.Contains("14", shown, StringComparison.Ordinal);
        await page.ReloadAsync();
        await Desktop.MustBeThereAsync(page);
        await Assertions.Expect(page.Locator(".looked").First).ToHaveTextAsync(new Regex(Regex.Escape(shown.Trim()).Replace("\\ ", "\\s*", StringComparison.Ordinal)));
    });
}
