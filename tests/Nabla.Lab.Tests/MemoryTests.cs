using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Nabla.Browser;
using Nabla.Lab.Tests.Chapters;
using Xunit.Abstractions;

namespace Nabla.Lab.Tests;

/// <summary>Moments that were trained before, here or for everybody, are there at once; where they are not, the way there can be stopped and taken up again.</summary>
[Collection(LabCollection.Name)]
public sealed class MemoryTests(LabFixture lab, ITestOutputHelper output)
{
    private const string First = "nabla:1/data=digits/train-examples=8000/test-examples=2000/seed=1";
    private const string Digits = "nabla:1/data=digits/train-examples=500/test-examples=200";
    private const string Own = $"{Digits}/epochs=40/seed=1";
    private const string Endless = $"{Digits}/epochs=2000000/seed=1";
    private const long Late = 90_000_000;

    // How far the page said that it was on its way, from the first moment on.
    private const string WatchWays = """
        globalThis.ways = new Set();
        new MutationObserver(() => {
            const done = document.querySelector('[data-testid=on-the-way] progress')?.value;
            if (done > 0) ways.add(done);
        }).observe(document, { childList: true, subtree: true, attributes: true });
        """;

    [BrowserFact]
    public Task The_first_run_s_end_is_there_without_a_way_and_its_middle_after_it() => lab.VisitAsync(View.Desk, "about:blank", async page =>
    {
        await page.AddInitScriptAsync(WatchWays);
        await page.GotoAsync(new Uri(lab.Address, $"#/structure?run={First}&step=24000&example=test:3").AbsoluteUri);
        await page.MustStandAtAsync(24_000);
        await MustHaveGoneNoWayAsync(page);
        await MustShowAsync(page, await ShippedAsync("lecture.bin", 24_000));
        await Assertions.Expect(page.Locator(".readings .accuracy")).ToHaveTextAsync(new Regex("%"));

        // A keyframe of the file that is fetched for whoever goes back in time.
        await page.EvaluateAsync("location.hash = location.hash.replace(/step=\\d+/, 'step=12800')");
        await page.MustStandAtAsync(12_800);
        await MustHaveGoneNoWayAsync(page);
        await MustShowAsync(page, await ShippedAsync("lecture.way.bin", 12_800));
    });

    [BrowserFact]
    public Task A_preset_s_end_is_there_without_a_way() => lab.VisitAsync(View.Desk, "about:blank", async page =>
    {
        await page.AddInitScriptAsync(WatchWays);
        await page.GotoAsync(new Uri(lab.Address, $"#/training?run={First.Replace("/seed", "/learning-rate=300/seed", StringComparison.Ordinal)}&step=24000").AbsoluteUri);
        await page.MustStandAtAsync(24_000);
        await MustHaveGoneNoWayAsync(page);

        // Its curves are whole, and no other machine's times are told as this one's.
        await Assertions.Expect(page.GetByTestId("pace-epochs")).ToContainTextAsync("30 of 30");
        await Assertions.Expect(page.GetByTestId("pace-seconds")).ToContainTextAsync("–");
    });

    [BrowserFact]
    public Task A_run_that_was_trained_in_this_browser_is_there_after_a_reload() => lab.VisitAsync(View.Desk, $"#/structure?run={Own}&step=0&example=test:3", async page =>
    {
        await TrainAsync(page);
        string[] trained = await OutputsAsync(page);
        await MustBeKeptAsync(page);
        await page.AddInitScriptAsync(WatchWays);
        await page.ReloadAsync();
        await page.MustStandAtAsync(2000);
        await MustHaveGoneNoWayAsync(page);
        Assert.Equal(trained, await OutputsAsync(page));

        // All that was trained is at hand from any of its moments.
        await page.EvaluateAsync("location.hash = location.hash.replace(/step=\\d+/, 'step=1000')");
        await page.MustStandAtAsync(1000);
        await page.ReloadAsync();
        await page.MustStandAtAsync(1000);
        Assert.Contains("100%", await page.Locator(".scrubber .reached").GetAttributeAsync("style"), StringComparison.Ordinal);
    });

