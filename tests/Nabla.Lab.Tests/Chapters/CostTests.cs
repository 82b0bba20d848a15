using Microsoft.Playwright;
using Nabla.Browser;

namespace Nabla.Lab.Tests.Chapters;

/// <summary>Chapter 2: how the cost of a digit and of a set comes about.</summary>
[Collection(ChaptersCollection.Name)]
public sealed class CostTests(LabFixture lab)
{
    private static readonly string Place = $"#/cost?{Desktop.Query}&example=test:3";
    private readonly Desktop _desktop = new();

    [BrowserTheory]
    [MemberData(nameof(View.All), MemberType = typeof(View))]
    public Task It_shows_the_engine_s_numbers(View view) => lab.VisitAsync(view, Place, async page =>
    {
        await Desktop.MustBeThereAsync(page);
        var cost = _desktop.Laboratory.Cost(new ExampleRef(ExampleSet.Test, 3));
        await Desktop.MustShowAsync(page.GetByTestId("example-cost"), cost.Cost);
        var rows = page.GetByTestId("output-cost");
        foreach (var output in cost.Outputs)
        {
            var numbers = rows.Nth(output.Output).Locator("[data-value]");
            foreach (var (value, i) in new[] { output.Activation, output.Target, output.Difference, output.Part }.Select((value, i) => (value, i)))
                await Desktop.MustShowAsync(numbers.Nth(i), value);
        }

        var review = _desktop.Review(ExampleSet.Test);
        await Desktop.MustShowAsync(page.GetByTestId("set-cost"), review.Cost);
        await Desktop.MustShowAsync(page.GetByTestId("set-correct"), review.Accuracy);
        await Assertions.Expect(page.GetByTestId("cost-histogram").Locator("rect")).ToHaveCountAsync(review.Histogram.Count(bin => bin.Count > 0));
        foreach (var (digit, i) in _desktop.Laboratory.Costliest(ExampleSet.Test, 0, 24).Examples.Select((digit, i) => (digit, i)))
            await Desktop.MustShowAsync(page.GetByTestId("costliest").Locator("li").Nth(i), digit.Cost);
        await page.MustBeAccessibleAsync();
    });

    [BrowserFact]
    public Task A_digit_of_the_gallery_becomes_the_example() => lab.VisitAsync(View.Desk, Place, async page =>
    {
        await Desktop.MustBeThereAsync(page);
        _desktop.Review(ExampleSet.Test);
        var digit = _desktop.Laboratory.Costliest(ExampleSet.Test, 5, 1).Examples[0];
        await Desktop.MustShowAsync(page.GetByTestId("costliest").Locator("li").Nth(5), digit.Cost);
        await page.GetByTestId("costliest").Locator("li button").Nth(5).ClickAsync();
        await Desktop.MustShowAsync(page.GetByTestId("example-cost"), _desktop.Laboratory.Cost(new ExampleRef(ExampleSet.Test, digit.Index)).Cost);
    });

    [BrowserFact]
    public Task By_keyboard_a_bin_shows_its_digits_and_the_set_changes() => lab.VisitAsync(View.Phone, Place, async page =>
    {
        await Desktop.MustBeThereAsync(page);
        var review = _desktop.Review(ExampleSet.Test);
        await Desktop.MustShowAsync(page.GetByTestId("set-cost"), review.Cost);
        double cost = _desktop.Laboratory.Cost(new ExampleRef(ExampleSet.Test, 3)).Cost;
        await Desktop.MustShowAsync(page.GetByTestId("example-cost"), cost);
        int bin = review.Histogram.TakeWhile(one => one.To <= cost).Count();
        await page.GetByTestId("cost-histogram").FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("Enter");
        int from = review.Histogram.Skip(bin).Sum(one => one.Count);
        await Desktop.MustShowAsync(page.GetByTestId("costliest").Locator("li").First, _desktop.Laboratory.Costliest(ExampleSet.Test, from, 1).Examples[0].Cost);

        await page.Locator("[data-set=train]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Desktop.MustShowAsync(page.GetByTestId("set-cost"), _desktop.Review(ExampleSet.Train).Cost);
    });

    [BrowserFact]
    public Task A_drawing_has_a_cost_once_it_is_said_what_it_is() => lab.VisitAsync(View.Desk, $"#/cost?{Desktop.Query}&example=drawing::", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        await Assertions.Expect(page.GetByTestId("example-cost")).ToHaveCountAsync(0);
        await page.GetByTestId("cost-chapter").GetByRole(AriaRole.Button, new() { Name = "7", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByTestId("example-cost")).ToHaveCountAsync(1);
        await Desktop.MustShowAsync(page.GetByTestId("output-cost").Nth(7).Locator("[data-value]").Nth(1), 1);
    });
}
