using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Nabla.Lab.Tests.Chapters;

/// <summary>Chapter 1: draw a digit or pick one, light up the network, take a neuron apart, set a parameter by hand.</summary>
[Collection(ChaptersCollection.Name)]
public sealed class StructureTests(LabFixture lab)
{
    private const string Run = "nabla:1/data=digits/train-examples=300/test-examples=100/epochs=2/seed=1";
    private const int Step = 20;
    private const string Moment = $"#/structure?run={Run}&step=20&example=test:3";

    private static readonly Lazy<(Network Network, Example Example)> Expected = new(() =>
    {
        var (train, test) = Digits.Load(train: 300, test: 100);
        var trainer = RunName.Parse(Run).CreateTrainer(train);
        foreach (var report in trainer.Batches())
        {
            if (report.Step == Step) break;
        }

        return (trainer.Network, test[3]);
    });

    [BrowserTheory]
    [MemberData(nameof(View.All), MemberType = typeof(View))]
    public Task It_shows_the_network_and_breaks_no_rule_of_accessibility(View view) => lab.VisitAsync(view, $"{Moment}&neuron=1.4&input=bias", async page =>
    {
        await page.MustBeReadyAsync();
        await Assertions.Expect(page.Locator("[data-neuron]")).ToHaveCountAsync(16 + 16 + 10);
        await Assertions.Expect(page.Locator(".editor")).ToBeVisibleAsync();
        await page.MustBeAccessibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page is wider than the window.");
    });

    [BrowserFact]
    public Task Its_numbers_are_the_engine_s_own() => lab.VisitAsync(View.Desk, $"{Moment}&neuron=2.7", async page =>
    {
        await page.MustStandAtAsync(Step);
        var (network, example) = Expected.Value;
        var layer = new Explainer(network, example, Cost.Quadratic).Layers()[1];
        var inspector = page.Locator(".detail dl dd span");
        // The page's kernels round twice where the desktop's round once, so that twenty steps may differ in the last decimals.
        Assert.Equal(layer.Z[7], await NumberAsync(inspector.Nth(2)), 4);
        Assert.Equal(layer.A[7], await NumberAsync(inspector.Nth(3)), 4);
        Assert.Equal(network.Layers[1].Biases[7], await NumberAsync(inspector.Nth(1)), 4);
    });

