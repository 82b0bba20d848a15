using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Nabla.Browser;
using Xunit.Abstractions;

namespace Nabla.Lab.Tests.Chapters;

/// <summary>Chapter 5: weight pictures, noise, labels learned by heart, what a neuron likes, and what a picture becomes.</summary>
[Collection(ChaptersCollection.Name)]
public sealed class InsideTests(LabFixture lab, ITestOutputHelper output)
{
    private static readonly string Place = $"#/inside?{Desktop.Query}&example=test:3";
    private static readonly ExampleRef Example = new(ExampleSet.Test, 3);

    [BrowserTheory]
    [MemberData(nameof(View.All), MemberType = typeof(View))]
    public Task A_hand_chooses_a_neuron_draws_noise_and_lets_a_picture_grow(View view) => lab.VisitAsync(view, Place, async page =>
    {
        await ReadyAsync(page);
        await page.MustBeAccessibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page is wider than the window.");

        await view.PressAsync(page.GetByTestId("inside-pictures").Locator("[data-neuron='11']"));
        await Assertions.Expect(page.GetByTestId("inside-chosen")).ToHaveAttributeAsync("data-neuron", "11");

        var noise = page.GetByTestId("inside-noise");
        await Assertions.Expect(noise).ToHaveAttributeAsync("data-draws", "1");
        await view.PressAsync(page.GetByTestId("inside-draw"));
        await view.PressAsync(page.GetByTestId("inside-draw-100"));
        await Assertions.Expect(noise).ToHaveAttributeAsync("data-draws", "102");

        // Nothing moves for whoever wants no motion: it has grown at once.
        await view.PressAsync(page.GetByTestId("inside-grow"));
        await Assertions.Expect(page.GetByTestId("inside-dream")).ToHaveAttributeAsync("data-steps", "300");

        var neighbour = page.GetByTestId("inside-layers").Locator("[data-layer='0'] [data-index]").First;
        string index = (await neighbour.GetAttributeAsync("data-index"))!;
        await view.PressAsync(neighbour);
        await page.MustBeSettledAsync();
        Assert.Matches(new Regex($"example=test:{index}(&|$)"), await page.AddressAsync());
        await page.MustBeAccessibleAsync();
    });

