using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Nabla.Browser;
using Nabla.Lab.Tests.Chapters;

namespace Nabla.Lab.Tests.Tour;

/// <summary>The tour drives the chapters by keyboard alone, meets every row of docs/concepts.md, and says the engine's numbers.</summary>
[Collection(ChaptersCollection.Name)]
public sealed partial class TourTests(LabFixture lab)
{
    private const string Lecture = "nabla:1/data=digits/train-examples=8000/test-examples=2000/seed=1";

    // Before the last step of an epoch, in the middle of the run, with a neuron and a part hidden: all of it must be there again.
    private const string Before = "#/structure?run=nabla:1/data=digits/train-examples=800/test-examples=200/seed=1&step=120&example=test:3&neuron=2.4&hide=structure.parameters";

    private static readonly ExampleRef Shown = new(ExampleSet.Test, 21);

    /// <summary>What the engine on this machine says at stops that the page's own rounding leaves alone.</summary>
    private static readonly Dictionary<string, Func<Laboratory, Dictionary<string, double>>> Figures = new(StringComparer.Ordinal)
    {
        ["digit"] = engine => new() { ["parameters"] = 13_002, ["inputs"] = 784, ["value"] = engine.Explain(Shown).Layers[^1].A.Max() },
        ["neuron"] = engine => new() { ["z"] = engine.Neuron(Shown, 1, 5).Z, ["a"] = engine.Neuron(Shown, 1, 5).A, ["bias"] = engine.Neuron(Shown, 1, 5).Bias },
        ["cost"] = engine => new() { ["cost"] = engine.Cost(Shown).Cost, ["part"] = engine.Cost(Shown).Outputs.Max(output => output.Part) },
        ["mean"] = engine =>
        {
            var review = Desktop.Finish(() => engine.Review(ExampleSet.Test, 1000));
            return new() { ["examples"] = 2000, ["cost"] = review.Cost, ["accuracy"] = review.Accuracy };
        },
        // The right-hand minimum of x⁴ − 3x² + x, where 4x³ − 6x + 1 = 0.
        ["valley"] = _ => new() { ["rest"] = Math.Sqrt(2) * Math.Cos(Math.Acos(-1 / (2 * Math.Sqrt(2))) / 3) },
        ["importance"] = _ => new() { ["x"] = 3, ["y"] = 1, ["times"] = 3 },
        ["wishes"] = engine => new() { ["output"] = engine.DesiredChanges(Shown)[0].Output, ["change"] = engine.DesiredChanges(Shown)[0].Change!.Value },
        ["avenues"] = engine => new()
        {
            ["bias"] = engine.Avenues(Shown, 2, 5).Bias.Share,
            ["weights"] = engine.Avenues(Shown, 2, 5).Weights.Share,
            ["activations"] = engine.Avenues(Shown, 2, 5).Activations.Share,
        },
        ["sum"] = engine => new()
        {
            ["sum"] = -engine.Wishes(Shown, 3)[4].Derivative,
            ["up"] = engine.Wishes(Shown, 3)[4].Shares.Count(share => share < 0),
        },
        ["chain"] = _ => new() { ["derivative"] = Laboratory.NudgeChain(new OneNeuronNetwork(0.6, 1, "quadratic", "sigmoid", [1.5], [-0.5]), 0, "w").Derivative },
        ["flat"] = _ => new() { ["slope"] = Slope((8 * 0.6) + 1) },
        ["many"] = engine => new() { ["paths"] = 10, ["sum"] = engine.Chain(Shown, 2, 5, 4).DCdA!.Value },
        ["slip"] = _ => new() { ["factor"] = 0.5 },
        ["backwards"] = engine => new() { ["product"] = engine.Chain(Shown, 2, 5, 4).Product, ["delta"] = engine.Explain(Shown).Layers[1].Delta![5] },
        ["depth"] = engine => new() { ["ratio"] = engine.GradientsByDepth(8, "sigmoid", "xavier", 1, 40).Shown.WeightRatio!.Value },
    };

    public static TheoryData<View> Two => [View.Desk, View.Phone with { Language = "zh" }];

    public static TheoryData<View> Four => [View.Desk, View.Desk with { Language = "zh" }, View.Phone, View.Phone with { Language = "zh" }];