    [BrowserFact]
    public Task A_click_of_the_mouse_chooses_a_neuron_and_another_lets_it_go() => lab.VisitAsync(View.Desk, Moment, async page =>
    {
        await page.MustStandAtAsync(Step);
        var inspector = page.Locator(".detail");

        // By the mouse itself, which points before it presses: what is pointed at is shown, and is not yet chosen.
        await PointAsync(page, 0, 4);
        await Assertions.Expect(inspector).ToContainTextAsync("Layer 1, neuron 4");
        await Assertions.Expect(Neuron(page, 0, 4)).ToHaveAttributeAsync("aria-pressed", "false");
        await page.Mouse.DownAsync();
        await page.Mouse.UpAsync();
        await Assertions.Expect(Neuron(page, 0, 4)).ToHaveAttributeAsync("aria-pressed", "true");
        await page.WaitForURLAsync("**neuron=1.4**");

        // It stays when the mouse goes to where its number comes from.
        var box = (await inspector.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + 20, box.Y + 60, new() { Steps = 8 });
        await Assertions.Expect(inspector).ToContainTextAsync("Layer 1, neuron 4");

        // Another takes its place at one click, in the next layer too; a second click on it, without moving, lets it go.
        foreach (var (layer, neuron) in new[] { (0, 7), (1, 2) })
        {
            await PointAsync(page, layer, neuron);
            await page.Mouse.DownAsync();
            await page.Mouse.UpAsync();
            await page.WaitForURLAsync($"**neuron={layer + 1}.{neuron}**");
            await Assertions.Expect(inspector).ToContainTextAsync($"Layer {layer + 1}, neuron {neuron}");
        }

        await page.Mouse.DownAsync();
        await page.Mouse.UpAsync();
        await Assertions.Expect(page.Locator("[data-neuron][aria-pressed=true]")).ToHaveCountAsync(0);
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex("neuron="));
    });

    [BrowserFact]
    public Task Of_a_wide_layer_the_neurons_stay_where_they_are_when_one_is_pointed_at() => lab.VisitAsync(View.Desk, $"#/structure?run={Run}/hidden=100&neuron=1.50", async page =>
    {
        await page.MustBeReadyAsync();
        await page.MustBeSettledAsync();
        string[] before = await NeuronsAsync(page);
        Assert.Contains("50", before);
        await PointAsync(page, 0, 3);
        await Assertions.Expect(page.Locator(".detail")).ToContainTextAsync("Layer 1, neuron 3");
        Assert.Equal(before, await NeuronsAsync(page));
    });

    [BrowserFact]
    public Task A_drawing_stands_in_the_address_normalised_or_not() => lab.VisitAsync(View.Phone, "#/structure?step=0", async page =>
    {
        await page.MustBeReadyAsync();
        var pad = page.Locator("[role=application]");
        await pad.ScrollIntoViewIfNeededAsync();
        var box = (await pad.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + box.Width / 2, box.Y + box.Height * 0.2f);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + box.Width / 2, box.Y + box.Height * 0.8f, new() { Steps = 10 });
        await page.Mouse.UpAsync();
        await page.WaitForURLAsync("**example=drawing:**");
        await Assertions.Expect(page.GetByText("The network has learned nothing yet")).ToBeVisibleAsync();
        await page.GetByLabel("Normalise as MNIST was").ClickAsync();
        await page.WaitForURLAsync("**:raw**");
    });

    [BrowserFact]
    public Task By_keyboard_alone_a_weight_is_chosen_set_and_left() => lab.VisitAsync(View.Desk, Moment, async page =>
    {
        await page.MustStandAtAsync(Step);
        await page.Locator("[data-neuron='0']").First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.WaitForURLAsync("**neuron=1.1**");
        await page.Locator(".pictures button").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.WaitForURLAsync("**input=**");
        await page.Locator(".editor input[type=range]").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.WaitForURLAsync("**edits=1.1.**");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".editor")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo all" }).ClickAsync();
        await Assertions.Expect(page.GetByText("set by hand. Every")).ToHaveCountAsync(0);
    });

    [BrowserTheory]
    [InlineData("12", "12 10", 0)]
    [InlineData("100-50", "18 18 10", 2)]
    [InlineData("none", "10", 0)]
    public Task Of_any_architecture_each_layer_is_drawn_as_far_as_it_fits_and_its_parameters_are_counted(string hidden, string shown, int gaps) =>
        lab.VisitAsync(View.Desk, $"#/structure?run={Run}/hidden={hidden}", async page =>
        {
            await page.MustBeReadyAsync();
            await page.MustBeSettledAsync();
            int[] neurons = await page.Locator(".network g:has(> .neuron)").EvaluateAllAsync<int[]>("all => all.map(one => one.querySelectorAll('.neuron').length)");
            Assert.Equal(shown, string.Join(' ', neurons));
            await Assertions.Expect(page.Locator(".network text.gap")).ToHaveCountAsync(gaps);
            await Assertions.Expect(page.Locator(".sum strong")).ToHaveTextAsync(
                $"= {RunName.Parse($"{Run}/hidden={hidden}").CreateTrainer(Digits.Load(train: 300, test: 100).Train).Network.ParameterCount:N0}");
        });

    [BrowserFact]
    public Task The_trained_network_of_a_local_run_is_shown_and_left() => lab.VisitAsync(View.Desk, $"#/structure?run={Run}&example=test:3&neuron=2.7", async page =>
    {
        await page.MustBeReadyAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "New run" }).ClickAsync();
        await page.GetByTestId("local-runs").GetByRole(AriaRole.Button, new() { Name = "Show its network" }).ClickAsync();
        await page.WaitForURLAsync($"**model={LabFixture.LocalRun}**");

        // The very parameters of the file, so that nothing but the forward pass could differ.
        var (network, example) = (Model.Load(lab.LocalModel).Network, Expected.Value.Example);
        var layer = new Explainer(network, example, Cost.Quadratic).Layers()[1];
        await Desktop.MustShowAsync(page.Locator(".detail dl dd span").Nth(2), layer.Z[7], within: 1e-12);
        await Desktop.MustShowAsync(page.Locator(".detail dl dd span").Nth(1), network.Layers[1].Biases[7], within: 0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Back to this run’s own network" }).ClickAsync();
        await Assertions.Expect(page.GetByText($"The trained network of “{LabFixture.LocalRun}”")).ToHaveCountAsync(0);
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex("model="));
    });

    [BrowserFact]
    public Task A_link_shows_the_same_again() => lab.VisitAsync(View.Desk, $"{Moment}&neuron=3.5&input=2&edits=1.0.300:0.5,3.5.bias:-2&theme=dark", async page =>
    {
        await page.MustStandAtAsync(Step);
        await Assertions.Expect(page.GetByText("2 parameters were set by hand")).ToBeVisibleAsync();
        // The bias that the link sets: the inspector's answer follows the notice.
        await Assertions.Expect(page.Locator(".detail")).ToContainTextAsync("−2.000");
        string before = await page.Locator(".detail").InnerTextAsync(), address = await page.AddressAsync();
        await page.ReloadAsync();
        await page.MustStandAtAsync(Step);
        await Assertions.Expect(page.GetByText("2 parameters were set by hand")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".detail")).ToHaveTextAsync(before, new() { UseInnerText = true });
        Assert.Equal(address, await page.AddressAsync());
    });

    private static ILocator Neuron(IPage page, int layer, int neuron) => page.Locator($".network g:has(> [data-neuron='{neuron}'])")
        .Nth(layer).Locator($"[data-neuron='{neuron}']");

    private static async Task PointAsync(IPage page, int layer, int neuron)
    {
        var box = (await Neuron(page, layer, neuron).Locator(".body").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + box.Width / 2, box.Y + box.Height / 2, new() { Steps = 3 });
    }

    private static Task<string[]> NeuronsAsync(IPage page) =>
        page.Locator("[data-neuron]").EvaluateAllAsync<string[]>("all => all.map(one => one.dataset.neuron)");

    private static async Task<double> NumberAsync(ILocator shown) =>
        double.Parse((await shown.GetAttributeAsync("title"))!, CultureInfo.InvariantCulture);
}