    [BrowserFact]
    public Task What_was_kept_and_is_none_is_trained_again() => lab.VisitAsync(View.Desk, $"#/structure?run={Own}&step=0&example=test:3", async page =>
    {
        await TrainAsync(page);
        string[] trained = await OutputsAsync(page);
        await MustBeKeptAsync(page);
        await page.EvaluateAsync(Store("readwrite", "store.put({ ...(await of(store.getAll()))[0], memory: new Uint8Array(1000) })"));
        await page.ReloadAsync();
        await page.MustStandAtAsync(2000);
        Assert.Equal(trained, await OutputsAsync(page));
    });

    [BrowserFact]
    public Task A_browser_that_keeps_nothing_trains_again() => lab.VisitAsync(View.Desk, "about:blank", async page =>
    {
        await page.AddInitScriptAsync("Object.defineProperty(globalThis, 'indexedDB', { get() { throw new DOMException('Not here.', 'SecurityError'); } });");
        await page.GotoAsync(new Uri(lab.Address, $"#/structure?run={Own}&step=0&example=test:3").AbsoluteUri);
        await TrainAsync(page);
        string[] trained = await OutputsAsync(page);
        await page.ReloadAsync();
        await page.MustStandAtAsync(2000);
        Assert.Equal(trained, await OutputsAsync(page));
    });

