using Microsoft.Playwright;
using Nabla.Lab.Tests.Chapters;
using Xunit.Abstractions;

namespace Nabla.Lab.Tests;

/// <summary>
/// Sixty drawings in drawings.tsv, strokes as the address carries them: thirty digits drawn for this test, three ways of each, every one placed
/// on the pad twice: in the middle or off it, small or large, thin or thick, upright or slanted, with a trembling hand.
/// </summary>
[Collection(LabCollection.Name)]
public sealed class DrawingsTests(LabFixture lab, ITestOutputHelper output)
{
    [BrowserMnistFact]
    public Task A_network_that_learned_MNIST_in_the_page_reads_drawings() => lab.VisitAsync(
        View.Desk, "#/structure?run=nabla:1/data=mnist/seed=1&step=30000&example=test:0&lang=en", async page =>
    {
        await page.MustStandAtAsync(30_000);
        string[][] drawings = Recorded();
        int right = 0;
        foreach (string[] drawing in drawings)
        {
            var (digit, pen, how, strokes) = (drawing[0], drawing[1], drawing[2], drawing[3]);
            await page.EvaluateAsync("example => { location.hash = location.hash.replace(/example=[^&]*/, `example=${example}`); }", $"drawing:{strokes}:{digit}::{pen}");

            // Each drawing is of another digit than the one before.
            var said = page.GetByTestId("example-words").Locator("b");
            await Assertions.Expect(said.First).ToHaveTextAsync(digit);
            string seen = await said.Nth(1).InnerTextAsync();
            if (seen == digit) right++;
            else output.WriteLine($"{digit}, {how}, {pen} pen: read as {seen}");
        }

        output.WriteLine($"{right} of {drawings.Length} drawings are read right");
        Assert.True(drawings.Length >= 50);
        Assert.InRange((double)right / drawings.Length, 0.9, 1);
    });

    // Where a pointer is, is known to a pixel, and the pad leaves out what is nearer to the point before than this.
    private const double PadSize = 511;
    private const double PadStep = 8;