    [BrowserFact]
    public Task So_do_keys_alone() => lab.VisitAsync(View.Desk, Place, async page =>
    {
        await ReadyAsync(page);
        await page.GetByTestId("inside-pictures").Locator("[data-neuron='2']").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.GetByTestId("inside-pictures").Locator("[data-neuron='3']")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.GetByTestId("inside-chosen")).ToHaveAttributeAsync("data-neuron", "11");
        await page.GetByTestId("inside-draw").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByTestId("inside-noise")).ToHaveAttributeAsync("data-draws", "2");
        await page.GetByTestId("inside-dream-layer").FocusAsync();
        await page.GetByTestId("inside-dream-layer").SelectOptionAsync("3");
        await page.GetByTestId("inside-dream").Locator("input[type=range]").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.GetByTestId("inside-dream")).ToHaveAttributeAsync("data-steps", "1");
    });

    [BrowserFact]
    public Task Every_number_is_the_desktop_s() => lab.VisitAsync(
        View.Desk, Place + "&neuron=3.7&inside.noise=dim&inside.seed=4&inside.draws=300&inside.grown=120", async page =>
    {
        await ReadyAsync(page);
        await page.MustBeSettledAsync();
        var laboratory = new Desktop().Laboratory;

        var likeness = laboratory.EdgeLikeness(0, 32);
        Agree(likeness.Neurons.Select(neuron => neuron.Likeness), await NumbersAsync(page, "inside-pictures"), 1e-4);
        Agree(laboratory.HopedForStrokes().Select(stroke => stroke.Likeness), await NumbersAsync(page, "inside-hoped"), 1e-4);
        await Assertions.Expect(page.GetByTestId("inside-mean")).ToContainTextAsync(Fixed(likeness.Mean));

        var noise = laboratory.Noise(NoiseKind.Dim, 4, 300);
        Agree(noise.Outputs, await NumbersAsync(page, "inside-noise-outputs"), 1e-4);
        await Assertions.Expect(page.GetByTestId("inside-noise-digit")).ToHaveTextAsync(noise.Prediction.ToString(CultureInfo.InvariantCulture));
        string sentence = await page.GetByTestId("inside-noise-sentence").InnerTextAsync();
        Assert.Contains($"of 300 pictures of noise {noise.Noise.Sure} (", sentence, StringComparison.Ordinal);
        Assert.Contains($"of {noise.Digits.Count} real digits {noise.Digits.Sure} (", sentence, StringComparison.Ordinal);

        var dream = Desktop.Finish(() => laboratory.Dream(Example, 3, 7, DreamStart.Grey, 120, 1000));
        await Desktop.MustShowAsync(page.GetByTestId("inside-dream-activation"), dream.Activations[^1]);
        await Assertions.Expect(page.GetByTestId("inside-dream-nearest")).ToContainTextAsync(
            $"is a {dream.NearestLabel}: correlation {Fixed(dream.NearestLikeness)}");

        var near = Desktop.Finish(() => laboratory.Neighbours(Example, 8, 1000));
        foreach (var layer in near.Layers)
        {
            string[] shown = await page.GetByTestId("inside-layers").Locator($"[data-layer='{layer.Layer}'] [data-index]")
                .EvaluateAllAsync<string[]>("all => all.map(one => one.dataset.index)");
            Assert.Equal(layer.Nearest.Select(one => one.Index.ToString(CultureInfo.InvariantCulture)), shown);
        }
    });

    [BrowserTheory]
    [InlineData("en")]
    [InlineData("zh")]
    public Task Two_networks_race_and_the_sentence_is_computed_from_their_curves(string language) => lab.VisitAsync(
        View.Desk with { Language = language }, Place, async page =>
    {
        await ReadyAsync(page);
        await Assertions.Expect(page.GetByTestId("inside-race-findings")).ToHaveTextAsync("");
        // How long it takes is printed, not asserted: no test depends on how busy the machine is.
        long began = Stopwatch.GetTimestamp();
        await page.GetByTestId("inside-race").ClickAsync();
        await Assertions.Expect(page.GetByTestId("inside-race-charts")).ToHaveAttributeAsync("data-done", "1");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"500 digits, true and shuffled labels, 50 epochs each: {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s"));
        await page.MustBeSettledAsync();
        var laboratory = new Desktop().Laboratory;
        while (laboratory.LabelRace(500, 50, 50, 1, 0, 1000).Done < 1)
        {
        }

        // What many steps of rounding otherwise come to is not to the last digit the same; which examples are read right nearly is.
        var race = laboratory.LabelRace(500, 50, 50, 1, 0, 0);
        Agree(
            [race.True[^1].TrainAccuracy, race.True[^1].TestAccuracy, race.Shuffled[^1].TrainAccuracy, race.Shuffled[^1].TestAccuracy],
            await NumbersAsync(page, "inside-race-ends"), 0.03);
        await Assertions.Expect(page.GetByTestId("inside-race-findings")).ToContainTextAsync(language == "zh" ? "真实标签经过" : "True labels reach 90.0% training accuracy after");
        double[] shown = [.. await NumbersAsync(page, "inside-race-ends")];
        foreach (double onTest in new[] { shown[1], shown[3] })
            await Assertions.Expect(page.GetByTestId("inside-race-findings")).ToContainTextAsync(string.Create(CultureInfo.InvariantCulture, $"{100 * onTest:F1}%"));

        // The address says it; what it says is there again.
        Assert.Contains("inside.race=500:1", await page.AddressAsync(), StringComparison.Ordinal);
    });

    [BrowserFact]
    public Task The_time_of_the_page_is_the_time_of_the_pictures() => lab.VisitAsync(View.Desk, Place, async page =>
    {
        await ReadyAsync(page);
        double[] now = [.. await NumbersAsync(page, "inside-pictures")];
        await page.GetByRole(AriaRole.Button, new() { Name = "Before training" }).ClickAsync();
        await page.MustStandAtAsync(0);
        var laboratory = new Desktop().Laboratory;
        while (!laboratory.Seek(0, 1000).Arrived)
        {
        }

        double[] then = [.. await NumbersAsync(page, "inside-pictures")];
        Agree(laboratory.EdgeLikeness(0, 32).Neurons.Select(neuron => neuron.Likeness), then, 1e-4);
        Assert.NotEqual(now, then);
    });

    [BrowserFact]
    public Task A_picture_of_one_s_own_is_followed_from_layer_to_layer() => lab.VisitAsync(View.Desk, Place, async page =>
    {
        await ReadyAsync(page);
        var layers = page.GetByTestId("inside-layers");
        var pad = layers.Locator(".pad canvas");
        await pad.ScrollIntoViewIfNeededAsync();
        var box = (await pad.BoundingBoxAsync())!;
        await page.Mouse.DrawAsync(Enumerable.Range(0, 12).Select(i => (box.X + box.Width * (0.5 + 0.01 * i), box.Y + box.Height * (0.15 + 0.06 * i))));
        await page.MustBeSettledAsync();
        Assert.Contains("example=drawing", await page.AddressAsync(), StringComparison.Ordinal);
        await Assertions.Expect(layers.Locator("[data-layer='3'] [data-index]")).ToHaveCountAsync(8);

        // A smiley is read as a digit: what is said of it here is what stands above the chapter.
        await page.GetByTestId("inside-smiley").GetByRole(AriaRole.Button).ClickAsync();
        await page.MustBeSettledAsync();
        string read = await page.GetByTestId("inside-smiley").Locator("strong").InnerTextAsync();
        Assert.Matches("^[0-9]$", read);
        await Assertions.Expect(page.GetByTestId("example-words")).ToContainTextAsync(read);
        await Assertions.Expect(layers.Locator("[data-layer='3'] .best")).ToHaveTextAsync(read);
    });

    [BrowserFact]
    public Task What_takes_long_waits_until_training_pauses() => lab.VisitAsync(
        View.Desk, $"#/inside?{Desktop.More}&run=nabla:1/data=digits/train-examples=300/test-examples=100/epochs=5000/seed=1&step=0&inside.draws=30", async page =>
    {
        await page.MustStandAtAsync(0);
        var waits = page.GetByText("Looks again when training pauses.");
        await Assertions.Expect(waits).ToHaveCountAsync(0);
        double[] before = [.. await NumbersAsync(page, "inside-noise-outputs")], pictures = [.. await NumbersAsync(page, "inside-pictures")];
        await page.GetByRole(AriaRole.Button, new() { Name = "Train", Exact = true }).ClickAsync();
        await Assertions.Expect(waits).ToHaveCountAsync(3);
        await page.WaitForFunctionAsync("() => Number(document.querySelector('.readings dd').textContent.replace(/\\D/g, '')) > 100");
        Assert.Equal(before, await NumbersAsync(page, "inside-noise-outputs"));
        Assert.NotEqual(pictures, await NumbersAsync(page, "inside-pictures"));

        // More noise is drawn all the same.
        await page.GetByTestId("inside-draw").ClickAsync();
        await Assertions.Expect(page.GetByTestId("inside-noise")).ToHaveAttributeAsync("data-draws", "31");
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true }).ClickAsync();
        await page.MustBeSettledAsync();
        await Assertions.Expect(waits).ToHaveCountAsync(0);
        Assert.NotEqual(before, await NumbersAsync(page, "inside-noise-outputs"));
    });

    [BrowserFact]
    public Task Nonsense_in_its_address_is_taken_out_and_said() => lab.VisitAsync(View.Desk, Place + "&inside.noise=fog&inside.draws=20", async page =>
    {
        await ReadyAsync(page);
        await Assertions.Expect(page.GetByText("inside.noise=fog").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByTestId("inside-noise")).ToHaveAttributeAsync("data-draws", "20");
        await page.MustBeSettledAsync();
        Assert.DoesNotContain("fog", await page.AddressAsync(), StringComparison.Ordinal);
    });

    private static async Task ReadyAsync(IPage page)
    {
        await Desktop.MustBeThereAsync(page);
        await Assertions.Expect(page.GetByTestId("inside-chosen")).ToBeVisibleAsync();
        await page.MustBeSettledAsync();
    }

    private static string Fixed(double value) => value.ToString("F2", CultureInfo.InvariantCulture).Replace('-', '−');

    private static async Task<IReadOnlyList<double>> NumbersAsync(IPage page, string part)
    {
        string[] texts = await page.GetByTestId(part).Locator("[data-value]").EvaluateAllAsync<string[]>("all => all.map(one => one.dataset.value)");
        return [.. texts.Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
    }

    private static void Agree(IEnumerable<double> expected, IReadOnlyList<double> shown, double slack)
    {
        double[] all = [.. expected];
        Assert.Equal(all.Length, shown.Count);
        foreach (var (x, y) in all.Zip(shown)) Assert.True(Math.Abs(x - y) <= slack, $"{y} is shown, and the desktop says {x}.");
    }

}
