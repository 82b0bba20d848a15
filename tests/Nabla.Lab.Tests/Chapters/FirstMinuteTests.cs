using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Nabla.Lab.Tests.Chapters;

/// <summary>What somebody meets who has just come: by real mouse, and by what is seen.</summary>
[Collection(ChaptersCollection.Name)]
public sealed class FirstMinuteTests(LabFixture lab, ITestOutputHelper output)
{
    private const int End = 24_000;

    // A small run that reads digits after a second.
    private const string Trained = "#/structure?run=nabla:1/data=digits/train-examples=800/test-examples=200/seed=1&step=2000";

    // A 3 as one stroke, in parts of the pad.
    private static readonly (float X, float Y)[] Three =
        [(0.25f, 0.2f), (0.5f, 0.1f), (0.72f, 0.25f), (0.6f, 0.42f), (0.42f, 0.48f), (0.65f, 0.55f), (0.75f, 0.72f), (0.5f, 0.9f), (0.22f, 0.8f)];

    [BrowserTheory]
    [InlineData("en", 1440, "This network has learned to read digits", "the network says 8, 0.", "the network says 3, 0.")]
    [InlineData("zh", 390, "这个网络已从 8,000 个样本学会认数字", "网络认为是 8（0.", "网络认为是 3（0.")]
    public Task A_first_visitor_draws_a_digit_and_it_is_read_before_the_engine_is_there(string language, int width, string summary, string first, string says) => lab.VisitAsync(
        View.Desk with { Language = language, Width = width }, "about:blank", async page =>
    {
        var engine = await HoldEngineAsync(page);
        await page.GotoAsync(lab.Address.AbsoluteUri);
        var words = page.GetByTestId("example-words");
        await Assertions.Expect(words).ToContainTextAsync(first);
        await Assertions.Expect(page.Locator(".summary")).ToContainTextAsync(summary);
        await Assertions.Expect(page.Locator(".readings dd").First).ToHaveTextAsync("24,000");
        await DrawAsync(page, Three);
        await Assertions.Expect(words).ToContainTextAsync(says);
        string quick = await words.InnerTextAsync();

        engine.SetResult();
        await page.MustStandAtAsync(End);
        Assert.Equal(quick, await words.InnerTextAsync());
        Assert.Contains($"step={End}&", await page.AddressAsync(), StringComparison.Ordinal);
        await Assertions.Expect(page.GetByTestId("end-of-run")).ToHaveTextAsync("");
    });

    [BrowserTheory]
    [InlineData(1440)]
    [InlineData(390)]
    public Task How_soon_a_drawn_digit_is_answered_is_measured(int width) => lab.VisitAsync(View.Desk with { Width = width }, "about:blank", async page =>
    {
        await page.AddInitScriptAsync("""
            globalThis.times = {};
            const note = (name) => { times[name] ??= performance.now(); };
            new MutationObserver(() => {
                const said = document.querySelector('[data-testid=example-words]')?.textContent ?? '';
                if (/by hand.*says/.test(said)) note('answer');
                if (/by hand.*says 3/.test(said)) note('three');
            }).observe(document, { childList: true, subtree: true, characterData: true });
            addEventListener('pointerdown', () => note('down'), true);
            addEventListener('pointerup', () => note('up'), true);
            """);
        await page.GotoAsync(lab.Address.AbsoluteUri, new() { WaitUntil = WaitUntilState.Commit });
        await DrawAsync(page, Three);
        await Assertions.Expect(page.GetByTestId("example-words")).ToContainTextAsync("says 3");
        var times = await page.EvaluateAsync<Dictionary<string, double>>("({ ...times, paint: performance.getEntriesByName('first-contentful-paint')[0].startTime })");
        output.WriteLine($"The first ink is answered {times["answer"] - times["paint"]:F0} ms after the first paint "
            + $"and {times["answer"] - times["down"]:F0} ms after the pen is down; "
            + $"a test's hand lifts it {times["up"] - times["down"]:F0} ms later, and the 3 is read {times["three"] - times["up"]:F0} ms after that.");
    });

