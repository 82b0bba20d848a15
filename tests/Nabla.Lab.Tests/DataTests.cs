using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Nabla.Browser;
using Nabla.Lab.Tests.Chapters;
using Xunit.Abstractions;

namespace Nabla.Lab.Tests;

/// <summary>What visitors bring: data sets by chooser and by drop, kept in their browser.</summary>
[Collection(LabCollection.Name)]
public sealed class DataTests(LabFixture lab, ITestOutputHelper output) : IDisposable
{
    private const string Run = "nabla:1/data=mnist/epochs=2/seed=1";
    private const string Link = $"#/structure?run={Run}&step=12&example=test:7";
    private static readonly string[] Names = ["train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"];

    private readonly string _folder = Directory.CreateTempSubdirectory("nabla-data-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [BrowserFact]
    public Task Files_given_one_by_one_open_the_link_that_waits_for_them_and_are_kept() => VisitStaticAsync(View.Desk, Link, async page =>
    {
        string[] files = Files(gzip: true);
        var missing = page.GetByTestId("missing-data");
        await Assertions.Expect(missing).ToContainTextAsync("This link leads to a run on MNIST, and those data are not here.");
        await MustStayAtAsync(page, Link);
        await page.MustBeAccessibleAsync();

        // By the keyboard, as on a machine without a mouse.
        await GiveAsync(page, missing, "Enter", files[0]);
        var given = page.GetByTestId("given-data");
        await Assertions.Expect(given).ToContainTextAsync("1 of 4 files are here; still wanted: train-labels, t10k-images, t10k-labels");
        await GiveAsync(page, missing, "Space", files[1], files[2]);
        await Assertions.Expect(given).ToContainTextAsync("3 of 4 files are here; still wanted: t10k-labels");

        string notes = Path.Combine(_folder, "notes.txt");
        await File.WriteAllTextAsync(notes, "Bring the files of MNIST tomorrow.");
        await GiveAsync(page, missing, "Enter", notes);
        await Assertions.Expect(given).ToContainTextAsync("“notes.txt” is none of MNIST’s four files");
        await Assertions.Expect(given).ToContainTextAsync("3 of 4 files are here");
        await MustStayAtAsync(page, Link);
        await page.MustBeAccessibleAsync();

        await GiveAsync(page, page.GetByTestId("given-panel"), null, files[3]);
        await Assertions.Expect(given).ToContainTextAsync("Which set are they?");
        await page.MustBeAccessibleAsync();
        await given.GetByRole(AriaRole.Button, new() { Name = "MNIST", Exact = true }).ClickAsync();
        await page.MustStandAtAsync(12);
        await Assertions.Expect(missing).ToHaveCountAsync(0);
        await Assertions.Expect(given).ToContainTextAsync("MNIST is here, and stays in this browser (0.3 MB).");
        await MustShowAsync(page);

        await page.ReloadAsync();
        await page.MustStandAtAsync(12);
        await Assertions.Expect(missing).ToHaveCountAsync(0);
        await MustShowAsync(page);

        // Forgotten, they are no choice any more, and the link waits again.
        await page.GetByRole(AriaRole.Button, new() { Name = "New run" }).ClickAsync();
        var own = page.GetByTestId("own-data");
        await Assertions.Expect(own).ToContainTextAsync("Kept in this browser: MNIST, 0.3 MB");
        await page.MustBeAccessibleAsync();
        await own.GetByRole(AriaRole.Button, new() { Name = "Forget MNIST" }).ClickAsync();
        await Assertions.Expect(own).Not.ToContainTextAsync("Kept in this browser");
        await page.ReloadAsync();
        await Assertions.Expect(missing).ToBeVisibleAsync();
        await MustStayAtAsync(page, Link);
        await missing.GetByRole(AriaRole.Button, new() { Name = "Stay with what is shown" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("data=digits"));
        await Assertions.Expect(missing).ToHaveCountAsync(0);
    });

    [BrowserFact]
    public Task Where_the_browser_keeps_nothing_the_data_are_here_until_it_is_closed() => VisitStaticAsync(View.Desk with { Language = "zh" }, "#/structure", async page =>
    {
        await page.AddInitScriptAsync("Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('denied', 'SecurityError'); } })");
        await page.ReloadAsync();
        await page.MustBeReadyAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "新的训练" }).ClickAsync();
        var own = page.GetByTestId("own-data");
        await Assertions.Expect(Choice(page, "数据").Locator("option")).ToHaveTextAsync(["内置手写数字"]);
        await GiveAsync(page, own, null, Files(gzip: false));
        await own.GetByRole(AriaRole.Button, new() { Name = "Fashion-MNIST" }).ClickAsync();
        await Assertions.Expect(own).ToContainTextAsync("Fashion-MNIST 已就绪，关闭本页前都可用");
        await Assertions.Expect(Choice(page, "数据").Locator("option")).ToHaveTextAsync(["内置手写数字", "Fashion-MNIST"]);
        await page.MustBeAccessibleAsync();
        await own.GetByRole(AriaRole.Button, new() { Name = "用 Fashion-MNIST 学习" }).ClickAsync();
        await Assertions.Expect(page.Locator("dialog footer code")).ToContainTextAsync("data=fashion-mnist");
        await page.GetByRole(AriaRole.Button, new() { Name = "开始这次训练" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("data=fashion-mnist"));
        await page.MustBeSettledAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page is wider than the window.");
    });

    [BrowserFact]
    public Task While_files_are_dragged_the_page_says_where_they_may_be_dropped() => VisitStaticAsync(View.Desk, "#/structure", async page =>
    {
        await page.MustBeReadyAsync();
        var hint = page.GetByTestId("drop-here");
        await DragAsync(page, Files(gzip: true), "dragEnter", "dragOver");
        await Assertions.Expect(hint).ToContainTextAsync("Drop MNIST’s four files here");
        await Assertions.Expect(hint).ToBeVisibleAsync();
        await page.Mouse.MoveAsync(500, 400);
        await Assertions.Expect(hint).ToBeHiddenAsync();

        await DragAsync(page, Files(gzip: true), "dragEnter", "dragOver", "drop");
        await Assertions.Expect(hint).ToBeHiddenAsync();
        var panel = page.GetByTestId("given-panel");
        await panel.GetByRole(AriaRole.Button, new() { Name = "KMNIST" }).ClickAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Learn from KMNIST" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("data=kmnist"));
        await page.MustStandAtAsync(0);
        await Assertions.Expect(panel).ToHaveCountAsync(0);
    });

    [BrowserFact]
    public Task Mnist_itself_is_known_by_its_files_and_not_asked_about() => VisitStaticAsync(View.Desk, "#/structure", async page =>
    {
        if (!PublishedDataset.Mnist.TryFind(out string? folder))
        {
            output.WriteLine("MNIST is not on this machine: this test did not run.");
            return;
        }

        await page.MustBeReadyAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "New run" }).ClickAsync();
        var own = page.GetByTestId("own-data");

        // Their names say nothing.
        string[] files = [.. Names.Select((name, at) => (From: Directory.GetFiles(folder, name + "*")[0], To: Path.Combine(_folder, $"download ({at})"))).Select(Copied)];
        await GiveAsync(page, own, null, files);
        await Assertions.Expect(own).ToContainTextAsync("MNIST is here, and stays in this browser (55 MB).");
        await Choice(page, "Data").SelectOptionAsync("mnist");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start this run" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true }).ClickAsync();
        await page.MustBeSettledAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("data=mnist"));
        await page.ReloadAsync();
        await page.MustBeSettledAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("data=mnist"));

        static string Copied((string From, string To) file)
        {
            File.Copy(file.From, file.To);
            return file.To;
        }
    });

    [BrowserFact]
    public Task A_photo_is_read_as_the_engine_reads_it_and_no_link_carries_it() => lab.VisitAsync(View.Desk, $"#/structure?{Desktop.Query}&example=test:3", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        var photo = page.GetByTestId("photo");
        await GiveAsync(page, photo, "Enter", Photo(7, 10));
        await MustReadAsync(page, 7, 10);
        await Assertions.Expect(page.GetByTestId("example-words")).ToContainTextAsync("Your photo");
        await Assertions.Expect(page.GetByAltText("The photo that you gave")).ToHaveCountAsync(2);
        await Assertions.Expect(photo).ToContainTextAsync("A link to this page does not carry the photo");
        await page.MustBeAccessibleAsync();

        // A larger one is dropped on the page, another pasted.
        await MustChangeAsync(page, () => DragAsync(page, [Photo(2, 60)], "dragEnter", "dragOver", "drop"));
        await MustChangeAsync(page, async () => await page.EvaluateAsync("""
            async content => {
                const clipboardData = new DataTransfer();
                clipboardData.items.add(new File([Uint8Array.from(atob(content), letter => letter.charCodeAt(0))], 'pasted.png', { type: 'image/png' }));
                document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
            }
            """, Convert.ToBase64String(await File.ReadAllBytesAsync(Photo(4, 8)))));
        await MustReadAsync(page, 4, 8);

        // What is no picture, or shows nothing, is said.
        string broken = Path.Combine(_folder, "broken.png");
        await File.WriteAllTextAsync(broken, "no picture");
        await GiveAsync(page, photo, null, broken);
        await Assertions.Expect(page.GetByTestId("given-data")).ToContainTextAsync("This browser cannot read “broken.png” as a picture");
        await MustReadAsync(page, 4, 8);
        string blank = Path.Combine(_folder, "blank.png");
        new GrayImage(50, 40, [.. Enumerable.Repeat((byte)230, 2000)]).SavePng(blank);
        await GiveAsync(page, photo, null, blank);
        await Assertions.Expect(page.GetByTestId("given-data")).ToContainTextAsync("Nothing in the photo stands out from its paper");
        await page.MustBeAccessibleAsync();

        // A telephone says how it was held.
        string lying = Path.Combine(_folder, "lying.jpg");
        await File.WriteAllBytesAsync(lying, Lying(Convert.FromBase64String(await page.EvaluateAsync<string>("""
            () => {
                const canvas = Object.assign(document.createElement('canvas'), { width: 90, height: 60 });
                const context = canvas.getContext('2d');
                context.fillStyle = 'white';
                context.fillRect(0, 0, 90, 60);
                context.fillStyle = 'black';
                context.fillRect(20, 26, 50, 8);
                return canvas.toDataURL('image/jpeg').split(',')[1];
            }
            """))));
        await GiveAsync(page, photo, null, lying);
        await Assertions.Expect(page.GetByAltText("The photo that you gave").First).ToHaveJSPropertyAsync("naturalHeight", 90);
        await Assertions.Expect(page.GetByTestId("given-data")).ToHaveCountAsync(0);

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("example=photo(&|$)"));
        await page.ReloadAsync();
        var missing = page.GetByTestId("missing-photo");
        await Assertions.Expect(missing).ToContainTextAsync("This link was made with a photo, which no link carries.");
        await page.MustBeSettledAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("example=test:0(&|$)"));
        await GiveAsync(page, missing, null, Photo(7, 10));
        await MustReadAsync(page, 7, 10);
        await Assertions.Expect(missing).ToHaveCountAsync(0);
    });

    [BrowserTheory]
    [InlineData(390, "en")]
    [InlineData(1440, "zh")]
    public Task All_digits_of_a_photo_are_boxed_read_and_can_be_chosen(int width, string language) => lab.VisitAsync(
        View.Desk with { Width = width, Language = language }, $"#/structure?{Desktop.Query}&example=test:3", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        string file = Path.Combine(Surroundings.Root, "tests", "Nabla.Tests", "Data", "Ink", "pictures", "two-digits-53.png");
        var picture = ImageFile.Read(file);
        var found = ImageNormalizer.FindDigits(picture);
        var reader = new Predictor(Reference.AtDesktop.Network);
        string read = string.Concat(found.Select(digit => reader.Classify(digit.Image.Pixels)));
        var photo = page.GetByTestId("photo");
        await GiveAsync(page, photo, null, file);

        await Assertions.Expect(page.GetByTestId("photo-reading")).ToContainTextAsync(language == "en" ? "2 digits found in the photo" : "在照片里找到 2 个数字");
        await Assertions.Expect(page.GetByTestId("photo-reading").Locator("b")).ToHaveTextAsync(read);
        var shown = (await photo.Locator("img").BoundingBoxAsync())!;
        foreach (var (digit, i) in found.Select((digit, i) => (digit, i)))
        {
            // To two pixels: a box is drawn around the ink, four wide.
            var box = (await photo.Locator("rect.box").Nth(i).BoundingBoxAsync())!;
            double scale = shown.Width / picture.Width;
            Assert.All(
                [(shown.X + (digit.X * scale), box.X), (shown.Y + (digit.Y * scale), box.Y), (digit.Width * scale, box.Width), (digit.Height * scale, box.Height)],
                pair => Assert.InRange(pair.Item2 - pair.Item1, -3, 3));
        }

        // The second becomes the example.
        await photo.Locator(".digits button").Nth(1).ClickAsync();
        await page.MustBeSettledAsync();
        await Assertions.Expect(photo.Locator(".digits button").Nth(1)).ToHaveAttributeAsync("aria-pressed", "true");
        var outputs = reader.Outputs(found[1].Image.Pixels).ToArray();
        for (int j = 0; j < outputs.Length; j++) await Desktop.MustShowAsync(page.GetByTestId($"output-{j}"), outputs[j], 1e-3);
        await page.MustBeAccessibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page is wider than the window.");
    });

    /// <summary>A picture of a digit in pen on grey paper, so many times as large, as a file.</summary>
    private string Photo(int index, int scale)
    {
        string path = Path.Combine(_folder, $"photo-{index}.png");
        Picture(index, scale).SavePng(path);
        return path;
    }

    private static GrayImage Picture(int index, int scale)
    {
        byte[] digit = Small.Test.Pixels.Slice(index * 784, 784).ToArray();
        int side = 40 * scale;
        byte[] pixels = new byte[side * side];
        for (int i = 0; i < pixels.Length; i++)
        {
            int x = i % side / scale - 6, y = i / side / scale - 6;
            pixels[i] = (byte)(215 - (x is >= 0 and < 28 && y is >= 0 and < 28 ? digit[y * 28 + x] * 3 / 4 : 0));
        }

        return new GrayImage(side, side, pixels);
    }

    /// <summary>Does something, and waits until another photo is shown.</summary>
    private static async Task MustChangeAsync(IPage page, Func<Task> act)
    {
        var photo = page.GetByAltText("The photo that you gave").First;
        string before = await photo.GetAttributeAsync("src") ?? "";
        await act();
        await Assertions.Expect(photo).Not.ToHaveAttributeAsync("src", before);
        await page.MustBeSettledAsync();
    }

    /// <summary>Sees that the outputs are those that the engine has for that picture.</summary>
    private static async Task MustReadAsync(IPage page, int index, int scale)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("example=photo(&|$)"));
        await page.MustBeSettledAsync();
        var picture = Picture(index, scale);
        byte[] rgba = [.. picture.Pixels.SelectMany(shade => new byte[] { shade, shade, shade, 255 })];
        var outputs = new Desktop().Laboratory.Photograph(rgba, picture.Width, picture.Height, which: 0, label: null).Outputs;
        for (int j = 0; j < outputs.Count; j++) await Desktop.MustShowAsync(page.GetByTestId($"output-{j}"), outputs[j], 1e-3);
    }

    /// <summary>The same JPEG, saying that it is to be turned by a quarter.</summary>
    private static byte[] Lying(byte[] jpeg)
    {
        byte[] exif = [0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
        return [.. jpeg[..2], .. exif, .. jpeg[2..]];
    }

    /// <summary>Visits the page as a host gives it that has no data.</summary>
    private Task VisitStaticAsync(View view, string place, Func<IPage, Task> act) => lab.VisitAsync(view, "about:blank", async page =>
    {
        await page.RouteAsync("**/data/*/index.json", route => route.FulfillAsync(new() { Json = new { available = false } }));
        await page.GotoAsync(new Uri(lab.Address, place).AbsoluteUri);
        await act(page);
    });

    /// <summary>Four small files of the built-in digits.</summary>
    private string[] Files(bool gzip)
    {
        var (train, test) = Small;
        Idx.SaveFolder(_folder, train, test, gzip);
        return [.. Names.Select(name => Path.Combine(_folder, gzip ? name + ".gz" : name))];
    }

    private static (Dataset Train, Dataset Test) Small => Digits.Load(train: 300, test: 100);

    /// <summary>Chooses files by the button of a place: by the mouse, or by a key.</summary>
    private static async Task GiveAsync(IPage page, ILocator place, string? key, params string[] files)
    {
        var button = place.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^(Choose|选择|A photo|数字的照片).*…") }).First;
        var chooser = await page.RunAndWaitForFileChooserAsync(() => key is null ? button.ClickAsync() : button.PressAsync(key));
        await chooser.SetFilesAsync(files);
    }

    /// <summary>Drags files as the system does.</summary>
    private static async Task DragAsync(IPage page, string[] files, params string[] events)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        foreach (string type in events)
        {
            await devtools.SendAsync("Input.dispatchDragEvent", new()
            {
                ["type"] = type, ["x"] = 400, ["y"] = 300, ["data"] = new { items = Array.Empty<object>(), files, dragOperationsMask = 1 },
            });
        }
    }

    /// <summary>The choice of that name in the dialog of a new run.</summary>
    private static ILocator Choice(IPage page, string name) =>
        page.GetByRole(AriaRole.Combobox, new() { Name = name, Exact = true }).And(page.Locator("dialog select"));

    private static async Task MustStayAtAsync(IPage page, string link)
    {
        await page.MustBeSettledAsync();
        string address = await page.AddressAsync();
        foreach (string part in link.Split('?', '&')) Assert.Contains(part, address, StringComparison.Ordinal);
    }

    private async Task MustShowAsync(IPage page)
    {
        await MustStayAtAsync(page, Link);
        byte[][] files = [.. Files(gzip: false).Select(File.ReadAllBytes)];
        var laboratory = new Laboratory();
        laboratory.SetImages("mnist", files[0], files[1], files[2], files[3]);
        laboratory.Start(Run);
        while (!laboratory.Seek(12, 1000).Arrived)
        {
        }

        var outputs = laboratory.Explain(new ExampleRef(ExampleSet.Test, 7)).Layers[^1].A;
        for (int j = 0; j < outputs.Count; j++) await Desktop.MustShowAsync(page.GetByTestId($"output-{j}"), outputs[j], 1e-3);
    }
}
