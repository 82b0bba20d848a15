using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Nabla.Lab.Tests.Chapters;

/// <summary>What makes numbers and pictures easy to read: equal cells, heads apart, one name for a pixel, a key for every mark.</summary>
[Collection(ChaptersCollection.Name)]
public sealed class ReadableTests(LabFixture lab)
{
    private static readonly string Query = $"{Desktop.Query}&example=test:3";

    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1024)]
    [InlineData(1440)]
    public Task The_cells_of_the_confusion_matrix_are_a_grid_whether_or_not_they_have_a_number(int width) => lab.VisitAsync(
        View.Desk with { Width = width }, $"#/training?{Query}", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        var cells = page.GetByTestId("confusion").Locator("button");
        await Assertions.Expect(cells).ToHaveCountAsync(100);
        var boxes = await BoxesAsync(cells);
        Assert.Single(boxes.Select(box => Math.Round(box.Height, 1)).Distinct());
        for (int row = 0; row < 10; row++)
        {
            Assert.Single(boxes.Skip(10 * row).Take(10).Select(box => Math.Round(box.Y, 1)).Distinct());
            for (int column = 0; column < 10; column++) Assert.InRange(boxes[(10 * row) + column].X - boxes[column].X, -0.5, 0.5);
        }

        double[] steps = [.. Enumerable.Range(1, 9).Select(row => boxes[10 * row].Y - boxes[10 * (row - 1)].Y)];
        Assert.InRange(steps.Max() - steps.Min(), 0, 0.5);
    });

    [BrowserTheory]
    [InlineData("16", 1440)]
    [InlineData("16-16-16-16-16-16", 1440)]
    [InlineData("16-16-16-16-16-16-16-16", 1440)]
    [InlineData("100-100-100-100-100-100-100-100", 390)]
    public Task The_heads_of_layers_do_not_collide(string hidden, int width) => lab.VisitAsync(
        View.Desk with { Width = width }, $"#/structure?run=nabla:1/data=digits/train-examples=300/test-examples=100/hidden={hidden}/seed=1", async page =>
    {
        await page.MustBeReadyAsync();
        await page.MustBeSettledAsync();
        var heads = await BoxesAsync(page.Locator(".network .head"));
        Assert.Equal(hidden.Split('-').Length + 2, heads.Length);
        foreach (var (one, other) in heads.SelectMany((one, i) => heads.Skip(i + 1).Select(other => (one, other))))
            Assert.False(one.X < other.X + other.Width && other.X < one.X + one.Width
                && one.Y < other.Y + other.Height && other.Y < one.Y + one.Height, "Two heads lie over each other.");
    });

    [BrowserFact]
    public Task A_pixel_has_one_name_and_it_is_said_that_it_counts_from_0() => lab.VisitAsync(View.Desk, $"#/structure?{Query}&neuron=1.4&input=405", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        string name = "(14,\u00a013)";
        var inspector = page.Locator(".detail");
        await Assertions.Expect(inspector.Locator(".looked")).ToContainTextAsync($"Pixel {name}:");
        await Assertions.Expect(inspector.Locator(".editor")).ToContainTextAsync($"Weight from pixel {name}");
        await Assertions.Expect(inspector.Locator("tr.chosen th")).ToHaveTextAsync(name);
        await Assertions.Expect(inspector.GetByText("Pixels are named (row, column), counted from 0.")).ToBeVisibleAsync();
        await Assertions.Expect(inspector).Not.ToContainTextAsync("405");
    });

    [BrowserTheory]
    [InlineData("structure", "en", "what it should be: 5")]
    [InlineData("nudges", "zh", "正确的输出：5")]
    public Task The_triangle_of_the_right_output_has_a_key(string chapter, string language, string words) => lab.VisitAsync(
        View.Desk with { Language = language }, $"#/{chapter}?{Query}", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        await Assertions.Expect(page.Locator("path.target")).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByText(words)).ToBeVisibleAsync();
    });

    [BrowserTheory]
    [InlineData(320)]
    [InlineData(390)]
    public Task A_line_of_the_cost_breaks_between_its_squares_and_not_within_one(int width) => lab.VisitAsync(
        View.Desk with { Width = width }, $"#/cost?{Query}", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        await Assertions.Expect(page.Locator(".numbers .katex")).ToBeVisibleAsync();
        // A line can break only between two of KaTeX's bases: each must have as many brackets opened as closed.
        string[] bases = await page.Locator(".numbers .katex-html > .katex-base").EvaluateAllAsync<string[]>("all => all.map(one => one.textContent)");
        Assert.True(bases.Length > 10);
        Assert.All(bases, text => Assert.Equal(text.Count(letter => letter == '('), text.Count(letter => letter == ')')));
    });

    [BrowserFact]
    public Task On_one_scale_for_all_layers_a_vanishing_gradient_is_pale() => lab.VisitAsync(
        View.Desk, "#/nudges?run=nabla:1/data=digits/train-examples=300/test-examples=100/hidden=16-16-16-16-16-16/seed=1&example=test:3", async page =>
    {
        await page.MustBeReadyAsync();
        await page.MustBeSettledAsync();
        double[] strongest = [.. (await page.GetByTestId("strongest-wishes").Locator("[data-value]").EvaluateAllAsync<string[]>("all => all.map(one => one.dataset.value)"))
            .Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
        Assert.Equal(7, strongest.Length);
        Assert.True(strongest[0] < strongest[^1] / 100, "The first layer's wishes should have vanished.");

        // Each layer on its own scale: its strongest wish has the last shade.
        Assert.True(await FarthestFromNeutralAsync(page, 0) > 200);
        await page.GetByLabel("One scale for all layers").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("nudges\\.scale=one"));
        Assert.True(await FarthestFromNeutralAsync(page, 0) < 20);
        Assert.True(await FarthestFromNeutralAsync(page, 6) > 200);
    });

    // The sum of the channels' differences between the most coloured neuron of a layer and the palette's neutral shade.
    private static async Task<double> FarthestFromNeutralAsync(IPage page, int layer)
    {
        string[] fills = await page.Locator("g:has(> .neuron)").Nth(layer).Locator("circle.body").EvaluateAllAsync<string[]>("all => all.map(one => getComputedStyle(one).fill)");
        int[] neutral = [0xF5, 0xF4, 0xF1];
        return fills.Max(fill => Regex.Matches(fill, @"\d+").Select((channel, i) => Math.Abs(int.Parse(channel.Value, CultureInfo.InvariantCulture) - neutral[i])).Sum());
    }

    private static async Task<Box[]> BoxesAsync(ILocator elements)
    {
        double[][] boxes = await elements.EvaluateAllAsync<double[][]>(
            "all => all.map(one => { const { x, y, width, height } = one.getBoundingClientRect(); return [x, y, width, height]; })");
        return [.. boxes.Select(box => new Box(box[0], box[1], box[2], box[3]))];
    }

    private sealed record Box(double X, double Y, double Width, double Height);
}
