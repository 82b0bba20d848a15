using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Nabla.Lab.Tests.Chapters;

/// <summary>Chapter 3: a ball on a curve, a start on a map, and the network's own cost; every number beside arithmetic or the desktop's engine.</summary>
[Collection(ChaptersCollection.Name)]
public sealed class DescentTests(LabFixture lab)
{
    // What training has made differs on page and desktop in the last digits of every weight.
    private const double AfterTraining = 1e-3;

    private static readonly string Place = $"#/descent?{Desktop.Query}&example=test:3";

    [BrowserTheory]
    [MemberData(nameof(View.All), MemberType = typeof(View))]
    public Task On_a_parabola_the_steps_are_those_of_arithmetic(View view) => lab.VisitAsync(
        view, $"{Place}&descent.line=parabola&descent.line.rate=0.4&descent.line.start=2&descent.line.step=3", async page =>
    {
        await page.MustStandAtAsync(Desktop.Step);
        var rows = page.GetByTestId("descent-steps").Locator("tbody tr");
        await Assertions.Expect(rows).ToHaveCountAsync(4);
        double x = 2;
        for (int k = 0; k < 4; k++, x *= 1 - 2 * 0.4)
        {
            // x, x², the slope 2x, and the length of the step η·|2x|.
            foreach (var (value, i) in new[] { x, x * x, 2 * x, 0.4 * Math.Abs(2 * x) }.Select((value, i) => (value, i)))
                await Desktop.MustShowAsync(rows.Nth(k).Locator("[data-value]").Nth(i), value, 1e-9);
        }

        await Desktop.MustShowAsync(page.GetByTestId("descent-limit"), 1, 1e-6);
        await page.MustFitAsync();
    });

    [BrowserTheory]
    [InlineData("en", "the exact limit here")]
    [InlineData("zh", "这正是此处的极限")]
    public Task Beyond_the_limit_it_diverges_and_that_is_said(string language, string words) => lab.VisitAsync(
        View.Desk with { Language = language }, $"{Place}&descent.line=parabola&descent.line.rate=1.1", async page =>
    {
        await page.MustStandAtAsync(Desktop.Step);
        await page.GetByTestId("descent-line-walking").Locator("button.primary").ClickAsync();
        var verdict = page.GetByTestId("descent-verdict").First;
        await Assertions.Expect(verdict).ToContainTextAsync(words);
        await Assertions.Expect(verdict).ToHaveClassAsync(new Regex("bad"));
    });

    [BrowserTheory]
    [InlineData(false)]
    [InlineData(true)]
    public Task The_ball_is_dragged_by_mouse_or_finger_and_moved_by_keys(bool finger) => lab.VisitAsync(
        finger ? View.Phone : View.Desk, $"{Place}&descent.line=parabola&descent.line.step=2", async page =>
    {
        await page.MustStandAtAsync(Desktop.Step);
        var ball = page.GetByTestId("descent-line-ball");
        await ball.ScrollIntoViewIfNeededAsync();
        var picture = (await page.GetByTestId("descent-line-picture").BoundingBoxAsync())!;
        var at = (await ball.Locator("circle").Last.BoundingBoxAsync())!;
        double y = at.Y + at.Height / 2, right = at.X + at.Width / 2, left = picture.X + picture.Width * 0.3;
        (double X, double Y)[] way = [(right, y), ((right + left) / 2, y), (left, y)];
        if (finger) await page.SwipeAsync(way);
        else await page.Mouse.DrawAsync(way);

        await page.MustBeSettledAsync();
        double start = await NowAsync(ball);
        Assert.InRange(start, -2.5, -0.5);
        await MustBeAsync(page, start);

        await ball.FocusAsync();
        await page.Keyboard.PressAsync("PageUp");
        await page.MustBeSettledAsync();
        double moved = await NowAsync(ball);
        Assert.Equal(start + 0.6, moved, 0.011);
        await MustBeAsync(page, moved);
        Assert.Contains("descent.line.start=", await page.AddressAsync(), StringComparison.Ordinal);

        static async Task MustBeAsync(IPage page, double x)
        {
            var row = page.GetByTestId("descent-steps").Locator("tbody tr");
            await Assertions.Expect(row).ToHaveCountAsync(1);
            await Desktop.MustShowAsync(row.Locator("[data-value]").Nth(0), x, 1e-9);
            await Desktop.MustShowAsync(row.Locator("[data-value]").Nth(2), 2 * x, 1e-9);
        }
    });

