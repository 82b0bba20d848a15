using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Nabla.Lab.Tests.Chapters;
using Nabla.Browser;

namespace Nabla.Lab.Tests;

/// <summary>Runs beside each other: what tells them apart, their lines, and the way back to them.</summary>
[Collection(LabCollection.Name)]
public sealed class RunsTests(LabFixture lab)
{
    private const string Digits = "nabla:1/data=digits/train-examples=500/test-examples=200";
    private const string One = $"{Digits}/epochs=3/seed=1";
    private const string Three = $"{Digits}/learning-rate=3/epochs=3/seed=1";
    private const string Thirty = $"{Digits}/hidden=30/learning-rate=3/epochs=3/seed=1";

    [BrowserFact]
    public Task Runs_are_told_apart_by_few_words_and_keep_their_marks() => lab.VisitAsync(View.Desk, Place(One, 150), async page =>
    {
        await page.MustStandAtAsync(150);
        await GoAsync(page, Three, 100);
        var runs = page.GetByTestId("compared-runs").Locator("li");
        await Assertions.Expect(runs).ToHaveCountAsync(2);
        await Assertions.Expect(Words(runs.Nth(0))).ToHaveTextAsync("η = 3");
        await Assertions.Expect(Words(runs.Nth(1))).ToHaveTextAsync("η = 1");
        string[] marks = [await MarkAsync(runs.Nth(0)), await MarkAsync(runs.Nth(1))];
        Assert.Equal(2, marks.Distinct().Count());

        // The whole name is there for whoever asks.
        await Assertions.Expect(runs.Nth(1).Locator("code")).Not.ToBeVisibleAsync();
        await runs.Nth(1).Locator("summary").ClickAsync();
        await Assertions.Expect(runs.Nth(1).Locator("code")).ToHaveTextAsync(One);
        await page.MustBeAccessibleAsync();

        // Another run: other words, the same marks.
        await GoAsync(page, Thirty, 50);
        await Assertions.Expect(Words(runs.Nth(0))).ToHaveTextAsync("784-30-10 · η = 3");
        await Assertions.Expect(Words(runs.Nth(1))).ToHaveTextAsync("784-16-16-10 · η = 3");
        await Assertions.Expect(Words(runs.Nth(2))).ToHaveTextAsync("784-16-16-10 · η = 1");
        string[] after = [await MarkAsync(runs.Nth(1)), await MarkAsync(runs.Nth(2)), await MarkAsync(runs.Nth(0))];
        Assert.Equal(marks, after[..2]);
        marks = after;

        // Back to the first, where it was left.
        await runs.Nth(2).GetByRole(AriaRole.Button, new() { Name = "Go back to this run" }).ClickAsync();
        await page.MustStandAtAsync(150);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(Regex.Escape($"run={One}&step=150&")));
        await Assertions.Expect(Words(runs.Nth(0))).ToHaveTextAsync("784-16-16-10 · η = 1");
        Assert.Equal(marks[1], await MarkAsync(runs.Nth(0)));
        foreach (string mark in marks) Assert.Contains(mark, new[] { await MarkAsync(runs.Nth(0)), await MarkAsync(runs.Nth(1)), await MarkAsync(runs.Nth(2)) });

        // The lines have the same marks as their names.
        foreach (var chart in await Charts(page).AllAsync())
        {
            string[] lines = await chart.Locator("g > path:not(.dots)").EvaluateAllAsync<string[]>(
                "all => all.map(one => one.getAttribute('stroke') + one.getAttribute('stroke-dasharray'))");
            Assert.Equal(marks.Order(), lines.Order());
        }

        await runs.Nth(1).GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Assertions.Expect(runs).ToHaveCountAsync(2);
    });

    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1440)]
    public Task Lines_of_runs_are_whole_on_the_axes(int width) => lab.VisitAsync(
        View.Desk with { Width = width, Language = width < 1000 ? "zh" : "en" }, Place(One, 150), async page =>
    {
        await page.MustStandAtAsync(150);
        await GoAsync(page, $"{Digits}/learning-rate=300/epochs=9/seed=1", 400);
        await page.GetByTestId("comparison").ScrollIntoViewIfNeededAsync();
        foreach (var chart in await Charts(page).AllAsync())
        {
            var room = (await chart.Locator(".target").BoundingBoxAsync())!;
            foreach (var line in await chart.Locator("g > path").AllAsync())
            {
                // As drawn, before anything is cut off; half a line's breadth may lie outside.
                double[] box = await line.EvaluateAsync<double[]>("path => { const b = path.getBBox(); return [b.x, b.x + b.width, b.y, b.y + b.height]; }");
                Assert.InRange(box[0], 51, 53 + room.Width);
                Assert.InRange(box[1], box[0], 53 + room.Width);
                Assert.InRange(box[2], 8, 12 + room.Height);
                Assert.InRange(box[3], box[2], 12 + room.Height);
            }

            // The longer run ends where the axis ends.
            Assert.InRange(await chart.Locator("g > path").Last.EvaluateAsync<double>("path => path.getBBox().width"), 20, room.Width);
        }

        await page.MustBeAccessibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page is wider than the window.");
    });

    [BrowserTheory]
    [InlineData("en", "Epoch 2.00, step 100", "Epoch 2.00, step 100; η = 3: {0}; η = 1: {1}")]
    [InlineData("zh", "2.00 轮，第 100 步", "2.00 轮，第 100 步; η = 3: {0}; η = 1: {1}")]
    public Task Values_are_read_off_by_mouse_and_by_keyboard(string language, string place, string spoken) => lab.VisitAsync(
        View.Desk with { Language = language }, Place(One, 150), async page =>
    {
        await page.MustStandAtAsync(150);
        await GoAsync(page, Three, 150);
        string[] expected = [Accuracy(Three, 2), Accuracy(One, 2)];
        var chart = Charts(page).First;
        await chart.ScrollIntoViewIfNeededAsync();
        string before = await chart.InnerTextAsync();

        // The axis goes from 0 to 3 epochs.
        var room = (await chart.Locator(".target").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(room.X + room.Width * 2 / 3, room.Y + 40);
        await Assertions.Expect(chart.Locator(".place")).ToHaveTextAsync(place);
        for (int i = 0; i < 2; i++) await Assertions.Expect(chart.Locator("strong").Nth(i)).ToHaveTextAsync(expected[i]);
        Assert.Equal(room.Y, (await chart.Locator(".target").BoundingBoxAsync())!.Y);
        await page.MustBeAccessibleAsync();
        await page.Mouse.MoveAsync(room.X + 40, room.Y - 60);
        await Assertions.Expect(chart.Locator(".place")).ToHaveCountAsync(0);
        Assert.Equal(before, await chart.InnerTextAsync());

        // By keyboard: home is the first epoch, the next is the second.
        var slider = chart.GetByRole(AriaRole.Slider);
        await slider.PressAsync("Home");
        await slider.PressAsync("ArrowRight");
        await Assertions.Expect(chart.Locator(".place")).ToHaveTextAsync(place);
        string words = string.Format(CultureInfo.InvariantCulture, spoken, expected[0], expected[1]);
        await Assertions.Expect(slider).ToHaveAttributeAsync("aria-valuetext", words);
        await slider.PressAsync("End");
        await Assertions.Expect(chart.Locator("strong").First).ToHaveTextAsync(Accuracy(Three, 3));
        await slider.PressAsync("Escape");
        await Assertions.Expect(chart.Locator(".place")).ToHaveCountAsync(0);
    });

    [BrowserFact]
    public Task A_finger_reads_values_off_and_goes_there_by_a_button() => lab.VisitAsync(View.Phone, Place(One, 150), async page =>
    {
        await page.MustStandAtAsync(150);
        var target = page.GetByTestId("accuracy-curves").Locator(".target");
        await target.ScrollIntoViewIfNeededAsync();
        var room = (await target.BoundingBoxAsync())!;
        await target.TapAsync(new() { Position = new() { X = room.Width / 3, Y = 60 } });
        await page.MustStandAtAsync(150);
        var values = page.GetByTestId("accuracy-curves").Locator("strong");
        await Assertions.Expect(values.Nth(1)).ToHaveTextAsync(Accuracy(One, 1));
        await page.GetByTestId("accuracy-curves").Locator(".place button").TapAsync();
        await page.MustStandAtAsync(50);
    });

    [BrowserFact]
    public Task Logarithmic_axes_are_chosen_and_stand_in_the_address() => lab.VisitAsync(View.Desk, Place(One, 150), async page =>
    {
        await page.MustStandAtAsync(150);
        var chart = page.GetByTestId("cost-curves");
        string ticks = (await chart.Locator("svg text").First.TextContentAsync())!;
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "cost", Exact = true }).First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("training\\.scale=log"));
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "epochs", Exact = true }).First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("training\\.epochs=log"));
        await Assertions.Expect(chart.Locator("svg text").First).Not.ToHaveTextAsync(ticks);

        // The first epoch has as much room as one of many: 0.02 to 1, and 1 to 3.
        double[] line = await chart.Locator("g > path").Nth(2).EvaluateAsync<double[]>("path => { const b = path.getBBox(); return [b.x, b.width]; }");
        var room = (await chart.Locator(".target").BoundingBoxAsync())!;
        Assert.InRange(line[1] / room.Width, Math.Log(3) / Math.Log(150) - 0.02, Math.Log(3) / Math.Log(150) + 0.02);

        await page.ReloadAsync();
        await page.MustStandAtAsync(150);
        await Assertions.Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "cost", Exact = true }).First).ToBeCheckedAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "epochs", Exact = true }).First).ToBeCheckedAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "cost", Exact = true }).First.ClickAsync();
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex("training\\.scale"));
        await page.MustBeAccessibleAsync();
    });

    [BrowserFact]
    public Task The_dialog_for_a_new_run_leads_back_to_earlier_ones() => lab.VisitAsync(
        View.Desk, Place(One, 120).Replace("training", "structure", StringComparison.Ordinal), async page =>
    {
        await page.MustStandAtAsync(120);
        await GoAsync(page, Three, 50);
        await page.GetByRole(AriaRole.Button, new() { Name = "New run" }).ClickAsync();
        var runs = page.GetByRole(AriaRole.Dialog).GetByTestId("compared-runs").Locator("li");
        await Assertions.Expect(Words(runs.Nth(1))).ToHaveTextAsync("η = 1");
        await Assertions.Expect(runs.Nth(1)).ToContainTextAsync($"{Accuracy(One, 2)} after epoch 2");
        await page.MustBeAccessibleAsync();
        await runs.Nth(1).GetByRole(AriaRole.Button, new() { Name = "Go back to this run" }).PressAsync("Enter");
        await page.MustStandAtAsync(120);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(Regex.Escape($"run={One}&step=120&")));
    });

    [BrowserTheory]
    [InlineData("en", "Epochs done", "1.20 of 3", "1 of 3", "Mini-batch cost")]
    [InlineData("zh", "已完成轮数", "1.20 / 3", "1 / 3", "小批量代价")]
    public Task Readings_say_what_they_are_and_the_run_can_start_over(string language, string name, string within, string at, string cost) => lab.VisitAsync(
        View.Desk with { Language = language }, Place(One, 60), async page =>
    {
        await page.MustStandAtAsync(60);
        var readings = page.Locator(".bar .readings");
        await Assertions.Expect(readings.Locator("dt").Nth(1)).ToHaveTextAsync(name);
        await Assertions.Expect(readings.Locator("dd").Nth(1)).ToHaveTextAsync(within);
        await Assertions.Expect(readings.Locator("dt").Nth(2)).ToHaveTextAsync(cost);

        // Ten quick keys are ten steps.
        var time = page.Locator(".scrubber input");
        await time.FocusAsync();
        for (int i = 0; i < 10; i++) await page.Keyboard.PressAsync("ArrowLeft");
        await page.MustStandAtAsync(50);
        await Assertions.Expect(readings.Locator("dd").Nth(1)).ToHaveTextAsync(at);

        var again = page.GetByRole(AriaRole.Button, new() { Name = language == "zh" ? "从头开始" : "Start over", Exact = true });
        await again.ClickAsync();
        await page.MustStandAtAsync(0);
        await Assertions.Expect(again).ToBeDisabledAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(Regex.Escape($"run={One}&step=0&")));
        await page.MustBeAccessibleAsync();
    });

    [BrowserFact]
    public Task The_dialog_says_what_is_other_than_in_this_run_and_starting_it_trains() => lab.VisitAsync(View.Desk, Place(One, 60), async page =>
    {
        await page.MustStandAtAsync(60);
        await page.GetByRole(AriaRole.Button, new() { Name = "New run" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Start over" })).ToBeVisibleAsync();
        await dialog.Locator("[data-preset=rate-too-large]").ClickAsync();
        await Assertions.Expect(dialog.GetByTestId("run-changes")).ToContainTextAsync("η = 300");
        await page.MustBeAccessibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Start this run" }).ClickAsync();

        // It trains to its end by itself.
        await Assertions.Expect(page.GetByTestId("end-of-run")).ToContainTextAsync("is over");
        await page.GetByRole(AriaRole.Button, new() { Name = "New run" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Start over" }).ClickAsync();
        await page.MustStandAtAsync(0);
    });

    [BrowserFact]
    public Task A_pause_at_the_end_of_an_epoch_leaves_nothing_unmeasured() => lab.VisitAsync(
        View.Desk, $"#/training?{Desktop.More}&run=nabla:1/data=digits/train-examples=2000/test-examples=2000/batch-size=2000/epochs=500/seed=1&step=0", async page =>
    {
        // Every step is an epoch, and judging it takes about as long: half of all pauses come in between. It is judged, but no other begins.
        await page.MustStandAtAsync(0);
        for (int i = 0; i < 6; i++)
        {
            await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^(Train|Go on)$") }).ClickAsync();
            await page.WaitForFunctionAsync("before => document.querySelector('.readings .step').textContent !== before", await page.Locator(".readings .step").InnerTextAsync());
            int before = await page.EvaluateAsync<int>("""
                () => {
                    const step = +document.querySelector('.readings .step').textContent;
                    [...document.querySelectorAll('button')].find(button => button.innerText.endsWith('Pause')).click();
                    return step;
                }
                """);
            await page.MustBeSettledAsync();
            string after = await page.Locator(".readings .step").InnerTextAsync();
            Assert.InRange(int.Parse(after, CultureInfo.InvariantCulture), before, before + 10);
            await Assertions.Expect(page.GetByTestId("pace-epochs").Locator("dd")).ToHaveTextAsync($"{after} of 500");
        }
    });

    private static string Place(string run, long step) => string.Create(CultureInfo.InvariantCulture, $"#/training?{Desktop.More}&run={run}&step={step}");

    private static ILocator Words(ILocator run) => run.Locator(".words");

    private static ILocator Charts(IPage page) => page.GetByTestId("comparison").Locator("figure");

    private static Task<string> MarkAsync(ILocator run) =>
        run.Locator("svg line").EvaluateAsync<string>("line => line.getAttribute('stroke') + line.getAttribute('stroke-dasharray')");

    private static async Task GoAsync(IPage page, string run, long step)
    {
        await page.EvaluateAsync("([run, step]) => { location.hash = location.hash.replace(/run=[^&]*&step=\\d+/, `run=${run}&step=${step}`); }", new object[] { run, step });
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(Regex.Escape($"run={run}&")));
        await page.MustStandAtAsync(step);
    }

    private static string Accuracy(string run, int epoch)
    {
        var laboratory = new Laboratory();
        while (laboratory.MakeDigits(500, 200, 1000).Result is null)
        {
        }

        laboratory.Start(run);
        while (!laboratory.Seek(epoch * 50, 1000).Arrived)
        {
        }

        return string.Create(CultureInfo.InvariantCulture, $"{100 * laboratory.History().Epochs[^1].TestAccuracy:F1} %");
    }
}
