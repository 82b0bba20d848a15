using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Nabla.Lab.Tests.Chapters;

namespace Nabla.Lab.Tests;

/// <summary>The page in windows of every kind: at a desk, zoomed to 200 %, on a telephone upright and sideways.</summary>
[Collection(LabCollection.Name)]
public sealed class LayoutTests(LabFixture lab)
{
    private static readonly string Moment = $"run=nabla:1/data=digits/train-examples=300/test-examples=100/epochs=2/seed=1&step=20&example=test:3&{Desktop.More}";

    // A projector's width: there the page is presented.
    private const int Hall = 1920;

    private static readonly string[] Chapters = ["structure", "cost", "descent", "training", "inside", "nudges", "chain", "backwards", "plane", "challenges"];

    [BrowserTheory]
    [InlineData(1440, 900, "en", ColorScheme.Dark)]
    [InlineData(1024, 768, "zh", ColorScheme.Light)]
    [InlineData(720, 450, "en", ColorScheme.Light)]
    [InlineData(844, 390, "zh", ColorScheme.Dark)]
    [InlineData(390, 844, "zh", ColorScheme.Light)]
    [InlineData(375, 667, "en", ColorScheme.Dark)]
    [InlineData(1920, 1080, "en", ColorScheme.Light)]
    public Task Every_chapter_fits_its_window_and_Train_is_always_in_sight(int width, int height, string language, ColorScheme theme) => lab.VisitAsync(
        new View(language, theme, width, width < 1000), "about:blank", async page =>
    {
        await page.SetViewportSizeAsync(width, height);
        await page.GotoAsync(new Uri(lab.Address, $"#/{Chapters[0]}?{Moment}{(width == Hall ? "&present=on" : "")}").AbsoluteUri);
        foreach (string chapter in Chapters)
        {
            await page.EvaluateAsync("chapter => { location.hash = location.hash.replace(/#.\\w+/, '#/' + chapter); }", chapter);
            await page.MustBeReadyAsync();
            await page.MustBeSettledAsync();
            await MustFitAsync(page, $"{chapter} at {width} × {height}");
            if (width == Hall) await MustBeReadFromAfarAsync(page);
            await page.MustBeAccessibleAsync();
        }

        // Where it is drawn the mouse itself presses it.
        var train = (await page.Locator(".bar .primary").BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(train.X + train.Width / 2, train.Y + train.Height / 2);
        await Assertions.Expect(page.Locator(".readings .step")).Not.ToHaveTextAsync("20");
    });

    [BrowserTheory]
    [InlineData(390, 844, "en")]
    [InlineData(375, 667, "en")]
    [InlineData(375, 667, "zh")]
    public Task On_a_telephone_the_pad_the_answer_and_Train_are_in_the_first_screen(int width, int height, string language) => lab.VisitAsync(
        View.Phone with { Language = language, Width = width }, "about:blank", async page =>
    {
        await page.SetViewportSizeAsync(width, height);
        await page.GotoAsync(new Uri(lab.Address, $"#/structure?{Moment}").AbsoluteUri);
        await page.MustStandAtAsync(20);
        double top = await BottomAsync("body > #app > header"), bottom = await TopAsync("section.bar");
        foreach (string part in new[] { ".pad canvas", "[data-testid=answer]" })
        {
            Assert.InRange(await TopAsync(part), top, bottom);
            Assert.InRange(await BottomAsync(part), top, bottom);
        }

        Assert.InRange(await BottomAsync(".bar .primary"), bottom, height);

        // What is read stands beside the pad in words, and is the same as in the strip above.
        string seen = await page.GetByTestId("example-words").Locator("b").Nth(1).InnerTextAsync();
        await Assertions.Expect(page.GetByTestId("answer").Locator("strong")).ToHaveTextAsync(seen);
        await Assertions.Expect(page.GetByTestId("answer").Locator(".output")).ToHaveCountAsync(10);

        async Task<double> TopAsync(string part) => (await page.Locator(part).First.BoundingBoxAsync())!.Y;
        async Task<double> BottomAsync(string part) => (await page.Locator(part).First.BoundingBoxAsync()) is { } box ? box.Y + box.Height : double.NaN;
    });

    [BrowserFact]
    public Task The_first_edit_moves_nothing_and_its_note_covers_no_control_of_the_example() => lab.VisitAsync(
        View.Desk, $"#/structure?{Moment}&neuron=1.15&input=bias", async page =>
    {
        await page.MustStandAtAsync(20);
        var editor = page.Locator(".editor input[type=range]");
        var before = (await editor.BoundingBoxAsync())!;
        await editor.PressAsync("ArrowRight");
        var note = page.GetByText("1 parameter was set by hand");
        await Assertions.Expect(note).ToBeVisibleAsync();
        Assert.Equal(before.Y, (await editor.BoundingBoxAsync())!.Y);
        var picker = (await page.Locator(".picker").BoundingBoxAsync())!;
        Assert.True((await note.BoundingBoxAsync())!.Y > picker.Y + picker.Height, "The note covers the example's controls.");

        // Nor does the drawing's edge cut off what marks its last neuron.
        double room = await page.Locator(".diagram .ring").EvaluateAsync<double>(
            "ring => ring.ownerSVGElement.getBoundingClientRect().bottom - ring.getBoundingClientRect().bottom - parseFloat(getComputedStyle(ring).strokeWidth) / 2");
        Assert.True(room >= 0, string.Create(CultureInfo.InvariantCulture, $"{-room} pixels of the ring are cut off."));
    });

    [BrowserFact]
    public Task What_a_narrow_bar_has_no_room_for_is_behind_one_button() => lab.VisitAsync(View.Phone, $"#/structure?{Moment}", async page =>
    {
        await page.MustStandAtAsync(20);
        var more = page.Locator("section.bar").GetByRole(AriaRole.Button, new() { Name = "Other controls" });
        await more.ClickAsync();
        await page.MustBeAccessibleAsync();
        await page.Locator("section.bar").GetByRole(AriaRole.Button, new() { Name = "Mini-batch" }).ClickAsync();
        await Assertions.Expect(page.Locator(".readings .step").First).ToHaveTextAsync("21");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("section.bar").GetByRole(AriaRole.Button, new() { Name = "Mini-batch" })).ToHaveCountAsync(0);
        await Assertions.Expect(more).ToBeFocusedAsync();
    });