    [BrowserFact]
    public Task Two_valleys_are_coloured_where_the_hill_parts_them() => lab.VisitAsync(View.Desk, Place, async page =>
    {
        await page.MustStandAtAsync(Desktop.Step);
        await Assertions.Expect(page.GetByTestId("descent-valleys").GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);

        // The hill is the middle root of f′ = 4x³ − 6x + 1, in the picture between the ticks of −2 and 2.
        double low = 0, high = 1;
        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            if (4 * middle * middle * middle - 6 * middle + 1 > 0) low = middle;
            else high = middle;
        }

        var picture = page.GetByTestId("descent-line-picture");
        double[] ticks = await picture.EvaluateAsync<double[]>(
            "svg => ['−2', '2'].map(name => Number([...svg.querySelectorAll('text[text-anchor=middle]')].find(one => one.textContent === name).getAttribute('x')))");
        double border = ticks[0] + (low + 2) / 4 * (ticks[1] - ticks[0]);
        var left = picture.Locator(".basin").First;
        double end = await left.EvaluateAsync<double>("one => one.x.baseVal.value + one.width.baseVal.value");
        Assert.InRange(end, border - 1, border + 1);

        // The usual start reaches the valley that is not the deepest; one left of the hill the deepest.
        await page.GetByTestId("descent-line-walking").Locator("button.primary").ClickAsync();
        var verdict = page.GetByTestId("descent-verdict").First;
        await Assertions.Expect(verdict).ToContainTextAsync("the local minimum");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"descent\.line\.step=\d"));
        await page.EvaluateAsync("location.hash = location.hash.replace(/descent.line.step=[0-9]+/, 'descent.line.step=300') + '&descent.line.start=0.1'");
        await Assertions.Expect(verdict).ToContainTextAsync("the global minimum");
    });

    [BrowserTheory]
    [InlineData("en", "x matters 3 times as much as y.")]
    [InlineData("zh", "x 的重要性是 y 的 3 倍。")]
    public Task In_the_bowl_the_gradient_is_read_as_importance(string language, string words) => lab.VisitAsync(
        View.Desk with { Language = language }, Place, async page =>
    {
        await page.MustStandAtAsync(Desktop.Step);
        await MustHaveGradientAsync(page, 3, 1);
        await Assertions.Expect(page.GetByTestId("descent-matters")).ToHaveTextAsync(words);

        // Dragged on the map, the gradient is (3x, y) wherever it lies.
        var map = page.GetByTestId("descent-plane-map");
        await map.ScrollIntoViewIfNeededAsync();
        var box = (await map.BoundingBoxAsync())!;
        await page.Mouse.DrawAsync([(box.X + box.Width * 0.5, box.Y + box.Height * 0.5), (box.X + box.Width * 0.4, box.Y + box.Height * 0.3)]);
        await page.MustBeSettledAsync();
        var place = page.GetByTestId("descent-place").Locator("[data-value]");
        double x = await ValueAsync(place.Nth(0)), y = await ValueAsync(place.Nth(1));
        Assert.True(x < 0.5 && y > 0.1, $"({x}, {y})");
        await MustHaveGradientAsync(page, 3 * x, y);

        await page.GetByTestId("descent-plane-ball").FocusAsync();
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await page.MustBeSettledAsync();
        Assert.Equal(x + 0.4, await ValueAsync(place.Nth(0)), 0.011);

        static async Task MustHaveGradientAsync(IPage page, double gx, double gy)
        {
            var shown = page.GetByTestId("descent-gradient").Locator("[data-value]");
            await Desktop.MustShowAsync(shown.Nth(0), gx, 1e-9);
            await Desktop.MustShowAsync(shown.Nth(1), gy, 1e-9);
            await Desktop.MustShowAsync(shown.Nth(2), Math.Sqrt(gx * gx + gy * gy), 1e-9);
        }
    });

    [BrowserFact]
    public Task The_surface_turns_in_the_hand() => lab.VisitAsync(View.Desk, $"{Place}&descent.plane=saddle", async page =>
    {
        await page.MustStandAtAsync(Desktop.Step);
        var surface = page.GetByTestId("descent-surface");
        await surface.ScrollIntoViewIfNeededAsync();
        string before = await surface.EvaluateAsync<string>("canvas => canvas.toDataURL()");
        var box = (await surface.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + 100, box.Y + 100);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + 150, box.Y + 120);
        await page.Mouse.UpAsync();
        await Assertions.Expect(surface).ToHaveAttributeAsync("aria-valuenow", "-5");
        Assert.NotEqual(before, await surface.EvaluateAsync<string>("canvas => canvas.toDataURL()"));
        await surface.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(surface).ToHaveAttributeAsync("aria-valuenow", "1");
        await page.MustBeSettledAsync();
        Assert.Contains("descent.turn=1,45", await page.AddressAsync(), StringComparison.Ordinal);
    });

    [BrowserFact]
    public Task Momentum_s_way_and_plain_descent_s_are_the_engine_s() => lab.VisitAsync(
        View.Desk, $"{Place}&descent.plane=ravine&descent.plane.step=12&descent.plane.momentum=0.6", async page =>
    {
        await page.MustStandAtAsync(Desktop.Step);
        var rows = page.GetByTestId("descent-momentum").Locator("tbody tr");
        foreach (var (momentum, i) in new[] { 0, 0.6 }.Select((momentum, i) => (momentum, i)))
        {
            // The lecture's rule by hand: v ← μv − η∇f with f = ½x² + 10y².
            double x = -3.5, y = 1, vx = 0, vy = 0;
            for (int k = 0; k < 12; k++)
            {
                (vx, vy) = (momentum * vx - 0.09 * x, momentum * vy - 0.09 * 20 * y);
                (x, y) = (x + vx, y + vy);
            }

            await Desktop.MustShowAsync(rows.Nth(i).Locator("[data-value]"), x * x / 2 + 10 * y * y, 1e-9);
        }

        // What is said of the two is about the numbers above it.
        int[] all = await rows.Locator("td:last-child").EvaluateAllAsync<int[]>("all => all.map(one => Number(one.textContent))");
        Assert.True(all[1] < all[0]);
        await Assertions.Expect(page.GetByTestId("descent-momentum-sentence"))
            .ToContainTextAsync($"at rest after {all[1]} steps, without it after {all[0]}: momentum is faster here");
    });

    [BrowserTheory]
    [InlineData("ravine", 0.85, "it rolls past the bottom and has to come back")]
    [InlineData("ravine", 0.95, "With so much momentum it does not come to rest")]
    [InlineData("wells", 0.8, "it rolled through one valley into another")]
    public Task Too_much_momentum_is_told_as_what_it_does(string function, double momentum, string words) => lab.VisitAsync(
        View.Desk, string.Create(CultureInfo.InvariantCulture, $"{Place}&descent.plane={function}&descent.plane.momentum={momentum}"), async page =>
    {
        await page.MustStandAtAsync(Desktop.Step);
        await Assertions.Expect(page.GetByTestId("descent-momentum-sentence")).ToContainTextAsync(words);
    });

    [BrowserFact]
    public Task Sent_off_by_a_hand_they_go_step_by_step_and_stop_where_they_are_stopped() => lab.VisitAsync(View.Desk with { Motion = true }, Place, async page =>
    {
        await Desktop.MustBeThereAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send them off" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true }).ClickAsync();
        var steps = page.GetByTestId("descent-walkers").Locator("tbody td:nth-child(2)");
        await Assertions.Expect(steps).ToHaveCountAsync(3);
        Assert.Single((await steps.AllInnerTextsAsync()).Distinct());
        await page.GetByRole(AriaRole.Slider, new() { Name = "Steps of each" }).FillAsync("7");
        await Assertions.Expect(steps).ToHaveTextAsync(["7", "7", "7"]);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"descent\.paths\.at=7"));
    });

    [BrowserTheory]
    [InlineData("en", "'q' is not known")]
    [InlineData("zh", "不认识“q”")]
    public Task A_formula_of_one_s_own_is_descended_or_told_what_is_wrong(string language, string words) => lab.VisitAsync(
        View.Desk with { Language = language }, $"{Place}&descent.line=x^4&descent.line.start=1&descent.plane=x*y", async page =>
    {
        await page.MustStandAtAsync(Desktop.Step);
        var row = page.GetByTestId("descent-steps").Locator("tbody tr").First;
        await Desktop.MustShowAsync(row.Locator("[data-value]").Nth(2), 4, 1e-9);
        await page.GetByTestId("descent-line-formula").FillAsync("x^4 + q");
        await Assertions.Expect(page.Locator(".warn").First).ToContainTextAsync(words);
        await page.GetByTestId("descent-line-formula").FillAsync("x^3 / 3");
        await page.MustBeSettledAsync();
        await Assertions.Expect(page.Locator(".warn")).ToHaveCountAsync(0);
        double x = await ValueAsync(row.Locator("[data-value]").First);
        await Desktop.MustShowAsync(row.Locator("[data-value]").Nth(2), x * x, 1e-9);
        await page.MustBeAccessibleAsync();
    });

    [BrowserTheory]
    [InlineData("start", "en")]
    [InlineData("gradient", "zh")]
    [InlineData("random", "en")]
    public Task The_network_s_cost_along_a_line_is_the_engine_s(string direction, string language) => lab.VisitAsync(
        View.Desk with { Language = language }, $"{Place}&descent.cost={direction}&descent.cost.seed=5", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        var laboratory = new Desktop().Laboratory;
        var line = Desktop.Finish(() => laboratory.LineOfCost(direction, 200, direction == "random" ? 5 : 1, 1000));
        var shown = page.GetByTestId("descent-cost-lowest").Locator("[data-value]");
        await Desktop.MustShowAsync(shown.Nth(0), line.Costs.Min()!.Value, AfterTraining);
        await Desktop.MustShowAsync(shown.Nth(2), line.Length, AfterTraining * line.Length);
    });

    [BrowserTheory]
    [InlineData("steps", "en", 390)]
    [InlineData("effort", "zh", 1440)]
    public Task Three_ways_go_down_at_the_costs_of_the_engine(string pace, string language, int width) => lab.VisitAsync(
        new View(language, width < 1000 ? ColorScheme.Dark : ColorScheme.Light, width, width < 1000), $"{Place}&descent.pace={pace}", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        await page.Locator("button.primary", new() { HasText = language == "zh" ? "让他们出发" : "Send them off" }).ClickAsync();
        var rows = page.GetByTestId("descent-walkers").Locator("tbody tr");
        await Assertions.Expect(rows).ToHaveCountAsync(3);
        await page.MustBeSettledAsync();
        var laboratory = new Desktop().Laboratory;
        bool isByStep = pace == "steps";
        int rounds = isByStep ? 60 : 24;
        var plane = Desktop.Finish(() => laboratory.PlaneOfCost(200, 10, rounds, isByStep, 1, 1000));
        foreach (var (path, i) in plane.Paths.Select((path, i) => (path, i)))
        {
            // Page and desktop round differently, and every step of training carries that on.
            await Desktop.MustShowAsync(rows.Nth(i).Locator("[data-value]").First, path.Costs[^1], 0.05);
            long looked = path.Steps[^1] * path.BatchSize;
            Assert.Equal(isByStep ? (long)rounds * path.BatchSize : 200L * rounds, looked);
            await Assertions.Expect(rows.Nth(i).Locator("td").Nth(1)).ToHaveTextAsync(looked.ToString("N0", CultureInfo.InvariantCulture));
        }

        // The sentence is of the numbers above it.
        double[] costs = await rows.Locator("[data-value]:nth-child(1)").EvaluateAllAsync<double[]>("all => all.map(one => Number(one.dataset.value))");
        string name = (await rows.Nth(Array.IndexOf(costs, costs.Min())).Locator("th").InnerTextAsync()).Trim();
        await Assertions.Expect(page.GetByTestId("descent-best")).ToContainTextAsync(name);
        await page.MustFitAsync();
    });

    [BrowserFact]
    public Task A_link_with_nonsense_is_mended_and_that_is_said() => lab.VisitAsync(
        View.Desk, $"{Place}&descent.line.rate=fast&descent.plane.start=1", async page =>
    {
        await page.MustStandAtAsync(Desktop.Step);
        await Assertions.Expect(page.GetByTestId("broken-link").Locator("span")).ToContainTextAsync(["descent.line.rate=fast", "descent.plane.start=1"]);
        Assert.DoesNotContain("fast", await page.AddressAsync(), StringComparison.Ordinal);
    });

    private static async Task<double> NowAsync(ILocator slider) =>
        double.Parse((await slider.GetAttributeAsync("aria-valuenow"))!, CultureInfo.InvariantCulture);

    private static async Task<double> ValueAsync(ILocator number) =>
        double.Parse((await number.GetAttributeAsync("data-value"))!, CultureInfo.InvariantCulture);
}