    [BrowserTheory]
    [MemberData(nameof(Two))]
    public Task By_keyboard_alone_it_meets_every_row_and_leaves_what_was_there(View view) => lab.VisitAsync(view, Before, async page =>
    {
        await page.MustStandAtAsync(120);
        await MustFocusAsync(page, "begin-tour");
        await page.Keyboard.PressAsync("Enter");

        var (engine, rows, met) = (new ConceptLinksTests.Engine(), Rows(), new List<string>());
        var tour = page.GetByTestId("tour");
        foreach (var row in rows)
        {
            await Assertions.Expect(tour.Locator("select")).ToHaveValueAsync(row.Number);
            await page.MustBeSettledAsync();
            Assert.Contains($"tour.stop={row.Number}", await page.AddressAsync(), StringComparison.Ordinal);
            string name = (await tour.GetAttributeAsync("data-stop"))!;
            Assert.Equal(row.Concepts, (await tour.GetAttributeAsync("data-concepts"))!.Split(' '));
            met.AddRange(row.Concepts);
            Assert.Equal("tour-onward", await page.EvaluateAsync<string>("document.activeElement.dataset.testid"));
            await Assertions.Expect(page.GetByTestId("tour-seen")).ToHaveCountAsync(0);
            await page.Keyboard.PressAsync("Enter");

            var seen = page.GetByTestId("tour-seen");
            await Assertions.Expect(seen).ToBeVisibleAsync();
            Assert.DoesNotMatch("[{}]|NaN|undefined|–$", await seen.InnerTextAsync());
            await MustBeInSightAsync(page, name);
            if (Figures.GetValueOrDefault(name) is { } figures) await MustSayAsync(seen, name, figures(engine.AtEnd(Lecture)));
            await page.Keyboard.PressAsync("Enter");
        }

        Assert.Equal(Enumerable.Range(1, 31).Select(c => $"C{c}"), met.Distinct().OrderBy(c => int.Parse(c[1..], CultureInfo.InvariantCulture)));
        await Assertions.Expect(tour).ToHaveCountAsync(0);
        await page.MustStandAtAsync(120);
        Assert.Equal(Before, new Uri(await page.AddressAsync()).Fragment);

        // In a small window the neuron's sheet is there again, and has the keyboard.
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.closest('#chapter') !== null"));
    });

    [BrowserTheory]
    [MemberData(nameof(Four))]
    public Task It_is_accessible_and_no_wider_than_the_window(View view) => lab.VisitAsync(view, "#/nudges?example=test:21&tour.stop=17", async page =>
    {
        await page.MustBeSettledAsync();
        await page.MustFitAsync();
        await page.GetByTestId("tour-onward").ClickAsync();
        await Assertions.Expect(page.GetByTestId("tour-seen")).ToBeVisibleAsync();
        await page.MustFitAsync();
        await page.GetByTestId("tour").Locator("select").SelectOptionAsync("2");
        await Assertions.Expect(page.GetByTestId("tour")).ToHaveAttributeAsync("data-stop", "neuron");
        await page.MustBeSettledAsync();
        await page.MustFitAsync();
    });

    [BrowserFact]
    public Task A_link_opens_it_and_a_reload_keeps_it() => lab.VisitAsync(View.Desk, Before, async page =>
    {
        var tour = page.GetByTestId("tour");
        await page.MustStandAtAsync(120);
        await page.GetByTestId("begin-tour").First.ClickAsync();
        await tour.Locator("select").SelectOptionAsync("7");
        await page.MustBeSettledAsync();

        // What a link hides stays hidden, wherever the tour goes.
        Assert.Contains("hide=structure.parameters", await page.AddressAsync(), StringComparison.Ordinal);
        await page.ReloadAsync();
        await page.MustBeSettledAsync();
        await Assertions.Expect(tour).ToHaveAttributeAsync("data-stop", "importance");
        await Assertions.Expect(page.GetByTestId("descent-gradient")).ToBeVisibleAsync();

        // What is changed at a stop can be had back.
        await page.GetByTestId("descent-plane-ball").PressAsync("ArrowRight");
        await page.MustBeSettledAsync();
        await tour.GetByRole(AriaRole.Button, new() { Name = "as it was" }).ClickAsync();
        await page.MustBeSettledAsync();
        Assert.DoesNotContain("descent.plane.start", await page.AddressAsync(), StringComparison.Ordinal);
        await page.GetByTestId("tour-leave").ClickAsync();
        await page.MustStandAtAsync(120);
        Assert.Equal(Before, new Uri(await page.AddressAsync()).Fragment);

        // A tour that a link began ends where it stands.
        await page.EvaluateAsync("location.hash = '#/cost?example=test:21&tour.stop=4'");
        await Assertions.Expect(tour).ToHaveAttributeAsync("data-stop", "cost");
        await page.MustBeSettledAsync();
        await page.GetByTestId("tour-leave").ClickAsync();
        await page.MustBeSettledAsync();
        await Assertions.Expect(tour).ToHaveCountAsync(0);
        Assert.Matches("#/cost.*example=test:21$", await page.AddressAsync());
    });

