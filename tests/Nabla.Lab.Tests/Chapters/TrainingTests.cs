using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Nabla.Browser;

namespace Nabla.Lab.Tests.Chapters;

/// <summary>Chapter 4: what changes while the network learns, and what it still gets wrong.</summary>
[Collection(ChaptersCollection.Name)]
public sealed class TrainingTests(LabFixture lab)
{
    private static readonly string Place = $"#/training?{Desktop.Query}";
    private readonly Desktop _desktop = new();

    [BrowserTheory]
    [MemberData(nameof(View.All), MemberType = typeof(View))]
    public Task It_shows_the_engine_s_numbers(View view) => lab.VisitAsync(view, Place, async page =>
    {
        await Desktop.MustBeThereAsync(page);
        var epoch = _desktop.Laboratory.History().Epochs[^1];
        await Desktop.MustShowAsync(page.GetByTestId("pace-epochs"), epoch.Epoch);
        await Desktop.MustShowAsync(page.GetByTestId("pace-train"), epoch.TrainAccuracy);
        await Desktop.MustShowAsync(page.GetByTestId("pace-test"), epoch.TestAccuracy);
        await Desktop.MustShowAsync(page.GetByTestId("last-costs").Locator("[data-value]").Nth(0), epoch.TrainCost!.Value);
        await Desktop.MustShowAsync(page.GetByTestId("last-costs").Locator("[data-value]").Nth(1), epoch.TestCost!.Value);

        var gradient = _desktop.Laboratory.BatchGradient();
        await Desktop.MustShowAsync(page.GetByTestId("batch-gradient"), gradient.Length);
        foreach (var layer in gradient.Layers) await Desktop.MustShowAsync(page.GetByTestId("layer-gradient").Nth(layer.Layer - 1), layer.Length);

        var confusion = _desktop.Review(ExampleSet.Test).Confusion;
        for (int label = 0; label < 10; label++)
        {
            for (int seen = 0; seen < 10; seen++) await Desktop.MustShowAsync(Cell(page, label, seen), confusion[label][seen]);
        }

        var misread = _desktop.Laboratory.Misread(ExampleSet.Test, null, null, 0, 32).Examples;
        foreach (var (digit, i) in misread.Select((digit, i) => (digit, i)))
            await Desktop.MustShowAsync(page.GetByTestId("misread").Locator("li").Nth(i), digit.Confidence);
        await page.MustBeAccessibleAsync();
    });

    [BrowserFact]
    public Task A_cell_shows_its_digits_and_one_of_them_becomes_the_example() => lab.VisitAsync(View.Desk, Place, async page =>
    {
        await Desktop.MustBeThereAsync(page);
        var confusion = _desktop.Review(ExampleSet.Test).Confusion;
        var (label, seen) = Enumerable.Range(0, 100).Select(i => (Label: i / 10, Seen: i % 10))
            .Where(cell => cell.Label != cell.Seen).MaxBy(cell => confusion[cell.Label][cell.Seen]);
        var digits = _desktop.Laboratory.TakenFor(ExampleSet.Test, label, seen, 0, 32).Examples;
        await Desktop.MustShowAsync(Cell(page, label, seen), confusion[label][seen]);
        await Cell(page, label, seen).ClickAsync();
        await Assertions.Expect(page.GetByTestId("misread").Locator("li")).ToHaveCountAsync(digits.Count);
        await page.GetByTestId("misread").Locator("li button").First.ClickAsync();
        await page.WaitForURLAsync(new Regex($"example=test:{digits[0].Index}(&|$)"));

        // By keyboard: one cell down, which is chosen in its place.
        int below = label == 9 ? 8 : label + 1;
        await Cell(page, label, seen).FocusAsync();
        await page.Keyboard.PressAsync(label == 9 ? "ArrowUp" : "ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Cell(page, below, seen)).ToHaveAttributeAsync("aria-pressed", "true");
    });

    [BrowserTheory]
    [InlineData("en", 390)]
    [InlineData("zh", 1440)]
    public Task A_run_that_has_learned_nothing_is_told_so_and_what_to_try_is_one_click_away(string language, int width)
    {
        const string Dead = "nabla:1/data=digits/train-examples=500/test-examples=200/learning-rate=1e-07/epochs=4/seed=1";
        return lab.VisitAsync(View.Desk with { Language = language, Width = width }, $"#/training?run={Dead}&step=200", async page =>
        {
            await page.MustStandAtAsync(200);
            var laboratory = new Desktop().Laboratory;
            laboratory.Start(Dead);
            while (!laboratory.Seek(200, 1000).Arrived)
            {
            }

            var dead = page.GetByTestId("dead-run");
            await Assertions.Expect(dead.Locator("p")).ToHaveTextAsync(laboratory.Diagnose()!.Sentence.In(language));
            await page.MustBeAccessibleAsync();
            await dead.GetByRole(AriaRole.Button).ClickAsync();
            await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex("learning-rate"));
            await Assertions.Expect(dead).ToHaveCountAsync(0);
        });
    }

    [BrowserFact]
    public Task A_preset_starts_another_run_and_both_are_compared() => lab.VisitAsync(View.Desk, Place, async page =>
    {
        await Desktop.MustBeThereAsync(page);
        await page.GetByTestId("training-chapter").Locator("[data-preset=rate-too-large]").ClickAsync();
        await page.GetByTestId("preset-start").GetByRole(AriaRole.Button).ClickAsync();
        var runs = page.GetByTestId("compared-runs").Locator("li");
        await Assertions.Expect(runs).ToHaveCountAsync(2);
        await Assertions.Expect(runs.First).ToContainTextAsync("η = 300");
        await page.GetByTestId("compared-runs").GetByRole(AriaRole.Button).Last.ClickAsync();
        await Assertions.Expect(page.GetByTestId("compared-runs")).ToHaveCountAsync(0);
    });

    [BrowserFact]
    public Task A_long_run_is_drawn_by_few_points() => lab.VisitAsync(
        View.Desk, $"#/training?{Desktop.More}&run=nabla:1/data=digits/train-examples=100/test-examples=20/batch-size=1/epochs=60/hidden=none/seed=1&step=6000", async page =>
    {
        // Every step is a point of the cost's curve: three times as many as are drawn.
        await page.MustStandAtAsync(6000);
        var chart = page.GetByTestId("cost-curves");
        string dots = (await chart.Locator("path.dots").GetAttributeAsync("d"))!;
        Assert.InRange(dots.Count(letter => letter == 'M'), 500, 2000);
        foreach (string path in await page.Locator("figure path").EvaluateAllAsync<string[]>("all => all.map(one => one.getAttribute('d'))"))
            Assert.InRange(path.Count(letter => letter is 'L' or 'M'), 0, 2000);

        // The end of the run is drawn too.
        var (box, line) = ((await chart.Locator("svg").First.BoundingBoxAsync())!, (await chart.Locator("path.dots").BoundingBoxAsync())!);
        Assert.InRange(line.X + line.Width, box.X + box.Width - 20, box.X + box.Width);
    });

    private static ILocator Cell(IPage page, int label, int seen) =>
        page.GetByTestId("confusion").Locator(string.Create(CultureInfo.InvariantCulture, $"[data-cell='{label}.{seen}']"));
}
