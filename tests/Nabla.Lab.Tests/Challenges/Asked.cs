using System.Globalization;
using Microsoft.Playwright;
using Nabla.Browser;
using Nabla.Lab.Tests.Chapters;

namespace Nabla.Lab.Tests.Challenges;

/// <summary>A question that the page asks, what the engine on this machine says of it, and a hand that answers it.</summary>
internal sealed class Asked
{
    private readonly ILocator _place;
    private readonly ExampleRef _example;
    private readonly Desktop _desktop;

    private Asked(ILocator place, Desktop desktop, string name, int seed, ExampleRef example)
    {
        (_place, _desktop, _example, Seed) = (place, desktop, example, seed);
        Entry = Laboratory.Challenges().Single(entry => entry.Name == name);
        Question = desktop.Laboratory.PoseChallenge(name, example, seed)!;
        Answer = Judge([.. Enumerable.Repeat(0.0, Question.Axes?.Points ?? 1)]).Answer;
    }

    public ChallengeEntry Entry { get; }

    public ChallengeQuestion Question { get; }

    public int Seed { get; }

    public IReadOnlyList<double> Answer { get; }

    /// <summary>The question that stands in a card or a test.</summary>
    public static async Task<Asked> InAsync(ILocator place, Desktop desktop, ExampleRef? example = null)
    {
        await Assertions.Expect(place.GetByTestId("challenge-ask")).ToBeVisibleAsync();
        await place.Page.MustBeSettledAsync();
        string name = (await place.GetAttributeAsync("data-name"))!;
        int seed = int.Parse((await place.GetAttributeAsync("data-seed"))!, CultureInfo.InvariantCulture);
        example ??= new ExampleRef(ExampleSet.Test, int.Parse(await place.GetAttributeAsync("data-example") ?? "3", CultureInfo.InvariantCulture));
        return new Asked(place, desktop, name, seed, example);
    }

    public Verdict Judge(IReadOnlyList<double> guess) => Desktop.Finish(() => _desktop.Laboratory.JudgeChallenge(Entry.Name, _example, Seed, guess, 1000));

    /// <summary>The words of the question name the numbers that the engine gives.</summary>
    public async Task MustNameItsNumbersAsync()
    {
        string words = (await _place.GetByTestId("challenge-ask").InnerTextAsync()).Replace("\u2212", "-", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        Assert.DoesNotContain("{", words, StringComparison.Ordinal);
        Assert.DoesNotContain("challenge.", words, StringComparison.Ordinal);
        if (Entry.Name == "slope-of-activation")
            Assert.All(Question.Values.Values, value => Assert.Contains(value.ToString("0.######", CultureInfo.InvariantCulture), words, StringComparison.Ordinal));
    }

    /// <summary>Answers as the form wants it: writes, chooses, points or draws.</summary>
    /// <param name="guess">The answer.</param>
    /// <param name="write">How a number is written.</param>
    public async Task AnswerAsync(IReadOnlyList<double> guess, Func<double, string>? write = null)
    {
        switch (Entry.Form)
        {
            case ChallengeForm.Number:
                await _place.GetByRole(AriaRole.Textbox).FillAsync(write is null ? guess[0].ToString("R", CultureInfo.InvariantCulture) : write(guess[0]));
                break;
            case ChallengeForm.Choice or ChallengeForm.Neuron:
                await _place.Locator($"input[type=radio][value='{(int)guess[0]}']").CheckAsync(new() { Force = true });
                break;
            default:
                await DrawAsync(guess);
                break;
        }
    }

    private async Task DrawAsync(IReadOnlyList<double> heights)
    {
        var pad = _place.GetByTestId("curve-pad");
        await pad.ScrollIntoViewIfNeededAsync();
        var (box, grid) = ((await pad.BoundingBoxAsync())!, (await pad.Locator("line").First.BoundingBoxAsync())!);
        // The plot lies between the axes: its sides are those of the grid's lines, its ends the axes' own margins.
        double top = box.Y + 10, bottom = box.Y + box.Height - 34;
        var axes = Question.Axes!;
        for (int i = 0; i < heights.Count; i++)
        {
            double x = grid.X + grid.Width * i / (heights.Count - 1), part = (Math.Clamp(heights[i], axes.FromY, axes.ToY) - axes.FromY) / (axes.ToY - axes.FromY);
            await pad.Page.Mouse.MoveAsync((float)x, (float)(bottom - (bottom - top) * part));
            if (i == 0) await pad.Page.Mouse.DownAsync();
        }

        await pad.Page.Mouse.UpAsync();
    }
}