    [BrowserTheory]
    [InlineData(390, "en")]
    [InlineData(375, "en")]
    [InlineData(375, "zh")]
    public Task A_narrow_bar_cuts_off_no_number(int width, string language) => lab.VisitAsync(
        View.Phone with { Width = width, Language = language }, "#/structure?run=nabla:1/data=digits/train-examples=2000/test-examples=200/epochs=6/seed=1&step=0", async page =>
    {
        await page.MustStandAtAsync(0);
        await page.Locator("button.primary").First.ClickAsync();
        await page.MustStandAtAsync(1200);
        await page.MustBeSettledAsync();
        double end = (await page.Locator(".time").BoundingBoxAsync())! is { } time ? time.X + time.Width : 0;
        foreach (string name in new[] { "step", "accuracy" })
        {
            double right = await page.Locator($".time .{name}")
                .EvaluateAsync<double>("one => { const all = document.createRange(); all.selectNodeContents(one); return all.getBoundingClientRect().right; }");
            Assert.InRange(right, 1, end + 0.5);
        }
    });

    [BrowserFact]
    public Task On_a_telephone_a_neuron_opens_a_sheet_over_a_page_that_stays_usable() => lab.VisitAsync(View.Phone, $"#/structure?{Moment}", async page =>
    {
        await page.MustStandAtAsync(20);
        var neurons = page.Locator(".diagram > svg > g > g:has([data-neuron])").First.Locator("[data-neuron]");
        await TapAsync(neurons.Nth(4));
        var sheet = page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(sheet).ToContainTextAsync("Layer 1, neuron 4");
        await Assertions.Expect(sheet).ToBeFocusedAsync();
        await page.MustBeSettledAsync();

        // What was touched stays in sight, and so does Train, which nothing covers.
        var (top, bar) = ((await sheet.BoundingBoxAsync())!, (await page.Locator("section.bar").BoundingBoxAsync())!);
        var touched = (await neurons.Nth(4).BoundingBoxAsync())!;
        Assert.InRange(touched.Y + touched.Height, 0, top.Y);
        Assert.InRange(top.Y + top.Height, 0, bar.Y + 1);
        await MustFitAsync(page, "with the sheet open");
        await page.MustBeAccessibleAsync();

        // Another neuron takes its place; the handle makes it higher; Escape closes it, and the hand is back where it was.
        await TapAsync(neurons.Nth(6));
        await Assertions.Expect(sheet).ToContainTextAsync("Layer 1, neuron 6");
        await sheet.GetByRole(AriaRole.Button, new() { Name = "Make the sheet higher" }).ClickAsync();
        Assert.True((await sheet.BoundingBoxAsync())!.Height > 1.5 * top.Height);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(sheet).ToHaveCountAsync(0);
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex("neuron="));
        await Assertions.Expect(neurons.Nth(6)).ToBeFocusedAsync();

        async Task TapAsync(ILocator neuron)
        {
            await neuron.ScrollIntoViewIfNeededAsync();
            var box = (await neuron.BoundingBoxAsync())!;
            await page.Touchscreen.TapAsync(box.X + box.Width / 2, box.Y + box.Height / 2);
        }
    });

    [BrowserFact]
    public Task Presented_the_page_is_larger_and_the_mouse_means_what_it_points_at() => lab.VisitAsync(View.Desk, $"#/chain?{Moment}", async page =>
    {
        await page.SetViewportSizeAsync(Hall, 1080);
        await page.MustStandAtAsync(20);
        await page.Keyboard.PressAsync("p");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("present=on"));
        var line = page.Locator("svg[role=slider]").First;
        await line.ScrollIntoViewIfNeededAsync();
        var box = (await line.BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(box.X + box.Width / 2, box.Y + box.Height / 2);
        double[] scale = await line.EvaluateAsync<double[]>("line => ['min', 'max', 'now'].map(name => Number(line.getAttribute('aria-value' + name)))");
        Assert.InRange((scale[2] - scale[0]) / (scale[1] - scale[0]), 0.44, 0.56);

        await page.Keyboard.PressAsync("p");
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex("present="));
        await Assertions.Expect(page.Locator(".summary")).ToBeVisibleAsync();
    });

    [BrowserTheory]
    [InlineData("structure")]
    [InlineData("training")]
    [InlineData("plane", "plane.step=20&")]
    public Task On_paper_the_chapter_stands_alone_dark_on_white(string chapter, string own = "") => lab.VisitAsync(
        View.Desk with { Theme = ColorScheme.Dark }, $"#/{chapter}?{own}{Moment}", async page =>
    {
        await page.MustStandAtAsync(20);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.SetViewportSizeAsync(690, 1000);
        foreach (string part in new[] { "#app > header", "section.bar", ".notes", ".picker" }) await Assertions.Expect(page.Locator(part).First).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("[...document.querySelectorAll('main .track > div')].every(bar => getComputedStyle(bar).display !== 'none')"),
            "Bars are not printed.");
        Assert.Equal("rgb(255, 255, 255)", await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor"));

        // Below the heading follows the chapter, on the same page; and no card is broken that fits one.
        Assert.InRange(await page.Locator(".diagram svg, [data-testid=training-chapter] svg, [data-testid=plane-picture]").First.EvaluateAsync<double>(
            "first => first.getBoundingClientRect().top + scrollY"), 0, 800);
        Assert.True(await page.EvaluateAsync<bool>("[...document.querySelectorAll('main section')].every(card => getComputedStyle(card).breakInside === 'avoid')"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The chapter is wider than the paper.");
    });

    /// <summary>In a hall no text is smaller than 24 pixels, but for the subscripts of formulas.</summary>
    private static async Task MustBeReadFromAfarAsync(IPage page)
    {
        string[] small = await page.EvaluateAsync<string[]>("""
            () => {
                const small = [];
                const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                while (texts.nextNode()) {
                    const element = texts.currentNode.parentElement;
                    if (!texts.currentNode.data.trim() || element.closest('.katex, .unseen, sub, sup, title, style, script, select, [hidden], [aria-hidden=true] tspan')) continue;
                    if (!element.checkVisibility() || element.getBoundingClientRect().width < 2) continue;
                    const size = parseFloat(getComputedStyle(element).fontSize) * element.currentCSSZoom;
                    if (size < 23.9) small.push(`${location.hash.slice(2, 8)} ${element.className.baseVal ?? element.className} ${texts.currentNode.data.trim()}: ${size}`);
                }
                return small;
            }
            """);
        Assert.Empty(small);
    }

    /// <summary>Nothing is wider than the window, the bar is one row, its first button is not covered, and the page's end can be scrolled free of it.</summary>
    private static async Task MustFitAsync(IPage page, string where)
    {
        string problems = await page.EvaluateAsync<string>("""
            () => {
                const problems = [];
                const root = document.documentElement, bar = document.querySelector('section.bar');
                if (root.scrollWidth > innerWidth) problems.push(`${root.scrollWidth} pixels wide`);
                for (const place of [0, root.scrollHeight]) {
                    scrollTo(0, place);
                    const box = bar.getBoundingClientRect(), train = bar.querySelector('.primary').getBoundingClientRect();
                    if (Math.abs(box.bottom - innerHeight) > 1 || box.height > 70 * bar.currentCSSZoom) problems.push(`a bar from ${box.top} to ${box.bottom}`);
                    if (train.left < 0 || train.right > innerWidth) problems.push('Train is not in sight');
                    if (!document.elementFromPoint(train.left + train.width / 2, train.top + train.height / 2)?.closest('.primary')) problems.push('Train is covered');
                    for (const child of bar.children) {
                        const one = child.getBoundingClientRect();
                        if (one.top < box.top || one.bottom > box.bottom + 1 || one.right > innerWidth + 1) problems.push(`${child.className || child.textContent} leaves the bar`);
                    }
                }
                const last = document.querySelector('main').lastElementChild.getBoundingClientRect().bottom;
                if (last > bar.getBoundingClientRect().top) problems.push(`the page ends at ${last}, under the bar`);
                scrollTo(0, 0);
                return problems.join('; ');
            }
            """);
        Assert.True(problems.Length == 0, $"{where}: {problems}");
    }
}
