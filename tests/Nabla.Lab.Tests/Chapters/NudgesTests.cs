using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Nabla.Browser;

namespace Nabla.Lab.Tests.Chapters;

/// <summary>Chapter 6: wishes, avenues, and a mini-batch's table and directions.</summary>
[Collection(ChaptersCollection.Name)]
public sealed class NudgesTests(LabFixture lab)
{
    // A training step's gradient is a sum of floats, whose order is that of the machine's vectors.
    private const double OfFloats = 1e-7;

    private static readonly string Place = $"#/nudges?{Desktop.Query}&example=test:3";
    private static readonly ExampleRef Example = new(ExampleSet.Test, 3);

    [BrowserTheory]
    [MemberData(nameof(View.All), MemberType = typeof(View))]
    public Task A_hand_walks_the_wishes_back_to_the_pixels(View view) => lab.VisitAsync(view, Place, async page =>
    {
        await ReadyAsync(page);
        await page.MustBeAccessibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page is wider than the window.");
        var back = page.GetByTestId("nudges-back");
        await view.PressAsync(back);
        await Assertions.Expect(page.GetByTestId("nudges-stacked")).ToBeVisibleAsync();
        await view.PressAsync(back);
        await Assertions.Expect(page.GetByTestId("nudges-walk").Locator("[data-layer='1']")).ToHaveAttributeAsync("aria-pressed", "true");
        await view.PressAsync(page.GetByTestId("nudges-stacked"));
        await Assertions.Expect(page.GetByTestId("nudges-shares")).ToBeVisibleAsync();
        await page.MustBeAccessibleAsync();
        await view.PressAsync(back);
        await view.PressAsync(page.GetByTestId("nudges-input").GetByRole(AriaRole.Button));
        await Assertions.Expect(page.GetByTestId("nudges-pixel").Locator("[data-value]")).ToHaveCountAsync(2);
        await Assertions.Expect(back).ToBeDisabledAsync();
        await view.PressAsync(page.GetByTestId("nudges-table").Locator("thead button").First);
        await Assertions.Expect(page.GetByTestId("nudges-table").Locator("thead button").First).ToHaveAttributeAsync("aria-pressed", "true");
        // The address follows after a moment.
        int first = new Desktop().Laboratory.Batch(Desktop.Step).Examples[0];
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"example=train:{first}(&|$)"));
        await page.MustBeAccessibleAsync();
    });

    [BrowserFact]
    public Task So_do_keys_alone() => lab.VisitAsync(View.Desk, Place, async page =>
    {
        await ReadyAsync(page);
        var walk = page.GetByTestId("nudges-walk");
        await walk.Locator("[tabindex='0']").FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(walk.Locator("[data-layer='2']")).ToBeFocusedAsync();
        var stacked = page.GetByTestId("nudges-stacked");
        await stacked.FocusAsync();
        var avenues = page.GetByTestId("nudges-avenues");
        string? before = await avenues.GetAttributeAsync("data-neuron");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(avenues).Not.ToHaveAttributeAsync("data-neuron", before!);
        await walk.Locator("[tabindex='0']").FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await page.GetByTestId("nudges-input").GetByRole(AriaRole.Button).FocusAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(page.GetByTestId("nudges-pixel").Locator("[data-value]")).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByTestId("nudges-outputs")).ToBeVisibleAsync();
    });

    [BrowserFact]
    public Task Every_number_is_the_desktop_s() => lab.VisitAsync(View.Desk, Place + "&neuron=2.5&input=3", async page =>
    {
        await ReadyAsync(page);
        var laboratory = new Desktop().Laboratory;

        var wish = laboratory.Wishes(Example, 3)[5];
        Agree([-wish.Derivative], await NumbersAsync(page, "nudges-shares", "h3"));
        var weights = laboratory.Weights(3);
        var delta = laboratory.Explain(Example).Layers[2].Delta!;
        await Assertions.Expect(page.GetByTestId("nudges-shares").Locator("tbody [data-value]")).ToHaveCountAsync(15);
        Agree(
            wish.Shares.Select((share, j) => (share, j)).OrderByDescending(part => Math.Abs(part.share)).Take(5)
                .SelectMany(part => new[] { weights[(part.j * 16) + 5], -delta[part.j], -part.share }),
            await NumbersAsync(page, "nudges-shares", "tbody"));

        var avenues = laboratory.Avenues(Example, 2, 5);
        foreach (var (name, avenue, isBias) in new[] { ("bias", avenues.Bias, true), ("weights", avenues.Weights, false), ("activations", avenues.Activations, false) })
        {
            Agree([avenue.Share], await NumbersAsync(page, $"nudges-{name}", "h3"));
            var shown = avenue.Nudges.Take(6).Union(avenue.Nudges.Where(nudge => nudge.Input == 3));
            Agree(shown.SelectMany(nudge => new[] { isBias ? nudge.Value : nudge.Factor, -nudge.Derivative }), await NumbersAsync(page, $"nudges-{name}", "tbody"));
        }

        var step = avenues.Steps[0];
        Agree(
            [step.PromisedBias, step.Bias, step.PromisedWeights, step.Weights, step.PromisedActivations, step.Activations, step.Promised, step.Measured],
            await NumbersAsync(page, "nudges-steps", "tbody"));

        var table = Averages(laboratory, new Parameter(2, 5, 3));
        Agree(
            table.Rows.SelectMany(row => row.Derivatives.Append(row.Mean).Append(row.Gradient).Append(row.FullGradient)),
            await NumbersAsync(page, "nudges-table", "tbody"), OfFloats);
        Agree(table.Costs, await NumbersAsync(page, "nudges-table", "tfoot"));
        Agree([table.Length, table.FullLength], await NumbersAsync(page, "nudges-lengths", ""));
        Agree(table.ExampleCosines.Select(cosine => cosine!.Value), await NumbersAsync(page, "nudges-cosines", ""));
        Agree([table.Cosine!.Value], await NumbersAsync(page, "nudges-cosine", ""));

        await page.GetByTestId("nudges-walk").Locator("[data-layer='3']").ClickAsync();
        await Assertions.Expect(page.GetByTestId("nudges-outputs").Locator("[data-value]")).ToHaveCountAsync(30);
        Agree(
            laboratory.DesiredChanges(Example).SelectMany(change => new[] { change.Activation, change.Target, change.Change!.Value }),
            await NumbersAsync(page, "nudges-outputs", ""));
    });

    [BrowserFact]
    public Task A_drawing_without_a_target_wishes_for_nothing_until_somebody_says_what_it_is() =>
        lab.VisitAsync(View.Phone, $"#/nudges?{Desktop.Query}&example=drawing::", async page =>
        {
            await Assertions.Expect(page.GetByTestId("nudges-no-target")).ToBeVisibleAsync();
            await page.GetByTestId("nudges-no-target").GetByRole(AriaRole.Button, new() { Name = "7" }).TapAsync();
            await Assertions.Expect(page.GetByTestId("nudges-outputs").Locator("[data-output='7']")).ToBeVisibleAsync();
        });

    private static async Task ReadyAsync(IPage page)
    {
        await Desktop.MustBeThereAsync(page);
        await Assertions.Expect(page.Locator($"[data-testid='nudges-table'][data-step='{Desktop.Step}']")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByTestId("nudges-avenues")).ToBeVisibleAsync();
    }

    private static async Task<IReadOnlyList<double>> NumbersAsync(IPage page, string part, string inside)
    {
        string[] texts = await page.GetByTestId(part).Locator($"{inside} [data-value]".Trim())
            .EvaluateAllAsync<string[]>("all => all.map(one => one.dataset.value)");
        return [.. texts.Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
    }

    /// <summary>Whether all values are the same, to the last digits that may differ between two machines.</summary>
    private static void Agree(IEnumerable<double> expected, IReadOnlyList<double> shown, double slack = 1e-10)
    {
        double[] all = [.. expected];
        Assert.Equal(all.Length, shown.Count);
        foreach (var (x, y) in all.Zip(shown)) Assert.True(Math.Abs(x - y) <= slack + (1e-5 * Math.Abs(x)), $"{y} is shown, and the desktop says {x}.");
    }

    private static Averaging Averages(Laboratory laboratory, Parameter also)
    {
        while (true)
        {
            if (laboratory.Averaging(laboratory.Batch(Desktop.Step).Examples, 12, [also], 1000).Result is { } table) return table;
        }
    }
}