    [BrowserTheory]
    [InlineData("en", "Stop here", "Stopped at step [0-9,]+, on the way to step 90,000,000", "On to step 90,000,000")]
    [InlineData("zh", "停在这里", "停在了第 [0-9,]+ 步，原本要前往第 90,000,000 步", "继续前往第 90,000,000 步")]
    public Task Who_stops_on_the_way_is_told_where_and_can_go_on(string language, string stop, string words, string goOn) => lab.VisitAsync(
        View.Desk with { Language = language }, $"#/structure?run={Endless}&step={Late}&example=test:3", async page =>
    {
        var way = page.GetByTestId("on-the-way");
        await way.GetByRole(AriaRole.Button, new() { Name = stop }).ClickAsync();
        var stopped = page.GetByTestId("stopped");
        await Assertions.Expect(stopped).ToContainTextAsync(new Regex(words));
        await page.MustBeSettledAsync();
        string step = Regex.Match(await stopped.InnerTextAsync(), "[0-9]+(,[0-9]+)*").Value;
        await Assertions.Expect(page.Locator(".readings .step")).ToHaveTextAsync(step);
        await page.MustBeAccessibleAsync();

        await stopped.GetByRole(AriaRole.Button, new() { Name = goOn }).ClickAsync();
        await Assertions.Expect(way).ToBeVisibleAsync();
        await Assertions.Expect(stopped).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("main [aria-busy=true]")).ToHaveCountAsync(1);
    });

    [BrowserFact]
    public Task A_page_that_is_reloaded_on_its_way_goes_on_to_where_it_was_going() => lab.VisitAsync(
        View.Desk, $"#/structure?run={Endless}&step={Late}&example=test:3", async page =>
    {
        await Assertions.Expect(page.GetByTestId("on-the-way")).ToBeVisibleAsync();
        string address = await page.AddressAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByTestId("on-the-way")).ToContainTextAsync("90,000,000");
        Assert.Equal(address, await page.AddressAsync());
    });

    [BrowserFact]
    public Task Back_from_a_way_leads_to_where_one_was() => lab.VisitAsync(View.Desk, $"#/structure?run={Digits}/epochs=7/seed=1&step=60&example=test:3", async page =>
    {
        await page.MustStandAtAsync(60);
        string[] before = await OutputsAsync(page);
        string address = await page.AddressAsync();
        await page.EvaluateAsync($"location.hash = '#/structure?run={Endless}&step={Late}&example=test:3'");
        await Assertions.Expect(page.GetByTestId("on-the-way")).ToContainTextAsync("90,000,000");
        await page.GoBackAsync();
        await page.MustStandAtAsync(60);
        Assert.Equal(address, await page.AddressAsync());
        Assert.Equal(before, await OutputsAsync(page));
    });

    [BrowserFact]
    public async Task A_link_to_step_60000_of_a_run_of_MNIST_that_was_trained_here_is_measured()
    {
        if (Environment.GetEnvironmentVariable("NABLA_DATA") is not { } data || !Directory.Exists(Path.Combine(data, "mnist"))) return;
        await lab.VisitAsync(View.Desk, "#/structure?run=nabla:1/data=mnist/epochs=10/seed=1&step=0&example=test:3", async page =>
        {
            await page.MustStandAtAsync(0);
            await page.Locator("button.primary").First.ClickAsync();
            await page.MustStandAtAsync(60_000);
            string[] trained = await OutputsAsync(page);
            await MustBeKeptAsync(page);
            await page.AddInitScriptAsync(WatchWays);
            // By the page's own clock: whoever looks from outside looks now and then.
            await page.AddInitScriptAsync("""
                const look = () => {
                    if (document.documentElement?.dataset.settled === 'yes' && document.querySelector('.readings .step')?.textContent === '60,000')
                        globalThis.there ??= performance.now();
                    else requestAnimationFrame(look);
                };
                look();
                """);
            await page.ReloadAsync();
            await page.MustStandAtAsync(60_000);
            await page.MustBeSettledAsync();
            double there = await page.EvaluateAsync<double>("new Promise(done => { const wait = () => globalThis.there ? done(there) : requestAnimationFrame(wait); wait(); })");
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"There in {there / 1000:F2} s, engine and data included."));
            await MustHaveGoneNoWayAsync(page);
            Assert.Equal(trained, await OutputsAsync(page));
        });
    }

    private static async Task TrainAsync(IPage page)
    {
        await page.MustStandAtAsync(0);
        await page.Locator("button.primary").First.ClickAsync();
        await page.MustStandAtAsync(2000);
    }

    private static async Task MustHaveGoneNoWayAsync(IPage page) => Assert.Empty(await page.EvaluateAsync<double[]>("[...ways]"));

    private static async Task MustBeKeptAsync(IPage page)
    {
        while (await page.EvaluateAsync<int>(Store("readonly", "store.count()")) == 0)
        {
        }
    }

    /// <summary>Something done with the kept runs; none where the page has made no place for them yet.</summary>
    private static string Store(string mode, string work) => $$"""
        async () => {
            const of = (request) => new Promise((resolve, reject) => ([request.onsuccess, request.onerror] = [() => resolve(request.result), reject]));
            if (!(await indexedDB.databases()).some(({ name }) => name === 'nabla.runs')) return 0;
            const base = await of(indexedDB.open('nabla.runs'));
            const store = base.transaction('runs', '{{mode}}').objectStore('runs');
            const result = await of({{work}});
            base.close();
            return result;
        }
        """;

    private static async Task<string[]> OutputsAsync(IPage page)
    {
        await page.MustBeSettledAsync();
        var texts = new List<string>();
        for (int j = 0; j < 10; j++) texts.Add(await page.GetByTestId($"output-{j}").InnerTextAsync());
        return [.. texts];
    }

    private static async Task MustShowAsync(IPage page, Laboratory laboratory)
    {
        await page.MustBeSettledAsync();
        var outputs = laboratory.Explain(new ExampleRef(ExampleSet.Test, 3)).Layers[^1].A;
        for (int j = 0; j < outputs.Count; j++) await Desktop.MustShowAsync(page.GetByTestId($"output-{j}"), outputs[j], 1e-9);
    }

    /// <summary>The moment of the first run as the page brings it along; the desktop's own training comes to other bits.</summary>
    private async Task<Laboratory> ShippedAsync(string file, long step)
    {
        using var client = new HttpClient();
        var laboratory = new Laboratory();
        while (laboratory.MakeDigits(8000, 2000, 1000).Result is null)
        {
        }

        laboratory.Start(First);
        laboratory.Recall(await client.GetByteArrayAsync(new Uri(lab.Address, $"memories/{file}")));
        Assert.True(laboratory.Seek(step, 0).Arrived);
        return laboratory;
    }
}
