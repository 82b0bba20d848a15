using Microsoft.Playwright;

namespace Nabla.Lab.Tests;

/// <summary>
/// Each chapter with a trained network. <c>NABLA_WRITE_PICTURES=1</c> makes the README's pictures of them anew.
/// </summary>
[Collection(LabCollection.Name)]
public sealed class PicturesTests(LabFixture lab)
{
    private const int Step = 4000;
    private const string Run = "nabla:1/data=digits/train-examples=8000/test-examples=2000/seed=1";

    [BrowserTheory]
    [InlineData("structure", "example=test:3&neuron=2.5&input=3")]
    [InlineData("cost", "example=test:3")]
    [InlineData("training", "example=test:3")]
    [InlineData("nudges", "example=test:3&neuron=2.5")]
    [InlineData("chain", "example=test:3&chain.part=equations")]
    public Task A_chapter_comes_to_rest(string chapter, string shown) => lab.VisitAsync(View.Desk, $"#/{chapter}?run={Run}&step={Step}&{shown}", async page =>
    {
        await page.MustStandAtAsync(Step);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("the next judgement is on its way")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("progress")).ToHaveCountAsync(0);
        if (Environment.GetEnvironmentVariable("NABLA_WRITE_PICTURES") == "1") await LabFixture.TakePictureAsync(page, View.Desk.Width, Picture(chapter));
    });

    private static string Picture(string chapter)
    {
        string folder = AppContext.BaseDirectory;
        while (!Clone.IsIn(folder)) folder = Path.GetDirectoryName(folder)!;
        return Path.Combine(folder, "docs", "images", $"lab-{chapter}.png");
    }
}
