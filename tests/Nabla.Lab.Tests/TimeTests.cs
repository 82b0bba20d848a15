using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Nabla.Browser;
using Nabla.Lab.Tests.Chapters;

namespace Nabla.Lab.Tests;

/// <summary>The run's time, by mouse and to its end: what is shown is always of the moment that the page says.</summary>
[Collection(LabCollection.Name)]
public sealed class TimeTests(LabFixture lab)
{
    private const string Digits = "nabla:1/data=digits/train-examples=500/test-examples=200";

    // No machine trains so many steps while a test looks.
    private const string Endless = $"{Digits}/epochs=2000000/seed=1";
    private const long Late = 90_000_000;

    [BrowserTheory]
    [InlineData("en", "Going to step 90,000,000: 0 %", "Stop here")]
    [InlineData("zh", "正在前往第 90,000,000 步：0 %", "停在这里")]
    public Task A_link_to_a_late_moment_says_that_it_is_on_its_way_and_can_be_stopped(string language, string words, string stop) => lab.VisitAsync(
        View.Desk with { Language = language }, $"#/chain?run={Endless}&step={Late}&example=test:3&chain.part=many&neuron=1.3&input=406", async page =>
    {
        var way = page.GetByTestId("on-the-way");
        await Assertions.Expect(way).ToContainTextAsync(words);
        await MustBeOnItsWayAsync(page);
        string address = await page.AddressAsync();
        Assert.Contains($"step={Late}&", address, StringComparison.Ordinal);

        // Another chapter may be looked at meanwhile; it shows nothing of another moment either.
        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = language == "zh" ? "训练" : "Training" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("#/training"));
        await MustBeOnItsWayAsync(page);
        Assert.Contains($"step={Late}&", await page.AddressAsync(), StringComparison.Ordinal);

        await way.GetByRole(AriaRole.Button, new() { Name = stop }).ClickAsync();
        await Assertions.Expect(way).ToHaveCountAsync(0);
        await page.MustBeSettledAsync();
        await MustBeTrueAsync(page, Endless);
    });

    [BrowserFact]
    public Task A_link_shows_no_other_moment_before_its_own() => lab.VisitAsync(View.Desk, "about:blank", async page =>
    {
        // Everything that the step and the bias of a neuron ever show, from the first moment on.
        await page.AddInitScriptAsync("""
            globalThis.seen = new Set();
            new MutationObserver(() => {
                for (const at of ['.readings .step', '.detail dl div:nth-of-type(2) dd span']) {
                    const text = document.querySelector(at)?.textContent;
                    if (text) seen.add(at + ' ' + text);
                }
            }).observe(document, { childList: true, subtree: true, characterData: true });
            """);
        await page.GotoAsync(new Uri(lab.Address, $"#/structure?run={Digits}/epochs=400/seed=1&step=15000&example=test:3&neuron=2.7").AbsoluteUri);
        await page.MustStandAtAsync(15_000);
        string[] seen = await page.EvaluateAsync<string[]>("[...seen]");
        Assert.Equal(["–", "15,000"], seen.Where(text => text.StartsWith(".readings", StringComparison.Ordinal)).Select(text => text.Split(' ')[^1]));
        Assert.Single(seen, text => text.StartsWith(".detail", StringComparison.Ordinal));
    });

    [BrowserFact]
    public Task Time_that_is_dragged_beyond_what_was_trained_says_so_too() => lab.VisitAsync(
        View.Desk, $"#/structure?run={Endless}&step=60&example=test:3&neuron=2.7", async page =>
    {
        await page.MustStandAtAsync(60);
        string before = await page.Locator(".detail").InnerTextAsync(), address = await page.AddressAsync();
        var slider = (await page.Locator(".scrubber input").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(slider.X + 9, slider.Y + slider.Height / 2);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(slider.X + slider.Width * 0.75f, slider.Y + slider.Height / 2, new() { Steps = 4 });
        await page.Mouse.UpAsync();

        // The moment before stays, dimmed, and the address with it.
        await Assertions.Expect(page.GetByTestId("on-the-way")).ToContainTextAsync("Going to step ");
        await Assertions.Expect(page.Locator("main .away")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".readings .step")).ToHaveTextAsync("60");
        Assert.Equal(before, await page.Locator(".detail").InnerTextAsync());
        foreach (string name in new[] { "Example", "Mini-batch", "Epoch" }) await Assertions.Expect(Step(page, name)).ToBeDisabledAsync();
        Assert.Equal(address, await page.AddressAsync());

        await page.GetByRole(AriaRole.Button, new() { Name = "Stop here" }).ClickAsync();
        await page.MustBeSettledAsync();
        await MustBeTrueAsync(page, Endless);
        await Step(page, "Mini-batch").ClickAsync();
        await page.MustBeSettledAsync();
        await MustBeTrueAsync(page, Endless);
    });

    [BrowserTheory]
    [InlineData("en", "This run is over after 2 epochs.", "Start over", "2 more epochs")]
    [InlineData("zh", "这次训练已结束，共 2 轮。", "从头开始", "再训练 2 轮")]
    public Task The_end_of_a_run_says_so_and_is_no_dead_end(string language, string words, string again, string more) => lab.VisitAsync(
        View.Desk with { Language = language }, $"#/structure?run={Digits}/epochs=2/seed=1&example=test:3", async page =>
    {
        await page.MustStandAtAsync(0);
        var end = page.GetByTestId("end-of-run");
        await Assertions.Expect(end).ToHaveTextAsync("");
        await page.Locator("button.primary").First.ClickAsync();
        await page.MustStandAtAsync(100);
        await Assertions.Expect(end).ToContainTextAsync(words);
        var steps = page.Locator(".bar .group button");
        for (int i = 0; i < 3; i++) await Assertions.Expect(steps.Nth(i)).ToBeDisabledAsync();
        await page.MustBeAccessibleAsync();

        // Back to the beginning, and by single examples over the end: its last mini-batch has ten.
        await page.GetByRole(AriaRole.Button, new() { Name = again }).ClickAsync();
        await page.MustStandAtAsync(0);
        await Assertions.Expect(end).ToHaveTextAsync("");
        await page.EvaluateAsync("location.hash = location.hash.replace(/step=\\d+/, 'step=99')");
        await page.MustStandAtAsync(99);
        int[] batch = [.. At($"{Digits}/epochs=2/seed=1", 99).Batch(99).Examples];
        foreach (int example in batch)
        {
            await steps.First.ClickAsync();
            await Assertions.Expect(page).ToHaveURLAsync(new Regex($"example=train:{example}(&|$)"));
        }

        await steps.First.ClickAsync();
        await page.MustStandAtAsync(100);
        await Assertions.Expect(end).ToContainTextAsync(words);

        // A longer run goes on from the same moment.
        await page.GetByRole(AriaRole.Button, new() { Name = more }).ClickAsync();
        await page.MustStandAtAsync(200);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("epochs=4"));
        await Desktop.MustShowAsync(page.GetByTestId("output-3"), At($"{Digits}/epochs=4/seed=1", 200).Explain(new ExampleRef(ExampleSet.Train, batch[^1])).Layers[^1].A[3], 1e-3);
    });

    [BrowserTheory]
    [InlineData("activation=identity/output-activation=identity/learning-rate=1")]
    [InlineData("hidden=30/output-activation=identity/learning-rate=5")]
    public async Task After_a_divergence_the_last_network_that_made_sense_is_shown_and_so_it_is_by_its_link(string settings)
    {
        string run = $"{Digits}/{settings}/seed=1";
        var desktop = At(run, long.MaxValue);
        long last = desktop.Moment().Step;
        string address = "";
        await lab.VisitAsync(View.Desk, $"#/training?run={run}&example=test:3", async page =>
        {
            await page.MustStandAtAsync(0);
            await page.GetByRole(AriaRole.Button, new() { Name = "Train", Exact = true }).ClickAsync();
            await page.MustStandAtAsync(last);
            await Assertions.Expect(page.GetByTestId("end-of-run")).ToContainTextAsync("the last network that still made sense");

            // The growth is to be seen: the line rises all the way, over many powers of ten.
            await Assertions.Expect(page.GetByTestId("cost-curves").Locator("text", new() { HasTextRegex = new Regex("10[⁰¹²³⁴⁵⁶⁷⁸⁹]{2}") }).First).ToBeVisibleAsync();
            await Assertions.Expect(page.GetByText("its axis is logarithmic")).ToBeVisibleAsync();
            double[] heights = await page.GetByTestId("cost-curves")
                .Locator("path.dots").EvaluateAsync<double[]>("path => [...path.getAttribute('d').matchAll(/M[^ ]+ ([^h]+)h/g)].map(at => Number(at[1]))");
            double rise = heights[0] - heights[^1];
            Assert.True(rise > 100, $"The line rises by {rise} pixels.");
            Assert.True(heights[0] - heights[^2] > 0.05 * rise, "The line is flat to the last point but one.");

            await page.Locator("nav.tabs a").First.ClickAsync();
            await page.MustBeSettledAsync();
            await MustBeTrueAsync(page, run);
            await page.GetByLabel("Number").FillAsync("7");
            await page.GetByLabel("Number").PressAsync("Enter");
            await Assertions.Expect(page).ToHaveURLAsync(new Regex("example=test:7(&|$)"));
            await page.MustBeSettledAsync();
            await MustBeTrueAsync(page, run);
            address = await page.AddressAsync();
        });

        await lab.VisitAsync(View.Desk, new Uri(address).Fragment, async page =>
        {
            await page.MustStandAtAsync(last);
            await MustBeTrueAsync(page, run);
            await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
            await Assertions.Expect(page.GetByTestId("end-of-run")).ToContainTextAsync("This run is over");
            await page.MustBeSettledAsync();
            await MustBeTrueAsync(page, run);
        });
    }

    private static ILocator Step(IPage page, string name) => page.Locator(".bar").GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static async Task MustBeOnItsWayAsync(IPage page)
    {
        await Assertions.Expect(page.Locator("main .away")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".readings .step")).ToHaveTextAsync("–");
        await Assertions.Expect(page.Locator("main [data-value]:not([data-value=''])")).ToHaveCountAsync(0);
        var keys = page.Locator(".bar .group button, .bar > button.primary");
        for (int i = 0; i < 4; i++) await Assertions.Expect(keys.Nth(i)).ToBeDisabledAsync();
    }

    /// <summary>Sees that step, address and the outputs of the example that the address names are those of one moment.</summary>
    private static async Task MustBeTrueAsync(IPage page, string run)
    {
        long step = long.Parse(await page.Locator(".readings .step").InnerTextAsync(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"step={step}&"));
        if (!(await page.AddressAsync()).Contains("#/structure", StringComparison.Ordinal))
        {
            await page.Locator("nav.tabs a").First.ClickAsync();
            await page.MustBeSettledAsync();
        }

        // The outputs are listed where no neuron is chosen.
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Escape");
        var example = Regex.Match(await page.AddressAsync(), "example=test:([0-9]+)");
        var outputs = At(run, step).Explain(new ExampleRef(ExampleSet.Test, int.Parse(example.Groups[1].Value, CultureInfo.InvariantCulture))).Layers[^1].A;
        double scale = outputs.Max(Math.Abs);
        for (int j = 0; j < outputs.Count; j++) await Desktop.MustShowAsync(page.GetByTestId($"output-{j}"), outputs[j], 1e-3 * scale);
    }

    private static Laboratory At(string run, long step)
    {
        var laboratory = new Laboratory();
        while (laboratory.MakeDigits(500, 200, 1000).Result is null)
        {
        }

        laboratory.Start(run);
        while (!laboratory.Seek(step, 1000).Arrived)
        {
        }

        return laboratory;
    }
}
