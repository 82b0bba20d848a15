using Microsoft.Playwright;

namespace Nabla.Lab.Tests;

/// <summary>
/// The page of this clone, built and served by the command's own code, and one Chromium, for all tests of a collection. A chapter's tests
/// look like this:
/// <code>
/// [Collection(ChaptersCollection.Name)]
/// public sealed class StructureTests(LabFixture lab)
/// {
///     [BrowserTheory, MemberData(nameof(View.All), MemberType = typeof(View))]
///     public Task It_shows_the_outputs(View view) => lab.VisitAsync(view, "#/structure", async page =>
///     {
///         await page.MustBeReadyAsync();
///         await page.GetByRole(AriaRole.Button, new() { Name = "…" }).ClickAsync();
///         await Assertions.Expect(page.GetByTestId("output-3")).ToHaveTextAsync("0.123");
///         await page.MustBeAccessibleAsync();
///     });
/// }
/// </code>
/// Each visit has a browser context of its own: no storage, no cache, motion reduced unless the view says otherwise. It fails on an error in the console (a breach of the
/// content policy is one), on an exception that nobody caught, and on a request to any other host, whatever else the test looks at. A
/// picture of the page is kept in the folder that <c>NABLA_SCREENSHOTS</c> names, where it is set.
/// </summary>
public sealed class LabFixture : IAsyncLifetime
{
    // No test depends on how fast the machine is: whatever is waited for may take as long as this, and what fails fails in the end.
    private const int Patience = 120_000;

    private static readonly string[] Arguments = ["--no-sandbox", "--disable-dev-shm-usage"];

    // Made once, whoever comes first: building the page writes into the clone.
    private static readonly Lazy<Site> Served = new(() => SiteSource.Find(Surroundings.Host).Load(Surroundings.Host));

    private readonly string _runs = Directory.CreateTempSubdirectory("nabla-lab-").FullName;
    private LabServer? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The name of the run that the server offers.</summary>
    public const string LocalRun = "mine";

    /// <summary>The network that it ended with.</summary>
    public string LocalModel => Path.Combine(_runs, LocalRun, RunFiles.Model);

    /// <summary>Where the page is served.</summary>
    public Uri Address => _server!.Address;

    public async Task InitializeAsync()
    {
        if (Chromium.Missing is not null) return;
        string chromium = Chromium.Path ?? throw new InvalidOperationException("NABLA_REQUIRE_BROWSER is 1, and there is no Chromium on the PATH.");
        _server = LabServer.Start(LabServer.Bind(0), new LabContent(Served.Value, new DataShelf(set => set.TryFind(out string? folder) ? folder : null), new RunShelf([_runs])));
        string[] train = ["train", "--data", "digits", "--train-examples", "300", "--test-examples", "100", "--epochs", "2", "--seed", "1", "--out", Path.Combine(_runs, LocalRun)];
        Assert.Equal(ExitCode.Done, Cli.Cli.Run(train, new Host { Out = TextWriter.Null, Error = Console.Error, Variable = Environment.GetEnvironmentVariable }));
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Arguments });
    }

    /// <summary>Opens the page, does something with it, and sees that it stayed in order.</summary>
    /// <param name="view">How it is seen.</param>
    /// <param name="place">What follows the address: <c>#/structure?…</c>, or a path.</param>
    /// <param name="act">What is done and looked at.</param>
    /// <param name="accepted">Words of errors that the test itself brings about, such as of a request that it does not let through.</param>
    public async Task VisitAsync(View view, string place, Func<IPage, Task> act, string? accepted = null)
    {
        await using var context = await _browser!.NewContextAsync(view.Options);
        context.SetDefaultTimeout(Patience);
        var watch = new PageWatch(context, Address, accepted);
        var page = await context.NewPageAsync();
        try
        {
            await page.GotoAsync(new Uri(Address, place).AbsoluteUri);
            await act(page);
        }
        catch (Exception error) when (watch.Problems.Count > 0)
        {
            throw new InvalidOperationException($"{error.Message}\nThe page also had: {string.Join('\n', watch.Problems)}", error);
        }
        finally
        {
            await KeepPictureAsync(page, view, place);
        }

        Assert.True(watch.Problems.Count == 0, string.Join('\n', watch.Problems));
    }

    /// <summary>Takes a picture of the whole page, as in a window that is high enough: what no window shows is not drawn.</summary>
    /// <param name="page">The page.</param>
    /// <param name="width">The window's width.</param>
    /// <param name="path">Where the picture is kept.</param>
    internal static async Task TakePictureAsync(IPage page, int width, string path)
    {
        // What comes into sight may make it higher.
        for (int height = 0, next; (next = await page.EvaluateAsync<int>("document.documentElement.scrollHeight")) != height; height = next)
        {
            await page.SetViewportSizeAsync(width, next);
            await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        }

        await page.ScreenshotAsync(new() { Path = path, FullPage = true });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        _server?.Dispose();
        Directory.Delete(_runs, recursive: true);
    }

    private static async Task KeepPictureAsync(IPage page, View view, string place)
    {
        if (Environment.GetEnvironmentVariable("NABLA_SCREENSHOTS") is not { Length: > 0 } folder) return;
        string name = string.Concat($"{place} {view}".Select(c => char.IsLetterOrDigit(c) ? c : '-')).Trim('-');
        await TakePictureAsync(page, view.Width, Path.Combine(folder, name + ".png"));
    }
}

/// <summary>
/// The tests of the page as a whole share a server and a browser, and run one after the other. Those of its chapters, its questions and its tour do
/// likewise, beside them: a visit waits too often to keep two cores busy.
/// </summary>
[CollectionDefinition(Name)]
public sealed class LabCollection : ICollectionFixture<LabFixture>
{
    public const string Name = "the page";
}

/// <summary>The tests of the chapters, of the questions and of the tour.</summary>
[CollectionDefinition(Name)]
public sealed class ChaptersCollection : ICollectionFixture<LabFixture>
{
    public const string Name = "the chapters";
}