    [BrowserTheory]
    [InlineData(true, "smooth")]
    [InlineData(false, "instant")]
    public Task What_is_looked_at_glides_into_sight_only_where_things_may_move(bool motion, string way) => lab.VisitAsync(
        View.Desk with { Motion = motion }, "about:blank", async page =>
    {
        await page.AddInitScriptAsync("globalThis.ways = []; const by = scrollBy; globalThis.scrollBy = (options) => { ways.push(options.behavior); by.call(window, options); };");
        await page.GotoAsync(new Uri(lab.Address, "#/structure?tour.stop=1").AbsoluteUri);
        await page.MustBeSettledAsync();
        await page.GetByTestId("tour").Locator("select").SelectOptionAsync("8");
        await page.MustBeSettledAsync();
        await Assertions.Expect(page.Locator("[data-looked]")).ToHaveAttributeAsync("data-part", "descent.cost");
        Assert.Equal([way], (await page.EvaluateAsync<string[]>("ways")).Distinct());
    });

    private static double Slope(double z) => 1 / (1 + Math.Exp(-z)) * (1 - (1 / (1 + Math.Exp(-z))));

    /// <summary>Walks with the tab key to what has this name.</summary>
    private static async Task MustFocusAsync(IPage page, string testId)
    {
        for (int i = 0; i < 60; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string?>("document.activeElement.dataset.testid ?? null") == testId) return;
        }

        Assert.Fail($"The tab key does not lead to {testId}.");
    }

    /// <summary>What one is to look at lies between the header and the tour: all of it, or its first part where it is higher than that.</summary>
    private static async Task MustBeInSightAsync(IPage page, string name)
    {
        double[] seen = await page.EvaluateAsync<double[]>("""
            () => {
                const box = document.querySelector('[data-looked]').getBoundingClientRect();
                const from = Math.max(document.querySelector('header').getBoundingClientRect().bottom, 0);
                const to = document.querySelector('[data-testid=tour]').getBoundingClientRect().top;
                return [Math.min(box.bottom, to) - Math.max(box.top, from), Math.min(box.height, 0.8 * (to - from))];
            }
            """);
        Assert.True(seen[0] >= Math.Min(seen[1], 300) - 1, $"At {name}, {seen[0]:F0} pixels of {seen[1]:F0} are in sight.");
    }

    private static async Task MustSayAsync(ILocator seen, string name, Dictionary<string, double> figures)
    {
        var said = JsonSerializer.Deserialize<Dictionary<string, double>>((await seen.GetAttributeAsync("data-values"))!)!;
        foreach (var (figure, value) in figures)
            Assert.True(Math.Abs(said[figure] - value) <= (1e-3 * Math.Abs(value)) + 1e-9, $"At {name}, {figure} is {said[figure]:R}; the engine has {value:R}.");
    }

    private static List<Row> Rows()
    {
        string text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "tour.md"));
        return [.. RowPattern().Matches(text).Select(match => new Row(match.Groups["number"].Value, match.Groups["concepts"].Value.Split(", ")))];
    }

    [GeneratedRegex(@"^\| (?<number>\d+) \| [^|]+ \| (?<concepts>[C\d, ]+) \| `#/", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex RowPattern();

    private sealed record Row(string Number, string[] Concepts);
}
