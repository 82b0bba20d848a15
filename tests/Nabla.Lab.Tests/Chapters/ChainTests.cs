using System.Globalization;
using Microsoft.Playwright;
using Nabla.Browser;

namespace Nabla.Lab.Tests.Chapters;

/// <summary>Chapter 7: from a weight to the cost, factor by factor, and every derivative beside nudges.</summary>
[Collection(ChaptersCollection.Name)]
public sealed class ChainTests(LabFixture lab)
{
    // Relative, for derivatives are small. After training, page and desktop differ in the last digits of every weight.
    private const double WithoutTraining = 1e-9;
    private const double AfterTraining = 1e-3;

    private static readonly string Place = $"#/chain?{Desktop.Query}&example=test:3";
    private static readonly ExampleRef Example = new(ExampleSet.Test, 3);
    private static readonly OneNeuronNetwork Chain = new(0.6, 1, "quadratic", "sigmoid", [1.5, -1.2, 2], [-0.5, 0.6, -0.8]);

    [BrowserTheory]
    [MemberData(nameof(View.All), MemberType = typeof(View))]
    public Task One_neuron_a_layer_shows_the_engine_s_numbers(View view) => lab.VisitAsync(view, $"{Place}&chain.depth=3&chain.by=w1", async page =>
    {
        var (chain, nudged) = (Laboratory.OneNeuronChain(Chain), Laboratory.NudgeChain(Chain, 0, "w"));
        await MustShowAsync(page.GetByTestId("line-C"), chain.Cost, WithoutTraining);
        foreach (var (link, l) in chain.Links.Select((link, l) => (link, l + 1)))
        {
            await MustShowAsync(page.GetByTestId($"line-z{l}"), link.Z, WithoutTraining);
            await MustShowAsync(page.GetByTestId($"line-a{l}"), link.A, WithoutTraining);
        }

        foreach (var (factor, i) in nudged.Factors.Select((factor, i) => (factor, i)))
            await MustShowAsync(page.GetByTestId($"factor-{i}"), factor.Value, WithoutTraining);
        await MustShowAsync(page.GetByTestId("chain-derivative"), nudged.Derivative, WithoutTraining);
        foreach (var (nudge, i) in nudged.Nudges.Select((nudge, i) => (nudge, i)))
            await MustShowAsync(page.GetByTestId($"nudge-{i}").Locator("[data-value]").Last, nudge.Ratio);
        await page.MustFitAsync();
    });

