using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Nabla.Browser;

namespace Nabla.Lab.Tests.Chapters;

/// <summary>Backwards: the network turned round, one path through it, and what reaches the first layer of deep networks.</summary>
[Collection(ChaptersCollection.Name)]
public sealed class BackwardsTests(LabFixture lab)
{
    // Relative, for errors are small. After training, page and desktop differ in the last digits of every weight.
    private const double WithoutTraining = 1e-9;
    private const double AfterTraining = 1e-3;
    private const int Examples = 40;

    private static readonly string Place = $"#/backwards?{Desktop.Query}&example=test:3";

    [BrowserTheory]
    [MemberData(nameof(View.All), MemberType = typeof(View))]
    public Task Two_passes_meet_at_every_weight(View view) => lab.VisitAsync(view, $"{Place}&neuron=2.5&input=3", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        var reference = new Reference(Reference.AtDesktop.Network, Reference.AtDesktop.Tests[3]);
        await MustShowAsync(page.GetByTestId("backwards-cost"), reference.Cost);
        await MustShowAsync(page.GetByTestId("backwards-batch"), new Desktop().Laboratory.BatchGradient().Cost);
        await MustShowAsync(page.GetByTestId("backwards-a"), reference.A[1][3]);
        await MustShowAsync(page.GetByTestId("backwards-delta"), reference.Delta[2][5]);
        await MustShowAsync(page.GetByTestId("backwards-derivative"), reference.A[1][3] * reference.Delta[2][5]);
        await MustShowAsync(page.GetByTestId("backwards-incoming"), reference.DCdA(2, 5));
        await MustShowAsync(page.GetByTestId("backwards-gain"), reference.A[2][5] * (1 - reference.A[2][5]));

        var rows = page.GetByTestId("backwards-numbers").Locator("tbody tr");
        await Assertions.Expect(rows).ToHaveCountAsync(16);
        for (int j = 0; j < 16; j++)
        {
            double[] wanted = [reference.A[2][j], reference.DCdA(2, j), reference.A[2][j] * (1 - reference.A[2][j]), reference.Delta[2][j]];
            for (int i = 0; i < wanted.Length; i++) await MustShowAsync(rows.Nth(j).Locator("[data-value]").Nth(i), wanted[i]);
        }

        var strongest = page.GetByTestId("backwards-strongest").Locator("[data-value]");
        for (int l = 1; l <= 3; l++) await MustShowAsync(strongest.Nth(l - 1), reference.Delta[l].Max(Math.Abs));
        await Assertions.Expect(page.GetByTestId("backwards-pass").Locator("[data-neuron]")).ToHaveCountAsync(16 + 16 + 10);
        await page.MustFitAsync();
    });

    [BrowserFact]
    public Task The_turned_network_has_its_outputs_on_the_left_and_a_small_amplifier_for_a_small_gain() => lab.VisitAsync(
        View.Desk, $"{Place}&neuron=3.2", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        var reference = new Reference(Reference.AtDesktop.Network, Reference.AtDesktop.Tests[3]);
        var amplifiers = page.GetByTestId("backwards-pass").Locator("[data-neuron] path.body");
        await Assertions.Expect(amplifiers).ToHaveCountAsync(16 + 16 + 10);

        // In the order of the layers: 16 of the first, 16 of the second, 10 outputs.
        double[] widths = await amplifiers.EvaluateAllAsync<double[]>("all => all.map(one => one.getBBox().width)");
        double[] lefts = await amplifiers.EvaluateAllAsync<double[]>("all => all.map(one => one.getBBox().x + one.getBBox().width / 2)");
        double[] gains = [.. reference.A.Skip(1).SelectMany(layer => layer).Select(a => a * (1 - a))];
        Assert.True(lefts[32] < lefts[16] && lefts[16] < lefts[0]);
        var byGain = Enumerable.Range(0, 42).OrderBy(i => gains[i]).ToArray();
        Assert.All(byGain.Zip(byGain.Skip(1)), pair => Assert.True(widths[pair.First] <= widths[pair.Second] + 0.01));

        // Pressed, it is what is looked at; by the arrow keys the next one.
        await page.GetByTestId("backwards-pass").Locator("[data-neuron='4']").First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("neuron=1\\.4"));
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("neuron=1\\.5"));
        await MustShowAsync(page.GetByTestId("backwards-delta"), reference.Delta[1][5]);
    });

    [BrowserTheory]
    [MemberData(nameof(View.All), MemberType = typeof(View))]
    public Task One_path_is_a_product_and_all_paths_are_the_error(View view) => lab.VisitAsync(view, $"{Place}&neuron=1.3&input=406", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        var reference = new Reference(Reference.AtDesktop.Network, Reference.AtDesktop.Tests[3]);
        var paths = Paths(reference);
        var strongest = paths.MaxBy(path => Math.Abs(path.Share));
        await MustBeShownAsync(page, reference, strongest);
        await MustShowAsync(page.GetByTestId("path-sum"), paths.Sum(path => path.Share));
        await MustShowAsync(page.GetByTestId("path-delta"), reference.Delta[1][3]);
        await MustShowAsync(page.GetByTestId("path-sizes"), paths.Sum(path => Math.Abs(path.Share)));
        await page.MustFitAsync();
    });

    [BrowserFact]
    public Task A_path_is_led_through_the_neurons_that_are_pressed() => lab.VisitAsync(View.Desk, $"{Place}&neuron=1.3&input=406", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        var reference = new Reference(Reference.AtDesktop.Network, Reference.AtDesktop.Tests[3]);
        var paths = Paths(reference);
        var diagram = page.GetByTestId("backwards-path");

        // The columns stand in the order of the layers: the tenth neuron from the end is output 0.
        int output = paths.MaxBy(path => Math.Abs(path.Share)).Output == 6 ? 7 : 6;
        await diagram.Locator("[data-neuron]").Nth(32 + output).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"backwards\\.via=3\\.{output}"));
        await page.MustBeSettledAsync();
        await MustBeShownAsync(page, reference, paths.Where(path => path.Output == output).MaxBy(path => Math.Abs(path.Share)));

        await diagram.Locator("[data-neuron]").Nth(16 + 9).ClickAsync();
        await page.MustBeSettledAsync();
        await MustBeShownAsync(page, reference, paths.Single(path => path.Output == output && path.Middle == 9));

        // A link shows the same; another press sets it free.
        await page.ReloadAsync();
        await Desktop.MustBeThereAsync(page);
        await MustBeShownAsync(page, reference, paths.Single(path => path.Output == output && path.Middle == 9));
        await page.GetByRole(AriaRole.Button, new() { Name = "Strongest path" }).ClickAsync();
        await page.MustBeSettledAsync();
        await MustBeShownAsync(page, reference, paths.MaxBy(path => Math.Abs(path.Share)));

        // One further back is where it goes to.
        await diagram.Locator("[data-neuron]").Nth(7).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("neuron=1\\.7"));
        await MustShowAsync(page.GetByTestId("path-delta"), reference.Delta[1][7]);
    });

    [BrowserTheory]
    [MemberData(nameof(View.All), MemberType = typeof(View))]
    public Task What_reaches_the_first_layer_is_measured_and_said(View view) => lab.VisitAsync(view, Place, async page =>
    {
        await Desktop.MustBeThereAsync(page);
        double[] sizes = WeightGradients(8);
        var bars = page.GetByTestId("depth-bars").Locator("li");
        await Assertions.Expect(bars).ToHaveCountAsync(9);
        for (int l = 1; l <= 9; l++) await MustShowAsync(page.GetByTestId("depth-bars").Locator($"li[data-layer='{l}'] .size"), sizes[l - 1], WithoutTraining);
        double ratio = sizes[0] / sizes[8];
        await MustShowAsync(page.GetByTestId("depth-ratio"), ratio, WithoutTraining);
        int digits = (int)Math.Floor(Math.Log10(1 / ratio)) - 1;
        string times = (Math.Round(1 / ratio / Math.Pow(10, digits)) * Math.Pow(10, digits)).ToString("N0", CultureInfo.InvariantCulture);
        await Assertions.Expect(page.GetByTestId("depth-verdict")).ToContainTextAsync($"1/{times}");
        await page.MustFitAsync();
    });

    [BrowserFact]
    public Task Another_activation_makes_the_bars_grow_again() => lab.VisitAsync(View.Desk, Place, async page =>
    {
        await Desktop.MustBeThereAsync(page);
        var laboratory = new Desktop().Laboratory;
        var first = page.GetByTestId("depth-bars").Locator("li[data-layer='1'] .bar");
        double before = await WidthAsync();
        await Assertions.Expect(page.GetByTestId("depth-bars").Locator(".outline")).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Button, new() { Name = "relu", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "He (Kaiming)" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("backwards\\.activation=relu.*backwards\\.initializer=he"));
        await page.MustBeSettledAsync();
        await MustBeAsync(laboratory.GradientsByDepth(8, "relu", "he", 1, Examples).Shown, false);
        Assert.True(await WidthAsync() > 2 * before);
        await Assertions.Expect(page.GetByTestId("depth-bars").Locator(".outline")).ToHaveCountAsync(9);

        // Fewer layers, another seed, the errors; and the link has it all.
        var slider = page.GetByRole(AriaRole.Slider, new() { Name = "Hidden layers" });
        await slider.FocusAsync();
        for (int i = 0; i < 5; i++) await page.Keyboard.PressAsync("ArrowLeft");
        await page.GetByRole(AriaRole.Button, new() { Name = "Draw other weights" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "RMS of δ" }).ClickAsync();
        await page.MustBeSettledAsync();
        await MustBeAsync(laboratory.GradientsByDepth(3, "relu", "he", 2, Examples).Shown, true);
        await page.GotoAsync(await page.AddressAsync());
        await page.ReloadAsync();
        await Desktop.MustBeThereAsync(page);
        await MustBeAsync(laboratory.GradientsByDepth(3, "relu", "he", 2, Examples).Shown, true);

        async Task MustBeAsync(GradientProfile profile, bool errors)
        {
            var sizes = errors ? profile.Errors : profile.Weights;
            await Assertions.Expect(page.GetByTestId("depth-bars").Locator("li")).ToHaveCountAsync(sizes.Count);
            for (int l = 1; l <= sizes.Count; l++)
            {
                var row = page.GetByTestId("depth-bars").Locator($"li[data-layer='{l}']");
                await MustShowAsync(row.Locator(".size"), sizes[l - 1], WithoutTraining);
                if (l < sizes.Count) await MustShowAsync(row.Locator(".slope"), profile.Slopes[l - 1], WithoutTraining);
            }
        }

        async Task<double> WidthAsync() => await first.EvaluateAsync<double>("bar => parseFloat(bar.style.width)");
    });

    [BrowserFact]
    public Task With_softmax_the_signal_begins_with_the_errors_of_the_outputs() => lab.VisitAsync(
        View.Desk,
        $"#/backwards?{Desktop.More}&run=nabla:1/data=digits/train-examples=300/test-examples=100/epochs=2/cost=cross-entropy/seed=1&step=20&example=test:3&neuron=3.4&input=2",
        async page =>
    {
        await page.MustStandAtAsync(20);
        await Assertions.Expect(page.GetByText("Here the signal begins with δ of the outputs itself")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByTestId("backwards-gain")).ToHaveCountAsync(0);
        var numbers = page.GetByTestId("backwards-numbers").Locator("tbody tr[data-neuron='4'] .number");
        await Assertions.Expect(numbers.Nth(1)).ToHaveTextAsync("–");
        double a = double.Parse((await numbers.Nth(0).GetAttributeAsync("data-value"))!, CultureInfo.InvariantCulture);
        await MustShowAsync(numbers.Nth(3), a - Digits.Load(train: 300, test: 100).Test[3].Target[4], WithoutTraining);
        await page.MustFitAsync();
    });

    private static Task MustShowAsync(ILocator element, double value, double relative = AfterTraining) =>
        Desktop.MustShowAsync(element, value, relative * Math.Abs(value));

    /// <summary>The shown path is this one, from output over the neuron between to neuron 3 of the first layer, with its factors and their products.</summary>
    private static async Task MustBeShownAsync(IPage page, Reference reference, (int Middle, int Output, double Share) path)
    {
        await Assertions.Expect(page.GetByTestId("backwards-path")).ToHaveAttributeAsync("data-neurons", $"3.{path.Middle}.{path.Output}");
        double[] factors =
        [
            reference.Delta[3][path.Output], reference.Weight(3, path.Output, path.Middle), Slope(2, path.Middle),
            reference.Weight(2, path.Middle, 3), Slope(1, 3), reference.A[0][406],
        ];
        var rows = page.GetByTestId("backwards-factors").Locator("tbody tr");
        await Assertions.Expect(rows).ToHaveCountAsync(factors.Length);
        double product = 1;
        for (int i = 0; i < factors.Length; i++)
        {
            await MustShowAsync(rows.Nth(i).Locator("[data-value]").First, factors[i]);
            await MustShowAsync(rows.Nth(i).Locator(".product"), product *= factors[i]);
        }

        await MustShowAsync(page.GetByTestId("path-share"), path.Share);
        await MustShowAsync(page.GetByTestId("path-part"), path.Share / reference.Delta[1][3], 5 * AfterTraining);
        double Slope(int layer, int j) => reference.A[layer][j] * (1 - reference.A[layer][j]);
    }

    /// <summary>What each of the 160 paths brings to neuron 3 of the first layer.</summary>
    private static (int Middle, int Output, double Share)[] Paths(Reference reference) =>
    [
        .. from middle in Enumerable.Range(0, 16)
           from output in Enumerable.Range(0, 10)
           let a = reference.A[2][middle]
           let b = reference.A[1][3]
           select (middle, output, reference.Delta[3][output] * reference.Weight(3, output, middle) * a * (1 - a) * reference.Weight(2, middle, 3) * b * (1 - b)),
    ];

    /// <summary>The mean of |∂C/∂w| by layer of a new network of sigmoids, in plain loops.</summary>
    private static double[] WeightGradients(int depth)
    {
        var train = Digits.Load(train: 500, test: 200).Train;
        var network = Network.Create(
            784, 1, [.. Enumerable.Repeat(new Dense(16, Activation.Sigmoid, Initializer.Xavier), depth), new Dense(10, Activation.Sigmoid, Initializer.Xavier)]);
        double[] sums = new double[depth + 1];
        for (int i = 0; i < Examples; i++)
        {
            var one = new Reference(network, train[i]);
            for (int l = 1; l <= depth + 1; l++) sums[l - 1] += one.Delta[l].SelectMany(delta => one.A[l - 1].Select(a => Math.Abs(a * delta))).Average();
        }

        return [.. sums.Select(sum => sum / Examples)];
    }
}
