using System.Text.Json;
using Microsoft.Playwright;
using Nabla.Lab.Tests.Chapters;

namespace Nabla.Lab.Tests;

/// <summary>What is seen, handed on: the link, its code, and what the link hides.</summary>
[Collection(LabCollection.Name)]
public sealed class ShareTests(LabFixture lab)
{
    private static readonly string Place = $"#/structure?{Desktop.Moment}&example=test:3&neuron=2.5";

    public static TheoryData<View, string, string, string> Languages => new()
    {
        { View.Desk, "Share", "Copy link", "Copied." },
        { View.Phone with { Language = "zh", Theme = ColorScheme.Dark }, "分享", "复制链接", "已复制。" },
    };

    [BrowserTheory]
    [MemberData(nameof(Languages))]
    public Task A_link_is_copied_and_shows_the_same_to_whoever_opens_it(View view, string share, string copy, string copied) => lab.VisitAsync(view, Place, async page =>
    {
        await Desktop.MustBeThereAsync(page);
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GetByRole(AriaRole.Button, new() { Name = share, Exact = true }).ClickAsync();
        var panel = Panel(page);
        var field = panel.GetByRole(AriaRole.Textbox);
        string link = await field.InputValueAsync();
        Assert.Matches($"#/structure\\?run=.*&example=test:3&neuron=2\\.5&lang={view.Language}$", link);
        Assert.True(await field.EvaluateAsync<bool>("field => field.readOnly && field.scrollHeight <= field.clientHeight + 1 && field.scrollWidth <= field.clientWidth + 1"),
            "The address is not seen whole.");
        Assert.True(await panel.EvaluateAsync<bool>("panel => panel.scrollWidth <= panel.clientWidth && panel.getBoundingClientRect().right <= innerWidth"),
            "The panel is wider than the window.");
        await page.MustBeAccessibleAsync();

        await panel.GetByRole(AriaRole.Button, new() { Name = copy }).ClickAsync();
        await Assertions.Expect(panel.GetByRole(AriaRole.Status)).ToHaveTextAsync(copied);
        Assert.Equal(link, await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        string[] numbers = await NumbersAsync(page);

        // Escape leaves the panel, and nothing that is selected behind it.
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(panel).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = share, Exact = true })).ToBeFocusedAsync();
        Assert.Contains("neuron=2.5", await page.AddressAsync(), StringComparison.Ordinal);