    [BrowserFact]
    public Task What_is_read_before_the_engine_is_there_is_what_the_engine_says() => lab.VisitAsync(View.Desk, "about:blank", async page =>
    {
        string[][] drawings = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "drawings.tsv")).Skip(1).Select(line => line.Split('\t'))];
        var engine = await HoldEngineAsync(page);
        await page.GotoAsync(lab.Address.AbsoluteUri);
        await Assertions.Expect(page.GetByTestId("example-words")).ToContainTextAsync("the network says");
        List<double[]> quick = [];
        foreach (string[] drawing in drawings) quick.Add(await OutputsAsync(page, drawing));
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-settled", "no");

        engine.SetResult();
        await page.MustStandAtAsync(End);
        double worst = 0;
        foreach (var (drawing, before) in drawings.Zip(quick))
        {
            double[] engines = await OutputsAsync(page, drawing, settled: true);
            Assert.Equal(10, engines.Length);
            worst = Math.Max(worst, engines.Zip(before, (a, b) => Math.Abs(a - b)).Max());
        }

        output.WriteLine($"{drawings.Length} drawings, at most {worst:E1} apart");
        Assert.InRange(worst, 0, 1e-5);
    });

    [BrowserTheory]
    [InlineData("en", 1440, "Train it yourself", "Train", "Now its weights are random", "It looks at 10 digits")]
    [InlineData("zh", 390, "自己训练", "开始训练", "现在权重是随机的", "它看 10 个数字")]
    public Task The_first_act_is_to_reset_it_and_to_train_it_oneself(string language, int width, string reset, string train, string random, string learning) => lab.VisitAsync(
        View.Desk with { Language = language, Width = width }, "", async page =>
    {
        await page.MustStandAtAsync(End);
        var act = page.Locator("button.primary").First;
        await Assertions.Expect(act).ToContainTextAsync(reset);
        await Assertions.Expect(act).ToBeInViewportAsync(new() { Ratio = 1 });
        await act.ClickAsync();
        await page.MustStandAtAsync(0);
        await Assertions.Expect(page.Locator(".summary")).ToContainTextAsync(random);
        await Assertions.Expect(act).ToHaveTextAsync(new Regex(train));
        await act.ClickAsync();
        await Assertions.Expect(page.Locator(".summary")).ToContainTextAsync(learning);
        await Assertions.Expect(page.Locator(".readings .step")).Not.ToHaveTextAsync("0");
        await act.ClickAsync();
        await page.MustBeSettledAsync();
        Assert.DoesNotContain("step=0&", await page.AddressAsync(), StringComparison.Ordinal);
    });

    [BrowserTheory]
    [InlineData("en", 1440, "Drawn by hand", "the network says 3, 0.", "it should be 8; the network says 3, 0.", "Whatever you draw")]
    [InlineData("zh", 390, "手写数字", "网络认为是 3（0.", "应为 8；网络认为是 3（0.", "无论写什么")]
    public Task A_drawn_digit_is_named_with_how_sure_the_network_is(string language, int width, string name, string says, string should, string note) => lab.VisitAsync(
        View.Desk with { Language = language, Width = width }, Trained, async page =>
    {
        await page.MustStandAtAsync(2000);
        var words = page.GetByTestId("example-words");
        await Assertions.Expect(words).ToContainTextAsync(language == "en" ? "Example no. 0" : "0 号样本");
        var below = page.Locator(".meant");
        await page.Locator("[role=application]").ScrollIntoViewIfNeededAsync();
        float before = (await below.BoundingBoxAsync())!.Y;
        await DrawAsync(page, Three);
        await Assertions.Expect(words).ToContainTextAsync(name);
        await Assertions.Expect(words).ToContainTextAsync(says);
        await Assertions.Expect(page.GetByTestId("drawing-note")).ToContainTextAsync(note);
        Assert.InRange((await below.BoundingBoxAsync())!.Y, before - 1, before + 1);

        await page.Locator(".meant select").SelectOptionAsync("8");
        await Assertions.Expect(words).ToContainTextAsync(should);
        await Assertions.Expect(words).ToContainTextAsync("✗");
        Assert.InRange((await below.BoundingBoxAsync())!.Y, before - 1, before + 1);
        await page.MustBeAccessibleAsync();
    });

    [BrowserTheory]
    [InlineData("en", "Clear", "Blank paper", "the network says ", "it must say something")]
    [InlineData("zh", "清空", "一张白纸", "网络也认为是 ", "它总得说一个")]
    public Task Blank_paper_is_not_taken_for_a_digit(string language, string clear, string name, string says, string why) => lab.VisitAsync(
        View.Desk with { Language = language }, Trained, async page =>
    {
        await page.MustStandAtAsync(2000);
        await DrawAsync(page, Three);
        await page.GetByRole(AriaRole.Button, new() { Name = clear, Exact = true }).ClickAsync();
        var words = page.GetByTestId("example-words");
        await Assertions.Expect(words).ToContainTextAsync(name);
        await Assertions.Expect(words).ToContainTextAsync(says);
        await Assertions.Expect(words).ToContainTextAsync(why);
    });

    [BrowserFact]
    public Task A_scribble_of_which_it_is_unsure_is_said_to_be_one() => lab.VisitAsync(View.Desk, Trained, async page =>
    {
        await page.MustStandAtAsync(2000);
        await DrawAsync(page, [(0.05f, 0.05f), (0.95f, 0.95f)]);
        await DrawAsync(page, [(0.95f, 0.05f), (0.05f, 0.95f)]);
        await DrawAsync(page, [(0.05f, 0.5f), (0.95f, 0.5f)]);
        await page.MustBeSettledAsync();
        double[] outputs = await page.Locator("[data-testid^=output-] [data-value]").EvaluateAllAsync<double[]>(
            "all => all.map(one => Number(one.dataset.value)).sort((a, b) => b - a)");
        string expected = outputs[0] < 0.5 ? "No output is strong" : outputs[1] > outputs[0] / 2 ? "Torn between" : "Whatever you draw";
        await Assertions.Expect(page.GetByTestId("drawing-note")).ToContainTextAsync(expected);
        await Assertions.Expect(page.GetByTestId("drawing-note")).ToContainTextAsync("smiley");
    });

    [BrowserFact]
    public Task A_wave_of_light_runs_once_for_each_digit_and_changes_no_number() => lab.VisitAsync(View.Desk with { Motion = true }, Trained, async page =>
    {
        await page.MustStandAtAsync(2000);

        // Every wave that is ever seen, how many at once, and what the output said when the last began.
        await page.EvaluateAsync("""
            () => {
                globalThis.waves = { begun: 0, most: 0, now: document.querySelectorAll('[data-testid=wave]').length };
                new MutationObserver(() => {
                    const now = document.querySelectorAll('[data-testid=wave]').length;
                    if (now > waves.now) {
                        waves.begun += now - waves.now;
                        document.documentElement.setAttribute('data-wave', document.querySelector('[data-testid=output-3]').innerText);
                    }
                    waves.most = Math.max(waves.most, now);
                    waves.now = now;
                }).observe(document, { childList: true, subtree: true });
            }
            """);
        await DrawAsync(page, Three);
        await MustHaveRunAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Next example" }).ClickAsync();
        await Assertions.Expect(page.GetByTestId("example-words")).ToContainTextAsync("Example no. 0");
        await MustHaveRunAsync();
        int begun = await page.EvaluateAsync<int>("waves.begun");

        // A parameter that is set, or training, is no new digit; nor does anything move where the visitor wants no motion.
        await page.GetByRole(AriaRole.Button, new() { Name = "Mini-batch", Exact = true }).ClickAsync();
        await page.MustStandAtAsync(2001);
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await page.GetByRole(AriaRole.Button, new() { Name = "Next example" }).ClickAsync();
        await Assertions.Expect(page.GetByTestId("example-words")).ToContainTextAsync("Example no. 1");
        await page.MustBeSettledAsync();
        Assert.Equal(begun, await page.EvaluateAsync<int>("waves.begun"));
        Assert.Equal(1, await page.EvaluateAsync<int>("waves.most"));

        async Task MustHaveRunAsync()
        {
            await page.MustBeSettledAsync();
            await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-wave", await page.GetByTestId("output-3").InnerTextAsync());
            await Assertions.Expect(page.GetByTestId("wave")).ToHaveCountAsync(0);
        }
    });

    [BrowserTheory]
    [InlineData("cost")]
    [InlineData("training")]
    public Task A_digit_chosen_in_a_gallery_can_be_taken_apart_at_once(string chapter) => lab.VisitAsync(
        View.Desk, $"{Trained.Replace("structure", chapter, StringComparison.Ordinal)}&{Desktop.More}", async page =>
    {
        await page.MustStandAtAsync(2000);
        var apart = page.GetByTestId("take-apart");
        await Assertions.Expect(apart).ToContainTextAsync("Choose a digit to take it apart.");
        var digit = page.Locator("button[data-index]").Nth(1);
        string index = (await digit.GetAttributeAsync("data-index"))!;
        float before = (await apart.BoundingBoxAsync())!.Height;
        await digit.ClickAsync();
        await Assertions.Expect(apart).ToContainTextAsync($"Example no. {index}");
        Assert.InRange((await apart.BoundingBoxAsync())!.Height, before - 1, before + 1);
        await apart.GetByRole(AriaRole.Button, new() { Name = "Take it apart" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"#/nudges.*example=test:{index}(&|$)"));
        await Assertions.Expect(page.GetByTestId("example-words")).ToContainTextAsync($"Example no. {index}");
    });

    [BrowserTheory]
    [InlineData("en", "Press a neuron: its own picture")]
    [InlineData("zh", "点一个神经元，看它自己的图像")]
    public Task At_the_first_visit_a_ring_invites_to_press_a_neuron_and_then_never_again(string language, string words) => lab.VisitAsync(
        View.Desk with { Language = language }, Trained, async page =>
    {
        await page.MustStandAtAsync(2000);
        await Assertions.Expect(page.GetByText(words)).ToBeVisibleAsync();
        var neuron = (await page.Locator(".network circle.hint").BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(neuron.X + neuron.Width / 2, neuron.Y + neuron.Height / 2);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("neuron=1.2"));
        await Assertions.Expect(page.GetByText(words)).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Escape");
        await page.MustBeSettledAsync();
        await page.ReloadAsync();
        await page.MustStandAtAsync(2000);
        await Assertions.Expect(page.GetByText(words)).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".network circle.hint")).ToHaveCountAsync(0);
    });

    /// <summary>Keeps the engine away until the result is set.</summary>
    private static async Task<TaskCompletionSource> HoldEngineAsync(IPage page)
    {
        var held = new TaskCompletionSource();
        await page.Context.RouteAsync("**/_framework/dotnet.js", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        return held;
    }

    /// <summary>What the page shows of a drawing's outputs. Each drawing is of another digit than the one before.</summary>
    private static async Task<double[]> OutputsAsync(IPage page, string[] drawing, bool settled = false)
    {
        var (digit, pen, strokes) = (drawing[0], drawing[1], drawing[3]);
        await page.EvaluateAsync("address => { location.hash = address; }", $"#/structure?example=drawing:{strokes}:{digit}::{pen}&lang=en");
        await Assertions.Expect(page.GetByTestId("example-words").Locator("b").First).ToHaveTextAsync(digit);
        if (settled) await page.MustBeSettledAsync();
        return await page.Locator("[data-testid^=output-] [data-value]").EvaluateAllAsync<double[]>("all => all.map(one => Number(one.dataset.value))");
    }

    private static async Task DrawAsync(IPage page, (float X, float Y)[] stroke)
    {
        await page.Locator("[role=application]").ScrollIntoViewIfNeededAsync();
        var box = (await page.Locator("[role=application]").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + stroke[0].X * box.Width, box.Y + stroke[0].Y * box.Height);
        await page.Mouse.DownAsync();
        foreach (var (x, y) in stroke.Skip(1)) await page.Mouse.MoveAsync(box.X + x * box.Width, box.Y + y * box.Height, new() { Steps = 6 });
        await page.Mouse.UpAsync();
    }
}
