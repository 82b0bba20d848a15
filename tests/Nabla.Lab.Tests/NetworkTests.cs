using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Nabla.Lab.Tests.Chapters;

namespace Nabla.Lab.Tests;

/// <summary>The page when the network goes away after the first visit.</summary>
[Collection(LabCollection.Name)]
public sealed class NetworkTests(LabFixture lab)
{
    // What a request that a test cuts off leaves in the console.
    private const string CutOff = "net::ERR_FAILED";

    // The browser asks for the tab's picture anew at every address, and does without.
    private const string Icon = "favicon.svg";

    [BrowserFact]
    public Task Chapters_that_were_not_opened_before_open_without_a_network() => lab.VisitAsync(View.Desk, $"#/structure?{Desktop.Query}", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        foreach (string part in new[] { "Cost-", "Descent-", "Training-", "Inside-", "Nudges-", "Chain-", "Backwards-",
            "Plane-", "katex-", "KaTeX_Main-Regular-", "KaTeX_SansSerif-Regular-", "KaTeX_Typewriter-Regular-" })
            await page.WaitForFunctionAsync("part => performance.getEntriesByType('resource').some(one => one.name.includes(part))", part);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        // A request that failed now would stand in the console, and fail the visit.
        await page.Context.SetOfflineAsync(true);
        for (int chapter = 1; chapter < 9; chapter++)
        {
            await page.Locator("nav.tabs a").Nth(chapter).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            await page.MustBeSettledAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        }

        await page.Locator("nav.tabs a[href*='#/chain']").ClickAsync();
        await page.GetByRole(AriaRole.Tab).Nth(2).ClickAsync();
        await Assertions.Expect(page.Locator(".katex").First).ToBeVisibleAsync();
    }, accepted: Icon);

    [BrowserFact]
    public Task What_the_engine_refuses_is_said_in_Chinese_without_a_network_too() => lab.VisitAsync(
        View.Desk with { Language = "zh" }, "#/structure?run=nabla:2/seed=1", async page =>
    {
        var notice = page.Locator("[role=status] .warn");
        await Assertions.Expect(notice).ToContainTextAsync("“nabla:2/seed=1”是第“2”版的训练名称");
        await page.MustBeSettledAsync();
        await page.WaitForFunctionAsync("() => document.fonts.size > 0 && [...document.fonts].every(font => font.status === 'loaded')");
        await page.Context.SetOfflineAsync(true);
        await page.GetByRole(AriaRole.Button, new() { Name = "EN", Exact = true }).ClickAsync();
        await Assertions.Expect(notice).ToContainTextAsync("'nabla:2/seed=1' is a run's name of version '2'");
        await page.GetByRole(AriaRole.Button, new() { Name = "中文", Exact = true }).ClickAsync();
        await Assertions.Expect(notice).ToContainTextAsync("“nabla:2/seed=1”是第“2”版的训练名称");
    }, accepted: Icon);

    [BrowserFact]
    public Task A_reader_of_English_can_change_to_Chinese_without_a_network() => lab.VisitAsync(View.Desk, "#/structure?run=nabla:2/seed=1", async page =>
    {
        var notice = page.Locator("[role=status] .warn");
        await Assertions.Expect(notice).ToContainTextAsync("'nabla:2/seed=1' is a run's name of version '2'");
        await page.MustBeSettledAsync();
        await page.WaitForFunctionAsync("() => document.fonts.size > 0 && [...document.fonts].every(font => font.status === 'loaded')");
        await page.Context.SetOfflineAsync(true);
        await page.GetByRole(AriaRole.Button, new() { Name = "中文", Exact = true }).ClickAsync();
        await Assertions.Expect(notice).ToContainTextAsync("“nabla:2/seed=1”是第“2”版的训练名称");
        await page.GetByRole(AriaRole.Button, new() { Name = "分享", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("dialog[open]").GetByRole(AriaRole.Img)).ToBeVisibleAsync();
    }, accepted: Icon);

    [BrowserTheory]
    [InlineData("en", "This chapter could not be loaded", "Try again")]
    [InlineData("zh", "无法载入本章", "重试")]
    public Task A_chapter_that_could_not_be_loaded_can_be_tried_again(string language, string words, string again) => lab.VisitAsync(
        View.Desk with { Language = language }, "about:blank", async page =>
    {
        var chapter = new Regex("/Cost-[^/]*\\.js");
        await page.RouteAsync(chapter, route => route.AbortAsync());
        await page.GotoAsync(new Uri(lab.Address, $"#/cost?{Desktop.Query}&example=test:3").AbsoluteUri);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(words);
        await page.UnrouteAsync(chapter);
        await page.GetByRole(AriaRole.Button, new() { Name = again }).ClickAsync();
        await Assertions.Expect(page.GetByTestId("cost-chapter")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByTestId("example-cost")).ToBeVisibleAsync();
    }, accepted: CutOff);
}
