using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Nabla.Lab.Tests;

/// <summary>The page as a whole, whatever its chapters show.</summary>
[Collection(LabCollection.Name)]
public sealed class PageTests(LabFixture lab, ITestOutputHelper output)
{
    private const long FirstLoad = 3_000_000;
    private const int TrainingMilliseconds = 3000;

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
    public async Task Its_first_load_is_at_most_3_MB()
    {
        var requests = new ConcurrentQueue<IRequest>();
        long bytes = 0;
        await lab.VisitAsync(View.Desk, "about:blank", async page =>
        {
            page.RequestFinished += (_, request) => requests.Enqueue(request);
            await page.GotoAsync(lab.Address.AbsoluteUri);
            await page.MustBeReadyAsync();
            foreach (var request in requests)
            {
                var sizes = await request.SizesAsync();
                bytes += sizes.ResponseBodySize + sizes.ResponseHeadersSize;
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first load: {requests.Count} files, {bytes:N0} bytes over the wire"));
        });
        Assert.InRange(bytes, 1, FirstLoad);
    }

    // Printed, not asserted: on a busy machine a frame is late through no fault of the page.
    [BrowserTheory]
    [InlineData("structure")]
    [InlineData("training")]
    [InlineData("nudges")]
    public Task Its_frames_while_it_trains_are_measured(string chapter) => lab.VisitAsync(View.Desk, $"#/{chapter}", async page =>
    {
        await page.MustBeReadyAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Train", Exact = true }).ClickAsync();
        double[] frames = await page.EvaluateAsync<double[]>("""
            milliseconds => new Promise(done => {
                const gaps = [];
                let last = performance.now();
                const end = last + milliseconds;
                requestAnimationFrame(function next(now) {
                    gaps.push(now - last);
                    last = now;
                    if (now < end) requestAnimationFrame(next);
                    else done(gaps.slice(1));
                });
            })
            """, TrainingMilliseconds);
        Array.Sort(frames);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{frames.Length} frames in {TrainingMilliseconds} ms of training in {chapter}: median {frames[frames.Length / 2]:F1} ms, longest {frames[^1]:F1} ms, {frames.Count(frame => frame > 50)} over 50 ms"));
        await Assertions.Expect(page.Locator(".readings dd").First).Not.ToHaveTextAsync("0");
    });
}