    [BrowserTheory]
    [InlineData(1440)]
    [InlineData(1024)]
    public Task A_drawing_by_mouse_has_the_strokes_that_were_drawn_and_is_read_by_them(int width) => lab.VisitAsync(
        View.Desk with { Width = width }, $"#/structure?{Desktop.Query}", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        string[] recorded = Recorded().First(drawing => drawing[3].Contains('.', StringComparison.Ordinal) && drawing[1] == "medium");
        var strokes = Decode(recorded[3]);
        var canvas = page.Locator("[role=application] canvas");
        await canvas.ScrollIntoViewIfNeededAsync();
        var box = (await canvas.BoundingBoxAsync())!;
        double scroll = await page.EvaluateAsync<double>("scrollY"), pixel = PadSize / box.Width;
        foreach (var stroke in strokes)
            await page.Mouse.DrawAsync(stroke.Select(point => (box.X + (box.Width * point.X / PadSize), box.Y + (box.Height * point.Y / PadSize))));
        await page.WaitForURLAsync("**example=drawing:**");
        await page.MustBeSettledAsync();
        Assert.Equal(scroll, await page.EvaluateAsync<double>("scrollY"));

        string text = (await page.AddressAsync()).Split("example=drawing:")[1].Split(':', '&')[0];
        var drawn = Decode(text);
        Assert.Equal(strokes.Count, drawn.Count);
        foreach (var (stroke, other) in strokes.Zip(drawn))
        {
            Assert.All(other, point => Assert.InRange(stroke.Min(one => Distance(one, point)), 0, 1.5 * pixel));
            Assert.All(stroke, point => Assert.InRange(other.Min(one => Distance(one, point)), 0, PadStep + (1.5 * pixel)));
        }

        // Inked, normalised and fed forward once more, from the address alone.
        byte[] image = new byte[ImageNormalizer.Size * ImageNormalizer.Size];
        Assert.True(ImageNormalizer.Normalize(Ink(drawn), Raster, Raster, image));
        var read = new Reference(Reference.AtDesktop.Network, new Example([.. image.Select(ink => ink / 255f)], new float[10], 0));
        for (int digit = 0; digit < 10; digit++) await Desktop.MustShowAsync(page.GetByTestId($"output-{digit}"), read.A[^1][digit], 1e-3);
    });

    [BrowserFact]
    public Task A_finger_draws_and_the_page_stays_where_it_is() => lab.VisitAsync(View.Phone, $"#/structure?{Desktop.Query}", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        var strokes = Decode(Recorded().First(drawing => drawing[3].Contains('.', StringComparison.Ordinal))[3]);
        var canvas = page.Locator("[role=application] canvas");
        await canvas.ScrollIntoViewIfNeededAsync();
        var box = (await canvas.BoundingBoxAsync())!;
        double scroll = await page.EvaluateAsync<double>("scrollY");
        foreach (var stroke in strokes)
            await page.SwipeAsync(stroke.Select(point => (box.X + (box.Width * point.X / PadSize), box.Y + (box.Height * point.Y / PadSize))));
        await page.WaitForURLAsync("**example=drawing:**");
        await page.MustBeSettledAsync();
        Assert.Equal(scroll, await page.EvaluateAsync<double>("scrollY"));
        Assert.Equal(strokes.Count, Decode((await page.AddressAsync()).Split("example=drawing:")[1].Split(':', '&')[0]).Count);
        await Assertions.Expect(page.GetByTestId("example-words")).ToContainTextAsync("the network says");
    });

    [BrowserTheory]
    [InlineData(390, "en")]
    [InlineData(390, "zh")]
    [InlineData(820, "en")]
    [InlineData(1024, "en")]
    [InlineData(1024, "zh")]
    [InlineData(1440, "en")]
    public Task The_pad_stays_where_it_is_while_it_is_drawn_on(int width, string language) => lab.VisitAsync(
        View.Desk with { Width = width, Language = language }, $"#/structure?{Desktop.Query}", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        var canvas = page.Locator("[role=application] canvas");
        await canvas.ScrollIntoViewIfNeededAsync();
        var box = (await canvas.BoundingBoxAsync())!;
        for (int strokes = 1; strokes <= 3; strokes++)
        {
            double x = box.X + (box.Width * strokes / 4), y = box.Y + (box.Height * 0.3);
            await page.Mouse.DrawAsync([(x, y), (x, y + (box.Height * 0.2)), (x, y + (box.Height * 0.4))]);
            await page.WaitForURLAsync("**example=drawing:**");
            await page.MustBeSettledAsync();
            var now = (await canvas.BoundingBoxAsync())!;
            Assert.Equal((box.X, box.Y, box.Width), (now.X, now.Y, now.Width));
        }

        // Nor when all is taken away again.
        await page.GetByRole(AriaRole.Button, new() { Name = language == "en" ? "Clear" : "清空", Exact = true }).ClickAsync();
        await page.MustBeSettledAsync();
        Assert.Equal(box.Y, (await canvas.BoundingBoxAsync())!.Y);
    });

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public Task How_it_is_normalised_is_said_at_once_and_shown_as_a_movement_where_things_may_move(bool motion) => lab.VisitAsync(
        View.Desk with { Motion = motion }, $"#/structure?{Desktop.Query}", async page =>
    {
        await Desktop.MustBeThereAsync(page);

        // A small one in a corner, straight down, as high as a quarter of the pad.
        var canvas = page.Locator("[role=application] canvas");
        await canvas.ScrollIntoViewIfNeededAsync();
        var box = (await canvas.BoundingBoxAsync())!;
        await page.Mouse.DrawAsync(Enumerable.Range(0, 9).Select(i => (box.X + (box.Width * 0.2), box.Y + (box.Height * (0.1 + (i * 0.25 / 8))))));
        var shown = page.GetByTestId("normalisation");
        await Assertions.Expect(shown)
            .ToContainTextAsync(new System.Text.RegularExpressions.Regex(@"Size × [12]\.\d; its centre of mass moves → [89]\.\d and ↓ [789]\.\d pixels\."));
        await page.MustBeSettledAsync();
        if (motion)
        {
            await Assertions.Expect(shown).ToHaveAttributeAsync("data-movements", "1");
            await Assertions.Expect(shown).ToHaveAttributeAsync("data-moving", "false");
        }

        await Assertions.Expect(shown.Locator(".drawn")).ToHaveCountAsync(0);
        Assert.Equal(motion ? "1" : "0", await shown.GetAttributeAsync("data-movements"));
    });

    private static string[][] Recorded() => [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "drawings.tsv")).Skip(1).Select(line => line.Split('\t'))];

    // The side of the picture that the pen inks, and the radius of the medium pen in it.
    private const int Raster = 112;
    private const double Pen = 5.6;

    private static byte[] Ink(List<List<(int X, int Y)>> strokes)
    {
        byte[] pixels = new byte[Raster * Raster];
        foreach (var stroke in strokes)
        {
            for (int i = 0; i < stroke.Count; i++)
            {
                var (from, to) = (stroke[Math.Max(0, i - 1)], stroke[i]);
                double ax = from.X / PadSize * Raster, ay = from.Y / PadSize * Raster, dx = (to.X / PadSize * Raster) - ax, dy = (to.Y / PadSize * Raster) - ay;
                for (int at = 0; at < pixels.Length; at++)
                {
                    double x = (at % Raster) + 0.5 - ax, y = (at / Raster) + 0.5 - ay, length = (dx * dx) + (dy * dy);
                    double along = length == 0 ? 0 : Math.Clamp(((x * dx) + (y * dy)) / length, 0, 1);
                    double ink = Math.Clamp(Pen + 0.5 - Math.Sqrt(Math.Pow(x - (along * dx), 2) + Math.Pow(y - (along * dy), 2)), 0, 1);
                    pixels[at] = Math.Max(pixels[at], (byte)Math.Round(255 * ink, MidpointRounding.AwayFromZero));
                }
            }
        }

        return pixels;
    }

    private static double Distance((int X, int Y) one, (int X, int Y) other) => Math.Sqrt(Math.Pow(one.X - other.X, 2) + Math.Pow(one.Y - other.Y, 2));

    // Three letters a point, nine bits a coordinate, and a full stop between strokes.
    private static List<List<(int X, int Y)>> Decode(string text)
    {
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return [.. text.Split('.').Select(stroke => stroke.Chunk(3)
            .Select(three => three.Aggregate(0, (number, letter) => (number << 6) | Letters.IndexOf(letter, StringComparison.Ordinal)))
            .Select(number => (number >> 9, number & 511)).ToList())];
    }
}

/// <summary>A test of the page that needs MNIST itself.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserMnistFactAttribute : FactAttribute
{
    public BrowserMnistFactAttribute() => Skip = Chromium.Missing
        ?? (Mnist.TryFind(out _) ? null : "MNIST is not on this machine: set NABLA_DATA to a folder that has it in a folder 'mnist'.");
}
