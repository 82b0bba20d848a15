using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Nabla.Lab.Tests.Chapters;

/// <summary>
/// What is drawn is what is so: bars as long, dots where, shades as strong as the numbers say, which arithmetic of the tests' own has worked
/// out (<see cref="Reference"/>). The shades are those of the engine's figures.
/// </summary>
[Collection(ChaptersCollection.Name)]
public sealed class PicturesOfNumbersTests(LabFixture lab)
{
    // In per cent of a bar's track, in pixels, in steps of a colour's channel: where things are rounded to be drawn.
    private const double Percent = 0.05;
    private const double Pixel = 0.6;
    private const int Channel = 2;

    private static readonly string Query = $"{Desktop.Query}&example=test:3";
    private readonly Reference _reference = new(Reference.AtDesktop.Network, Reference.AtDesktop.Tests[3]);

    [BrowserTheory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 1024)]
    public Task Structure_draws_activations_weights_and_ink(ColorScheme theme, int width) => lab.VisitAsync(
        View.Desk with { Theme = theme, Width = width }, $"#/structure?{Query}", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        for (int l = 1; l <= 3; l++)
            MustBeShades(theme, PaletteKind.Sequential, _reference.A[l], await FillsAsync(page, l));

        // The lines that are dashed orange are the negative weights; between two layers of 16 all are drawn.
        int[] lines = await page.Locator(".network g:has(> path[stroke-width])").First.EvaluateAsync<int[]>(
            "group => [...group.querySelectorAll('path')].reduce(([all, negative], path) => { const count = path.getAttribute('d').split('M').length - 1; "
                + "return [all + count, negative + (path.classList.contains('negative') ? count : 0)]; }, [0, 0])");
        var weights = Enumerable.Range(0, 256).Select(i => _reference.Weight(2, i / 16, i % 16)).ToList();
        Assert.Equal([256, weights.Count(weight => weight < 0)], lines);

        var bars = await WidthsAsync(page.Locator("[data-testid^=output-] .bar"));
        MustBeNear(_reference.A[3].Select(a => 100 * a), bars, Percent);
        MustBeShades(theme, PaletteKind.Sequential, _reference.A[0], await PixelsAsync(page.Locator("[data-testid=example-words]").Locator("xpath=preceding-sibling::*//canvas")));
    });

    [BrowserFact]
    public Task Structure_draws_what_each_input_contributes_and_where_on_the_curve_the_sum_is() => lab.VisitAsync(
        View.Desk, $"#/structure?{Query}&neuron=2.7", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        double[] products = [.. Enumerable.Range(0, 16).Select(k => _reference.Weight(2, 7, k) * _reference.A[1][k]).OrderByDescending(Math.Abs)];
        MustBeNear(products.Take(6).Select(product => 50 * Math.Abs(product / products[0])), await WidthsAsync(page.Locator(".detail .terms .bar")), Percent);
        Assert.Equal(
            products.Take(6).Select(product => product < 0),
            await page.Locator(".detail .terms .bar").EvaluateAllAsync<bool[]>("all => all.map(one => one.classList.contains('negative'))"));

        var curve = page.Locator(".detail svg:has(circle)");
        var (x, y) = await AxesAsync(curve);
        double[] dot = await curve.Locator("circle").EvaluateAsync<double[]>("dot => [dot.cx.baseVal.value, dot.cy.baseVal.value]");
        MustBeNear([x(_reference.Z[2][7]), y(_reference.A[2][7])], dot, Pixel);
    });

    [BrowserFact]
    public Task Cost_draws_outputs_targets_and_squares_and_as_many_digits_as_a_bin_has() => lab.VisitAsync(View.Desk, $"#/cost?{Query}", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        double[] parts = [.. Enumerable.Range(0, 10).Select(j => Math.Pow(_reference.A[3][j] - _reference.Target(j), 2))];
        MustBeNear(_reference.A[3].Select(a => 100 * a), await WidthsAsync(page.Locator(".pair .output")), Percent);
        MustBeNear([100], await WidthsAsync(page.Locator(".pair .target")), Percent);
        MustBeNear(parts.Select(part => 100 * part / parts.Max()), await WidthsAsync(page.GetByTestId("output-cost").Locator(".part div")), Percent);

        // All digits' costs, counted again in the bins that the axis shows.
        var histogram = page.GetByTestId("cost-histogram");
        var (x, y) = await AxesAsync(histogram);
        double[] costs = [.. Reference.AtDesktop.Tests.Select(example => new Reference(Reference.AtDesktop.Network, example).Cost)];
        double[][] bars = await histogram.Locator("rect").EvaluateAllAsync<double[][]>("all => all.map(one => ['x', 'width', 'y', 'height'].map(name => one[name].baseVal.value))");
        double counted = 0;
        foreach (double[] bar in bars)
        {
            double from = bar[0] - 0.5, to = bar[0] + bar[1] + 0.5;
            int count = costs.Count(cost => x(cost) >= from && x(cost) < to);
            Assert.InRange(bar[3], y(0) - y(count) - 2, y(0) - y(count) + 2);
            counted += count;
        }

        Assert.InRange(counted, 198, 202);
        Assert.InRange(await histogram.Locator("path.mark").EvaluateAsync<double>("mark => mark.getBBox().x"), x(_reference.Cost) - Pixel, x(_reference.Cost) + Pixel);
    });

    [BrowserTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public Task Training_shades_mistakes_by_their_number(ColorScheme theme) => lab.VisitAsync(View.Desk with { Theme = theme }, $"#/training?{Query}", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        await page.MustBeSettledAsync();
        string[][] cells = await page.GetByTestId("confusion").Locator("button")
            .EvaluateAllAsync<string[][]>("all => all.map(one => [one.textContent.trim(), getComputedStyle(one).backgroundColor])");
        int[] counts = [.. cells.Select(cell => cell[0].Length == 0 ? 0 : int.Parse(cell[0], CultureInfo.InvariantCulture))];
        Assert.Equal(200, counts.Sum());
        int most = counts.Where((_, i) => i / 10 != i % 10).Max();
        for (int i = 0; i < 100; i++)
        {
            if (i / 10 == i % 10) Assert.Equal("rgba(0, 0, 0, 0)", cells[i][1]);
            else MustBeShade(theme, PaletteKind.Sequential, (double)counts[i] / most, cells[i][1]);
        }
    });

    [BrowserFact]
    public Task Nudges_draws_wishes_as_arrows_bars_stacks_and_shades() => lab.VisitAsync(View.Desk, $"#/nudges?{Query}&nudges.order=number", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        await page.MustBeSettledAsync();
        double[] wishes = [.. Enumerable.Range(0, 10).Select(j => -_reference.DCdA(3, j))];
        double most = wishes.Max(Math.Abs);
        var rows = page.GetByTestId("nudges-outputs");
        MustBeNear(wishes.Select(wish => 50 * Math.Abs(wish) / most), await WidthsAsync(rows.Locator(".bar")), Percent);
        bool[] down = await rows.Locator("li").EvaluateAllAsync<bool[]>("all => all.map(one => one.querySelector('svg .down') !== null)");
        Assert.Equal(wishes.Select(wish => wish < 0), down);
        for (int l = 1; l <= 3; l++)
        {
            double[] wanted = [.. Enumerable.Range(0, _reference.A[l].Length).Select(k => -_reference.DCdA(l, k))];
            MustBeShades(ColorScheme.Light, PaletteKind.Diverging, wanted.Select(wish => wish / wanted.Max(Math.Abs)), await FillsAsync(page, l));
        }

        await page.GetByTestId("nudges-back").ClickAsync();
        await page.MustBeSettledAsync();
        var stacked = page.GetByTestId("nudges-stacked");
        var y = (await AxesAsync(stacked.Locator("svg"))).Y;
        double[] sums = await stacked.Locator("line.sum").EvaluateAllAsync<double[]>("all => all.map(one => one.y1.baseVal.value)");
        MustBeNear(Enumerable.Range(0, 16).Select(k => y(-_reference.DCdA(2, k))), sums, 1.5);
    });

    [BrowserFact]
    public Task Chain_rule_puts_dots_on_its_lines_and_shades_its_matrices() => lab.VisitAsync(
        View.Desk, $"#/chain?{Query}&chain.part=equations&chain.layer=3", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        await page.MustBeSettledAsync();
        double[] gradient = [.. Enumerable.Range(0, 160).Select(i => _reference.Delta[3][i / 16] * _reference.A[2][i % 16])];
        double most = gradient.Max(Math.Abs);
        var matrix = page.GetByTestId("BP4").Locator("canvas").First;
        MustBeShades(ColorScheme.Light, PaletteKind.Diverging, gradient.Select(value => value / most), await PixelsAsync(matrix));

        await page.GetByRole(AriaRole.Tab).First.ClickAsync();
        var line = page.GetByTestId("line-a1");
        await Assertions.Expect(line).ToBeVisibleAsync();
        await page.MustBeSettledAsync();
        foreach (string id in new[] { "w1", "z1", "a1" })
        {
            var shown = page.GetByTestId($"line-{id}");
            double value = double.Parse((await shown.Locator("[data-value]").First.GetAttributeAsync("data-value"))!, CultureInfo.InvariantCulture);
            var x = (await AxesAsync(shown.Locator("svg").First)).X;
            double at = await shown.Locator("circle").EvaluateAsync<double>("dot => dot.cx.baseVal.value");
            Assert.InRange(at, x(value) - Pixel, x(value) + Pixel);
        }
    });

    [BrowserTheory]
    [InlineData("structure", "neuron=2.7")]
    [InlineData("cost", "")]
    [InlineData("nudges", "neuron=2.5")]
    [InlineData("chain", "chain.part=many&neuron=2.5&input=3")]
    public Task Numbers_are_those_of_arithmetic_done_once_more(string chapter, string shown) => lab.VisitAsync(View.Desk, $"#/{chapter}?{Query}&{shown}", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        await page.MustBeSettledAsync();
        var r = _reference;
        switch (chapter)
        {
            case "structure":
                foreach (var (value, i) in new[] { r.Z[2][7] - r.Bias(2, 7), r.Bias(2, 7), r.Z[2][7], r.A[2][7] }.Select((value, i) => (value, i)))
                    await Desktop.MustShowAsync(page.Locator(".detail dl dd").Nth(i), value);
                break;
            case "cost":
                for (int j = 0; j < 10; j++)
                    await Desktop.MustShowAsync(page.GetByTestId("output-cost").Nth(j).Locator("[data-value]").Nth(3), Math.Pow(r.A[3][j] - r.Target(j), 2));
                await Desktop.MustShowAsync(page.GetByTestId("example-cost"), r.Cost);
                break;
            case "nudges":
                await Desktop.MustShowAsync(page.GetByTestId("nudges-shares").Locator("h3"), -r.DCdA(2, 5), 1e-6);
                await Desktop.MustShowAsync(page.GetByTestId("nudges-avenues").Locator("p").First, -r.Delta[2][5], 1e-6);
                break;
            default:
                foreach (var (part, value) in new[] { ("dzdw", r.A[1][3]), ("dadz", r.A[2][5] * (1 - r.A[2][5])), ("dcda", r.DCdA(2, 5)), ("product", r.Delta[2][5] * r.A[1][3]) })
                    await Desktop.MustShowAsync(page.GetByTestId(part), value, 1e-5);
                break;
        }
    });

    private static async Task<string[]> FillsAsync(IPage page, int layer) =>
        await page.Locator("g:has(> .neuron)").Nth(layer - 1).Locator("circle.body").EvaluateAllAsync<string[]>("all => all.map(one => getComputedStyle(one).fill)");

    private static Task<string[]> PixelsAsync(ILocator canvas) => canvas.EvaluateAsync<string[]>(
        "canvas => { const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height); "
            + "return Array.from({ length: data.length / 4 }, (_, i) => `rgb(${data[4 * i]}, ${data[4 * i + 1]}, ${data[4 * i + 2]})`); }");

    private static async Task<double[]> WidthsAsync(ILocator bars) => await bars.EvaluateAllAsync<double[]>("all => all.map(one => parseFloat(one.style.width))");

    /// <summary>Where values lie in a chart, as its own ticks say: a straight line through the first and the last of each axis.</summary>
    private static async Task<(Func<double, double> X, Func<double, double> Y)> AxesAsync(ILocator chart)
    {
        string[][] texts = await chart.EvaluateAsync<string[][]>(
            "svg => [...svg.querySelectorAll('text')].map(one => [one.textContent.trim(), one.getAttribute('x'), one.getAttribute('y'), getComputedStyle(one).textAnchor])");
        var ticks = texts.Select(text => (Seen: SeenNumbers.Seen.Of(text[0]), X: text[1], Y: text[2], Anchor: text[3]))
            .Where(text => text.Seen is not null && text.X is not null).ToList();
        return (Axis([.. ticks.Where(tick => tick.Anchor == "middle").Select(tick => (tick.Seen!.Value, Number(tick.X)))]),
            Axis([.. ticks.Where(tick => tick.Anchor == "end").Select(tick => (tick.Seen!.Value, Number(tick.Y)))]));

        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

        static Func<double, double> Axis(List<(double Value, double Place)> ticks) => value =>
        {
            var (from, to) = (ticks[0], ticks[^1]);
            Assert.NotEqual(from.Value, to.Value);
            return from.Place + ((value - from.Value) * (to.Place - from.Place) / (to.Value - from.Value));
        };
    }

    private static void MustBeNear(IEnumerable<double> expected, double[] drawn, double within)
    {
        double[] all = [.. expected];
        Assert.Equal(all.Length, drawn.Length);
        for (int i = 0; i < all.Length; i++) Assert.True(Math.Abs(all[i] - drawn[i]) <= within, $"Number {i} is drawn at {drawn[i]}, and should be at {all[i]}.");
    }

    private static void MustBeShades(ColorScheme theme, PaletteKind kind, IEnumerable<double> values, string[] colors)
    {
        double[] all = [.. values];
        Assert.Equal(all.Length, colors.Length);
        for (int i = 0; i < all.Length; i++) MustBeShade(theme, kind, all[i], colors[i]);
    }

    private static void MustBeShade(ColorScheme theme, PaletteKind kind, double value, string color)
    {
        var wanted = Palette.Of(theme == ColorScheme.Dark ? Theme.Dark : Theme.Light).Shade(kind, value);
        int[] drawn = [.. Regex.Matches(color, @"\d+").Take(3).Select(channel => int.Parse(channel.Value, CultureInfo.InvariantCulture))];
        foreach (var (one, other) in new int[] { wanted.R, wanted.G, wanted.B }.Zip(drawn))
            Assert.True(Math.Abs(one - other) <= Channel, $"{value} is drawn in {color}, and should be in {wanted}.");
    }
}