    [BrowserFact]
    public Task A_weight_is_moved_by_keyboard_and_by_mouse() => lab.VisitAsync(View.Desk, Place, async page =>
    {
        var handle = page.GetByTestId("line-w1").GetByRole(AriaRole.Slider);
        await handle.FocusAsync();
        for (int i = 0; i < 3; i++) await page.Keyboard.PressAsync("PageUp");
        var network = Chain with { Weights = [1.8], Biases = [-0.5] };
        await MustShowAsync(page.GetByTestId("line-C"), Laboratory.OneNeuronChain(network).Cost, WithoutTraining);

        await handle.ScrollIntoViewIfNeededAsync();
        var box = (await handle.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + box.Width / 2, box.Y + 15);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + box.Width / 4, box.Y + 15);
        await page.Mouse.UpAsync();
        double weight = double.Parse((await handle.GetAttributeAsync("aria-valuenow"))!, CultureInfo.InvariantCulture);
        Assert.InRange(weight, -2.5, -1.5);
        await MustShowAsync(page.GetByTestId("line-C"), Laboratory.OneNeuronChain(network with { Weights = [weight] }).Cost, WithoutTraining);
    });

    [BrowserTheory]
    [MemberData(nameof(View.All), MemberType = typeof(View))]
    public Task A_weight_of_the_network_has_the_engine_s_factors_and_paths(View view) => lab.VisitAsync(
        view, $"{Place}&chain.part=many&neuron=1.3&input=406", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        var chain = new Desktop().Laboratory.Chain(Example, 1, 3, 406);
        await MustShowAsync(page.GetByTestId("dzdw"), chain.DZdW);
        await MustShowAsync(page.GetByTestId("dadz"), chain.DAdZ!.Value);
        await MustShowAsync(page.GetByTestId("dcda"), chain.DCdA!.Value);
        await MustShowAsync(page.GetByTestId("product"), chain.Product);
        await MustShowAsync(page.GetByTestId("paths-sum"), chain.DCdA!.Value);
        foreach (var (path, i) in chain.Paths.Select((path, i) => (path, i)))
            await MustShowAsync(page.GetByTestId("paths").Locator("tbody tr").Nth(i).Locator("[data-value]").Last, path.Share);
        await page.MustFitAsync();
    });

    [BrowserTheory]
    [MemberData(nameof(View.All), MemberType = typeof(View))]
    public Task The_equations_light_up_whose_numbers_they_are(View view) => lab.VisitAsync(view, $"{Place}&chain.part=equations&chain.layer=2", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        // By keyboard: from the first number of the gradient one down and one to the right.
        await page.GetByTestId("BP4").GetByRole(AriaRole.Button).First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator("circle.lit")).ToHaveCountAsync(2);
        double derivative = new Desktop().Laboratory.EquationTerm(Example, 2, "BP4", 0)[16 + 1];
        await MustShowAsync(page.Locator(".looked strong"), derivative);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("neuron=2\\.1&input=1"));
        await page.MustFitAsync();
    });

    [BrowserTheory]
    [MemberData(nameof(View.All), MemberType = typeof(View))]
    public Task Derivatives_are_checked(View view) => lab.VisitAsync(view, $"{Place}&chain.part=check&neuron=2.3&input=bias", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        var check = new Desktop().Laboratory.CheckDerivative(Example, 2, 3, null);
        await MustShowAsync(page.GetByTestId("computed"), check.Computed);
        await MustShowAsync(page.GetByTestId("measured"), check.Measured);
        await Assertions.Expect(page.GetByTestId("agrees")).ToHaveAttributeAsync("data-value", "true");
        await page.GetByRole(AriaRole.Tabpanel).Locator("button.primary").ClickAsync();
        await Assertions.Expect(page.GetByTestId("random-checks").Locator("tbody tr")).ToHaveCountAsync(20);
        await page.MustFitAsync();
    });

    [BrowserTheory]
    [MemberData(nameof(View.All), MemberType = typeof(View))]
    public Task A_formula_of_one_s_own_is_judged(View view) => lab.VisitAsync(view, $"{Place}&chain.part=own", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        var formula = page.GetByRole(AriaRole.Tabpanel).GetByRole(AriaRole.Textbox);
        var verdict = page.GetByTestId("verdict");
        await Assertions.Expect(verdict).ToHaveAttributeAsync("data-value", "holds");
        await formula.FillAsync("a' · σ'(z) · (a − y)");
        await Assertions.Expect(verdict).ToHaveAttributeAsync("data-value", "factor");
        await MustShowAsync(verdict.Locator(".big .number"), 0.5, WithoutTraining);
        await formula.FillAsync("a' · σ'(z) · 2(z − y)");
        await Assertions.Expect(verdict).ToHaveAttributeAsync("data-value", "fails");
        var worst = Laboratory.CheckFormula("a' · σ'(z) · 2(z − y)", "w", "quadratic", "sigmoid").Check!.Worst;
        await MustShowAsync(page.GetByTestId("formula-value"), worst.Value!.Value, WithoutTraining);
        await MustShowAsync(page.GetByTestId("formula-measured"), worst.Measured, WithoutTraining);
        await formula.FillAsync("a' · q");
        await Assertions.Expect(page.GetByTestId("problem")).ToContainTextAsync(view.Language == "zh" ? "不认识“q”" : "'q' is not known");
        await page.MustFitAsync();
    });

    [BrowserFact]
    public Task The_steps_are_gone_through_by_keyboard_and_stand_in_the_address() => lab.VisitAsync(View.Desk, Place, async page =>
    {
        await page.GetByRole(AriaRole.Tab).First.FocusAsync();
        foreach (string part in new[] { "many", "equations", "check", "own" })
        {
            await page.Keyboard.PressAsync("ArrowRight");
            await Assertions.Expect(page.GetByTestId($"chain-{part}")).ToBeVisibleAsync();
            await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"chain\\.part={part}"));
        }
    });

    private static Task MustShowAsync(ILocator element, double value, double relative = AfterTraining) =>
        Desktop.MustShowAsync(element, value, relative * Math.Abs(value));
}
