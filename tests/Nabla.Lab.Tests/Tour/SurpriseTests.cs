using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using Nabla.Browser;
using Nabla.Lab.Tests.Chapters;
using Xunit.Abstractions;

namespace Nabla.Lab.Tests.Tour;

/// <summary>Whoever draws a digit hears something about it that is true: it is what the engine on this machine finds of the same pixels.</summary>
[Collection(ChaptersCollection.Name)]
public sealed class SurpriseTests(LabFixture lab, ITestOutputHelper output)
{
    private const string Lecture = "nabla:1/data=digits/train-examples=8000/test-examples=2000/seed=1";

    private static readonly (double X, double Y)[] Three = [(0.25, 0.2), (0.5, 0.1), (0.72, 0.25), (0.6, 0.42), (0.42, 0.48), (0.65, 0.55), (0.75, 0.72), (0.5, 0.9), (0.22, 0.8)];

    public static TheoryData<View> Two => [View.Desk, View.Phone with { Language = "zh" }];

    [BrowserTheory]
    [MemberData(nameof(Two))]
    public Task A_drawn_digit_is_told_something_true_of_it(View view) => lab.VisitAsync(view, "about:blank", async page =>
    {
        // What the page hands to its engine is handed to the one on this machine.
        await page.AddInitScriptAsync("""
            const post = Worker.prototype.postMessage;
            Worker.prototype.postMessage = function (request, ...others) {
                if (request.method === 'draw') globalThis.drawn = request.args;
                return post.call(this, request, ...others);
            };
            """);
        await page.GotoAsync(lab.Address.AbsoluteUri);
        var surprise = page.GetByTestId("surprise");
        await Assertions.Expect(surprise).ToContainTextAsync(view.Language == "zh" ? "写一个数字" : "Draw a digit");
        await page.Locator("[role=application]").ScrollIntoViewIfNeededAsync();
        var box = (await page.Locator("[role=application]").BoundingBoxAsync())!;
        float before = (await surprise.BoundingBoxAsync())!.Height;
        await page.Mouse.DrawAsync(Three.Select(point => (box.X + (point.X * box.Width), box.Y + (point.Y * box.Height))));
        long up = Stopwatch.GetTimestamp();
        await Assertions.Expect(page.Locator("[data-testid=surprise][data-kind]")).ToBeVisibleAsync();
        output.WriteLine($"{Stopwatch.GetElapsedTime(up).TotalSeconds:F1} s after the pen was lifted, the page being opened a moment before: {await surprise.InnerTextAsync()}");
        await page.MustBeSettledAsync();
        Assert.Equal(before, (await surprise.BoundingBoxAsync())!.Height);
        await page.MustFitAsync();

        var expected = await FoundAsync(page);
        Assert.Equal(expected.Kind.ToString(), await surprise.GetAttributeAsync("data-kind"), ignoreCase: true);
        await MustBeAsync("data-own", expected.Value);
        await MustBeAsync("data-other", expected.OtherValue);
        string words = await surprise.InnerTextAsync();
        Assert.Contains(expected.OtherValue.ToString("F2", CultureInfo.InvariantCulture), words, StringComparison.Ordinal);
        if (expected.Kind is SurpriseKind.Moved) Assert.Contains(expected.Other.ToString(CultureInfo.InvariantCulture), words, StringComparison.Ordinal);

        // It leads to where it is seen.
        await surprise.GetByRole(AriaRole.Button).ClickAsync();
        await page.MustBeSettledAsync();
        string place = expected.Kind is SurpriseKind.Noise ? $"inside.draws={expected.Draws}" : $"neuron=1.{expected.Neuron}";
        Assert.Contains(place, await page.AddressAsync(), StringComparison.Ordinal);

        async Task MustBeAsync(string name, double value) =>
            Assert.Equal(value, double.Parse((await surprise.Locator("p").GetAttributeAsync(name))!, CultureInfo.InvariantCulture), 1e-4);
    });

    [BrowserFact]
    public Task Of_an_untrained_network_and_of_blank_paper_nothing_is_said() => lab.VisitAsync(
        View.Desk, $"#/structure?run={Lecture}&step=0&example=drawing:m4m4m8", async page =>
    {
        await page.MustStandAtAsync(0);
        await Assertions.Expect(page.GetByTestId("surprise")).ToContainTextAsync("Draw a digit");
        await Assertions.Expect(page.Locator("[data-testid=surprise][data-kind]")).ToHaveCountAsync(0);
    });

    private static async Task<Surprise> FoundAsync(IPage page)
    {
        int[] pixels = await page.EvaluateAsync<int[]>("[...drawn[0]]");
        int side = await page.EvaluateAsync<int>("drawn[1]");
        var engine = new ConceptLinksTests.Engine().AtEnd(Lecture);
        engine.Draw([.. pixels.Select(pixel => (byte)pixel)], side, side, true, null);
        return Desktop.Finish(() => engine.Surprise(new ExampleRef(ExampleSet.Drawing, 0), 1000));
    }
}
