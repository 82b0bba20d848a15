using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Nabla.Lab.Tests.Chapters;

namespace Nabla.Lab.Tests;

/// <summary>What the page says, as it is seen, in both languages.</summary>
[Collection(LabCollection.Name)]
public sealed partial class WordsTests(LabFixture lab)
{
    private static readonly View Chinese = View.Desk with { Language = "zh" };

    [BrowserTheory]
    [InlineData("en", "1 · Structure", "Next: 2 Cost", "Next: 3 Descent", "Once more: 1 Structure")]
    [InlineData("zh", "1 · 结构", "下一章：2 代价", "下一章：3 下降", "再走一遍：1 结构")]
    public Task Chapters_are_numbered_and_each_ends_with_the_next(string language, string first, string second, string third, string again) =>
        lab.VisitAsync(language == "zh" ? Chinese : View.Desk, "#/structure", async page =>
        {
            await page.MustBeReadyAsync();
            await Assertions.Expect(page.Locator("hgroup p")).ToHaveTextAsync(first);
            await Assertions.Expect(page).ToHaveTitleAsync($"{first} – Nabla");
            foreach (string next in new[] { second, third })
            {
                var link = page.GetByRole(AriaRole.Link, new() { Name = next });
                await link.ClickAsync();
                await Assertions.Expect(page.Locator("hgroup p")).ToHaveTextAsync(next[(next.IndexOfAny([':', '：']) + 1)..].Trim().Replace(" ", " · ", StringComparison.Ordinal));
                Assert.Equal(0, await page.EvaluateAsync<double>("scrollY"));
            }

            await page.GotoAsync(new Uri(lab.Address, $"#/challenges?lang={language}").AbsoluteUri);
            await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = again })).ToBeVisibleAsync();
        });

    [BrowserTheory]
    [InlineData("en", "Gradient descent", "梯度下降")]
    [InlineData("zh", "梯度下降", "Gradient descent")]
    public Task A_term_opens_what_it_means_by_mouse_and_keyboard(string language, string word, string other) =>
        lab.VisitAsync(language == "zh" ? Chinese : View.Desk, "#/training", async page =>
        {
            await page.MustBeReadyAsync();
            var term = page.Locator("main .term").First;
            var card = page.Locator("[popover]:popover-open");
            await Assertions.Expect(term).ToHaveTextAsync(word);
            await term.ClickAsync();
            await Assertions.Expect(card).ToContainTextAsync(other);
            await page.MustBeAccessibleAsync();
            await page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(card).ToHaveCountAsync(0);
            await page.Mouse.MoveAsync(0, 0);
            await term.HoverAsync();
            await Assertions.Expect(card).ToContainTextAsync(other);
            await page.Mouse.MoveAsync(0, 0);
            await Assertions.Expect(card).ToHaveCountAsync(0);
            await term.PressAsync("Enter");
            await Assertions.Expect(card).ToContainTextAsync(other);
        });

    [BrowserTheory]
    [InlineData("en", "Glossary", "Confusion matrix")]
    [InlineData("zh", "术语表", "混淆矩阵")]
    public Task The_glossary_has_every_term_and_links_that_ask_nothing_before_they_are_pressed(string language, string title, string term) =>
        lab.VisitAsync(language == "zh" ? Chinese : View.Desk, "#/cost", async page =>
        {
            await page.MustBeReadyAsync();
            await page.Keyboard.PressAsync("g");
            var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = title });
            await page.MustBeAccessibleAsync();
            await Assertions.Expect(dialog.Locator("a[target=_blank]:not([rel='noopener noreferrer'])")).ToHaveCountAsync(0);
            await Assertions.Expect(dialog.Locator("a[href*='3blue1brown.com']")).ToBeVisibleAsync();
            await Assertions.Expect(dialog.Locator("a[href*='neuralnetworksanddeeplearning.com']")).ToBeVisibleAsync();
            await dialog.GetByRole(AriaRole.Searchbox).FillAsync(term);
            await Assertions.Expect(dialog.Locator("li strong")).ToHaveTextAsync([term]);
            await page.Keyboard.PressAsync("Escape");
            await page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(dialog).ToHaveCountAsync(0);
        });

    [BrowserTheory]
    [InlineData("structure")]
    [InlineData("cost")]
    [InlineData("descent")]
    [InlineData("training")]
    [InlineData("inside")]
    [InlineData("nudges")]
    [InlineData("chain")]
    [InlineData("plane")]
    [InlineData("backwards")]
    [InlineData("challenges")]
    public Task In_Chinese_no_English_sentence_is_left_and_nothing_is_bright_or_dark(string chapter) =>
        lab.VisitAsync(Chinese, $"#/{chapter}?{Desktop.More}", async page =>
        {
            await page.MustBeReadyAsync();
            await page.MustBeSettledAsync();
            string seen = await page.Locator("body").InnerTextAsync();
            Assert.DoesNotMatch(EnglishWords(), seen);
            Assert.DoesNotMatch("微调|您|讲座|评判|最亮|暗的", seen);
        });

    [BrowserFact]
    public Task A_learning_rate_of_0_is_refused_in_Chinese_in_the_form() => lab.VisitAsync(Chinese, "#/cost", async page =>
    {
        await page.MustBeReadyAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "新的训练" }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "学习率 η" }).FillAsync("0");
        await Assertions.Expect(page.Locator("dialog[open] [role=alert]")).ToHaveTextAsync("学习率（learning-rate）不能是“0”（见设置）：应为正数。");
    });

    // Names of people and programs, what is typed at a terminal, and units are the same everywhere.
    [GeneratedRegex(@"(?!Nabla lab|nabla experiment)\b[A-Za-z]{3,} [a-z]{2,} [a-z]{2,}\b")]
    private static partial Regex EnglishWords();
}
