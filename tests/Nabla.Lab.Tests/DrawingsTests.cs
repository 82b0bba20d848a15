using Microsoft.Playwright;
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
    public Task A_network_that_learned_MNIST_in_the_page_reads_drawings() => lab.VisitAsync(View.Desk, "#/structure?run=nabla:1/data=mnist/seed=1&step=30000&example=test:0&lang=en", async page =>
    {
        await page.MustStandAtAsync(30_000);
        string[][] drawings = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "drawings.tsv")).Skip(1).Select(line => line.Split('\t'))];
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
}

/// <summary>A test of the page that needs MNIST itself.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserMnistFactAttribute : FactAttribute
{
    public BrowserMnistFactAttribute() => Skip = Chromium.Missing
        ?? (Mnist.TryFind(out _) ? null : "MNIST is not on this machine: set NABLA_DATA to a folder that has it in a folder 'mnist'.");
}