        await page.GotoAsync("about:blank");
        await page.GotoAsync(link);
        await Desktop.MustBeThereAsync(page);
        Assert.NotEmpty(numbers);
        Assert.Equal(numbers, await NumbersAsync(page));
    });

    [BrowserFact]
    public Task Where_the_browser_forbids_copying_the_address_is_selected() => lab.VisitAsync(View.Desk, Place, async page =>
    {
        await Desktop.MustBeThereAsync(page);
        await page.EvaluateAsync("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }");
        await page.GetByRole(AriaRole.Button, new() { Name = "Share", Exact = true }).ClickAsync();
        var panel = Panel(page);
        await panel.GetByRole(AriaRole.Button, new() { Name = "Copy link" }).ClickAsync();
        await Assertions.Expect(panel.GetByRole(AriaRole.Status)).ToContainTextAsync("The address is selected: press Ctrl+C");
        Assert.True(await panel.GetByRole(AriaRole.Textbox).EvaluateAsync<bool>("field => field.selectionStart === 0 && field.selectionEnd === field.value.length"));
    });

    [BrowserFact]
    public Task Its_code_is_large_enough_for_a_hall_and_stays_black_on_white() => lab.VisitAsync(View.Desk with { Theme = ColorScheme.Dark }, Place, async page =>
    {
        await Desktop.MustBeThereAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Share", Exact = true }).ClickAsync();
        var panel = Panel(page);
        var code = panel.GetByRole(AriaRole.Img, new() { Name = "QR code of this address" });
        await Assertions.Expect(code.Locator("rect")).ToHaveCSSAsync("fill", "rgb(255, 255, 255)");
        await Assertions.Expect(code.Locator("path")).ToHaveCSSAsync("fill", "rgb(0, 0, 0)");
        var small = (await code.BoundingBoxAsync())!;
        Assert.True(small.Width >= 240, $"The code is {small.Width} pixels wide.");

        await panel.GetByRole(AriaRole.Button, new() { Name = "Larger, for a hall" }).ClickAsync();
        var large = (await code.BoundingBoxAsync())!;
        Assert.True(large.Width >= 680 && large.Y >= 0 && large.Y + large.Height <= 900, $"The code is {large.Width} pixels wide and ends at {large.Y + large.Height}.");
        await page.MustBeAccessibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(panel.GetByRole(AriaRole.Textbox)).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(panel).ToHaveCountAsync(0);
    });

    [BrowserFact]
    public Task An_address_too_long_for_a_code_is_said_to_be() => lab.VisitAsync(
        View.Desk, $"#/structure?{Desktop.Moment}&edits={string.Join(',', Enumerable.Range(0, 100).Select(input => $"1.3.{input}:0.25"))}", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Share", Exact = true }).ClickAsync();
        await Assertions.Expect(Panel(page)).ToContainTextAsync("this address is too long for a QR code");
        await Assertions.Expect(Panel(page).GetByRole(AriaRole.Img)).ToHaveCountAsync(0);
    });

    [BrowserFact]
    public Task A_link_hides_the_parts_that_were_left_out_of_it() => lab.VisitAsync(View.Desk, $"#/cost?{Desktop.Query}&example=test:3", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Share", Exact = true }).ClickAsync();
        var panel = Panel(page);

        // Cards have the names that their headings have.
        string[] cards = [.. (await page.Locator("main section h2").AllInnerTextsAsync()).Select(text => text.Trim())];
        string[] offered = [.. (await panel.Locator(".lists > div").Nth(1).Locator("label").AllInnerTextsAsync()).Select(text => text.Trim())];
        Assert.Equal(cards, offered);
        foreach (string name in new[] { "Example", "Training controls", "Chapter navigation", cards[1] })
            await panel.GetByRole(AriaRole.Checkbox, new() { Name = name, Exact = true }).ClickAsync();
        string link = await panel.GetByRole(AriaRole.Textbox).InputValueAsync();
        Assert.Contains("&hide=strip,bar,chapters,cost.network&", link, StringComparison.Ordinal);

        // What is hidden is only the link's affair until it is opened.
        await Assertions.Expect(page.Locator(".bar")).ToBeVisibleAsync();
        await page.GotoAsync("about:blank");
        await page.GotoAsync(link);
        await page.MustBeSettledAsync();
        await Assertions.Expect(page.Locator("main section h2")).ToHaveTextAsync([cards[0], cards[2]]);
        foreach (string part in new[] { ".bar", "nav.tabs", "[data-testid=example-words]" }) await Assertions.Expect(page.Locator(part)).ToHaveCountAsync(0);
        await page.MustBeAccessibleAsync();
        Assert.Contains("hide=strip,bar,chapters,cost.network", await page.AddressAsync(), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = "Show all" }).ClickAsync();
        await page.MustBeSettledAsync();
        await Assertions.Expect(page.Locator("main section h2")).ToHaveTextAsync(cards);
        await Assertions.Expect(page.Locator(".bar")).ToBeVisibleAsync();
        Assert.DoesNotContain("hide=", await page.AddressAsync(), StringComparison.Ordinal);
    });

    [BrowserFact]
    public Task What_a_chat_and_a_home_screen_show_of_it_is_there() => lab.VisitAsync(View.Desk, Place, async page =>
    {
        string[] files = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('link[rel="apple-touch-icon"], link[rel="icon"], link[rel="manifest"], meta[property="og:image"]')]
                .map(one => new URL(one.getAttribute('href') ?? one.content, document.baseURI).href)
            """);
        Assert.Equal(4, files.Length);
        foreach (string file in files)
        {
            Assert.StartsWith(lab.Address.AbsoluteUri, file, StringComparison.Ordinal);
            Assert.Equal(200, (await page.APIRequest.GetAsync(file)).Status);
        }

        string manifest = files.Single(file => file.EndsWith(".webmanifest", StringComparison.Ordinal));
        using var read = JsonDocument.Parse(await (await page.APIRequest.GetAsync(manifest)).TextAsync());
        foreach (var icon in read.RootElement.GetProperty("icons").EnumerateArray())
            Assert.Equal(200, (await page.APIRequest.GetAsync(new Uri(new Uri(manifest), icon.GetProperty("src").GetString()).AbsoluteUri)).Status);

        foreach (var (file, width, height) in new[] { ("card.png", 1200, 630), ("apple-touch-icon.png", 180, 180), ("icon-192.png", 192, 192), ("icon-512.png", 512, 512) })
        {
            byte[] picture = await (await page.APIRequest.GetAsync(new Uri(lab.Address, file).AbsoluteUri)).BodyAsync();
            Assert.Equal((width, height), (BigEndian(picture, 16), BigEndian(picture, 20)));
        }

        // The bar of a telephone's browser has the colour of the page.
        string paper = await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor");
        Assert.Equal([paper, paper], await page.Locator("meta[name=theme-color]").EvaluateAllAsync<string[]>("bars => bars.map(bar => bar.content)"));
    });

    private static ILocator Panel(IPage page) => page.Locator("dialog[open]");

    private static Task<string[]> NumbersAsync(IPage page) => page.Locator("main [data-value]").EvaluateAllAsync<string[]>("all => all.map(one => one.dataset.value)");

    private static int BigEndian(byte[] bytes, int at) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
}
