using Microsoft.Playwright;
using Nabla.Lab.Tests.Chapters;

namespace Nabla.Lab.Tests;

/// <summary>
/// Each chapter with a trained network. <c>NABLA_WRITE_PICTURES=1</c> makes the README's pictures of them anew, the card that chats show, and the icons.
/// </summary>
[Collection(LabCollection.Name)]
public sealed class PicturesTests(LabFixture lab)
{
    private const int Step = 4000;
    private const int Last = 24_000;
    private const string Run = "nabla:1/data=digits/train-examples=8000/test-examples=2000/seed=1";

    [BrowserTheory]
    [InlineData("structure", "example=test:3&neuron=2.5&input=3", 10)]
    [InlineData("cost", "example=test:3", 10)]
    [InlineData("descent", "example=test:3&descent.line.step=5&descent.plane=ravine&descent.plane.step=14&descent.paths=on&descent.pace=effort", 10)]
    [InlineData("training", "example=test:3", 10)]
    [InlineData("inside", "example=test:3&inside.draws=200&inside.race=500:1&inside.grown=300", 10)]
    [InlineData("nudges", "example=test:3&neuron=2.5", 10)]
    // The equations' numbers stand in matrices, as pictures.
    [InlineData("chain", "example=test:3&chain.part=equations", 1)]
    [InlineData("backwards", "example=test:3&neuron=1.5&backwards.activation=tanh", 100)]
    public Task A_chapter_comes_to_rest_with_its_numbers(string chapter, string shown, int least) => lab.VisitAsync(
        View.Desk, $"#/{chapter}?run={Run}&step={Step}&{Desktop.More}&{shown}", async page =>
    {
        await page.MustStandAtAsync(Step);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await page.MustSayTheirValuesAsync(least);
        await Assertions.Expect(page.Locator("progress")).ToHaveCountAsync(0);
        if (Writes) await LabFixture.TakePictureAsync(page, View.Desk.Width, Picture(chapter));
    });

    /// <summary>The chapter that needs no digits, with its spirals wound up.</summary>
    [BrowserFact]
    public Task The_plane_comes_to_rest_with_its_numbers() => lab.VisitAsync(
        View.Desk,
        $"#/plane?{Desktop.More}&run=nabla:1/data=digits/train-examples=20/test-examples=10/seed=1"
            + "&plane.set=spiral&plane.features=x,y,sinx,siny&plane.hidden=8,6&plane.optimizer=adam&plane.rate=0.01&plane.step=1500&plane.at=1.2.0",
        async page =>
        {
            await Assertions.Expect(page.GetByTestId("plane-now")).ToHaveAttributeAsync("data-step", "1500");
            await page.MustBeSettledAsync();

            // What takes long is only for whoever comes to see it.
            await page.EvaluateAsync("scrollTo(0, document.documentElement.scrollHeight)");
            await Assertions.Expect(page.GetByTestId("plane-steps")).ToBeVisibleAsync();
            await Assertions.Expect(page.GetByTestId("plane-curve-error")).ToBeVisibleAsync();
            await page.EvaluateAsync("scrollTo(0, 0)");
            await page.MustSayTheirValuesAsync(40);
            await Assertions.Expect(page.Locator("progress")).ToHaveCountAsync(0);
            if (Writes) await LabFixture.TakePictureAsync(page, View.Desk.Width, Picture("plane"));
        });

    /// <summary>What a chat shows of a link: the name, and the page's own drawing of a trained network that reads a digit.</summary>
    [BrowserFact]
    public Task Its_card_shows_the_trained_network_at_work() => lab.VisitAsync(
        View.Desk, $"#/structure?run={Run}&step={Last}&example=test:2&hide=strip,bar,chapters,structure.drawing,structure.parameters,structure.seen", async page =>
    {
        // As somebody sees it who needs no hints.
        await page.AddInitScriptAsync("localStorage.setItem('nabla.neuronPressed', 'yes')");
        await page.ReloadAsync();
        await page.SetViewportSizeAsync(1200, 630);
        await page.MustBeSettledAsync();
        await page.EvaluateAsync("""
            () => {
                const card = document.body.appendChild(document.createElement('div'));
                Object.assign(card.style, {
                    position: 'fixed', inset: 0, zIndex: 99, background: 'var(--paper)', padding: '16px 52px 0', display: 'grid', gridTemplateRows: 'auto 1fr', gap: '10px',
                });
                const words = card.appendChild(document.createElement('div'));
                Object.assign(words.style, { display: 'flex', alignItems: 'baseline', gap: '28px', fontFamily: 'var(--serif)' });
                const name = words.appendChild(document.createElement('b'));
                name.textContent = '∇ Nabla';
                Object.assign(name.style, { fontSize: '46px', color: 'var(--accent)' });
                const line = words.appendChild(document.createElement('span'));
                line.textContent = 'A neural network that you can see learn';
                line.style.fontSize = '32px';
                card.append(document.querySelector('.diagram'));
            }
            """);
        await page.Mouse.MoveAsync(1, 1);
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        await Assertions.Expect(page.Locator(".diagram image")).ToBeVisibleAsync();
        if (Writes) await page.ScreenshotAsync(new() { Path = Public("card.png") });
    });

    [BrowserTheory]
    [InlineData("apple-touch-icon", 180, true)]
    [InlineData("icon-192", 192, false)]
    [InlineData("icon-512", 512, false)]
    public Task Its_icons_are_the_sign(string name, int size, bool isFilled) => lab.VisitAsync(View.Desk, "favicon.svg", async page =>
    {
        await page.SetViewportSizeAsync(size, size);

        // A telephone puts its own corners on an icon, and black where nothing is.
        if (isFilled) await page.EvaluateAsync("document.documentElement.setAttribute('viewBox', '-6 -6 44 44'); document.documentElement.style.background = '#faf9f6'");
        await Assertions.Expect(page.Locator("path").First).ToBeVisibleAsync();
        if (Writes) await page.ScreenshotAsync(new() { Path = Public($"{name}.png"), OmitBackground = true });
    }, accepted: "favicon.ico");

    private static bool Writes => Environment.GetEnvironmentVariable("NABLA_WRITE_PICTURES") == "1";

    private static string Public(string file) => Path.Combine(Surroundings.Root, "src", "lab", "public", file);

    private static string Picture(string chapter) => Path.Combine(Surroundings.Root, "docs", "images", $"lab-{chapter}.png");
}
