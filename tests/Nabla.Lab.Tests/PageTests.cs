using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Nabla.Lab.Tests;

/// <summary>The page as a whole, whatever its chapters show.</summary>
[Collection(LabCollection.Name)]
public sealed class PageTests(LabFixture lab, ITestOutputHelper output)
{
    // What it was before Descent, Inside, Backwards and Plane came.
    private const long FirstLoad = 2_267_097;

    // A broken layout of its files shows up only here: a file that is missing, an export that was trimmed away.
    [BrowserFact]
    public Task The_engine_starts_in_a_real_browser() => lab.VisitAsync(View.Desk, "", async page =>
    {
        string exports = await page.EvaluateAsync<string>("""
            async () => {
                globalThis.dotnetSidecar = true;
                const { dotnet } = await import(new URL('_framework/dotnet.js', document.baseURI).href);
                const runtime = await dotnet.create();
                const api = (await runtime.getAssemblyExports('Nabla.Browser.dll')).Nabla.Browser.Api;
                return Object.keys(api).sort().join(' ');
            }
            """);
        Assert.NotEqual("", exports);
        output.WriteLine($"exports: {exports}");
    });

    [BrowserTheory]
    [MemberData(nameof(View.All), MemberType = typeof(View))]
    public Task It_breaks_no_rule_of_accessibility(View view) => lab.VisitAsync(view, "", async page =>
    {
        await page.MustBeReadyAsync();
        await page.MustBeAccessibleAsync();
        Assert.StartsWith(view.Language, await page.EvaluateAsync<string>("document.documentElement.lang"), StringComparison.Ordinal);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page is wider than the window.");
    });

    [BrowserFact]
    public async Task Its_first_load_has_not_grown()
    {
        var requests = new ConcurrentQueue<IRequest>();
        int files = 0;
        long bytes = 0, ahead = 0;
        await lab.VisitAsync(View.Desk, "about:blank", async page =>
        {
            page.Request += (_, request) => requests.Enqueue(request);

            // What the first view needs is asked for before the browser has nothing else to do; then the other chapters are fetched ahead.
            await page.ExposeFunctionAsync("rests", () => Interlocked.CompareExchange(ref files, requests.Count, 0));
            await page.AddInitScriptAsync("const idle = requestIdleCallback.bind(window); window.requestIdleCallback = todo => idle(() => void rests().then(todo));");
            await page.GotoAsync(lab.Address.AbsoluteUri);
            await page.MustBeReadyAsync();
            foreach (var (place, request) in requests.Index())
            {
                await request.ResponseAsync();
                var sizes = await request.SizesAsync();
                int size = sizes.ResponseBodySize + sizes.ResponseHeadersSize;
                if (place < files) bytes += size;
                else ahead += size;
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first load: {files} files, {bytes:N0} bytes over the wire; {ahead:N0} fetched ahead until it rested"));
        });
        Assert.InRange(bytes, 1, FirstLoad);
        Assert.InRange(bytes + ahead, bytes, 3_000_000);
    }

    // How long frames take is printed, not asserted: on a busy machine a frame is late through no fault of the page. That it draws several
    // moments of training, and not only the last, is asserted.
    [BrowserTheory]
    [InlineData("structure")]
    [InlineData("cost")]
    [InlineData("descent")]
    [InlineData("training")]
    [InlineData("inside")]
    [InlineData("nudges")]
    [InlineData("chain")]
    [InlineData("backwards")]
    [InlineData("challenges")]
    public Task It_draws_moment_after_moment_of_3_000_epochs_and_its_frames_are_measured(string chapter) => lab.VisitAsync(
        View.Desk, $"#/{chapter}?run=nabla:1/data=digits/train-examples=20/test-examples=10/epochs=3000/seed=1&step=0", async page =>
    {
        await page.MustStandAtAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Train", Exact = true }).ClickAsync();
        await page.EvaluateAsync("""
            () => {
                const step = document.querySelector('.readings dd');
                globalThis.moments = new Set();
                new MutationObserver(() => moments.add(step.textContent)).observe(step, { characterData: true, childList: true, subtree: true });
            }
            """);
        double[] frames = await page.EvaluateAsync<double[]>("""
            () => new Promise(done => {
                const gaps = [];
                let last = performance.now();
                requestAnimationFrame(function next(now) {
                    gaps.push(now - last);
                    last = now;
                    if (document.querySelector('[data-testid=end-of-run]')?.textContent.trim()) done(gaps.slice(1));
                    else requestAnimationFrame(next);
                });
            })
            """);
        Array.Sort(frames);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{frames.Length} frames in {frames.Sum() / 1000:F1} s of 3,000 epochs in {chapter}: "
                + $"median {frames[frames.Length / 2]:F1} ms, longest {frames[^1]:F1} ms, {frames.Count(frame => frame > 50)} over 50 ms"));
        await page.WaitForFunctionAsync("() => moments.size >= 3");
        await page.MustStandAtAsync(6000);
        foreach (string path in await page.Locator("figure path").EvaluateAllAsync<string[]>("all => all.map(one => one.getAttribute('d'))"))
            Assert.InRange(path.Count(letter => letter is 'L' or 'M'), 0, 2000);
    });
}
