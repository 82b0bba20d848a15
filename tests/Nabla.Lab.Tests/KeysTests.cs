using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Nabla.Lab.Tests.Chapters;

namespace Nabla.Lab.Tests;

/// <summary>Training by single keys, and how fast it goes.</summary>
[Collection(LabCollection.Name)]
public sealed class KeysTests(LabFixture lab)
{
    private static readonly string Place = $"#/structure?{Desktop.Moment}&example=test:3&neuron=1.4&input=bias";

    [BrowserFact]
    public Task Full_stop_and_comma_go_a_mini_batch_on_and_back_and_K_and_space_train_and_pause() => lab.VisitAsync(View.Desk, Place, async page =>
    {
        await Desktop.MustBeThereAsync(page);
        await page.Keyboard.PressAsync(".");
        await page.MustStandAtAsync(Desktop.Step + 1);
        await page.Keyboard.PressAsync(",");
        await page.MustStandAtAsync(Desktop.Step);
        foreach (string key in new[] { "k", " " })
        {
            await page.Keyboard.PressAsync(key);
            await Assertions.Expect(PauseButton(page)).ToBeVisibleAsync();
            await page.Keyboard.PressAsync(key);
            await Assertions.Expect(PauseButton(page)).ToHaveCountAsync(0);
        }
    });

    [BrowserFact]
    public Task A_field_that_is_edited_and_a_button_that_has_the_focus_keep_their_keys() => lab.VisitAsync(View.Desk, Place, async page =>
    {
        await Desktop.MustBeThereAsync(page);
        var field = page.Locator(".editor input[type=number]");
        await field.FocusAsync();
        foreach (string key in new[] { "k", ".", ",", "?" }) await page.Keyboard.PressAsync(key);
        await page.MustStandAtAsync(Desktop.Step);
        await Assertions.Expect(page.GetByTestId("keys")).ToBeHiddenAsync();
        await Assertions.Expect(PauseButton(page)).ToHaveCountAsync(0);

        // The space bar presses what has the focus: the button beside the inspector's name, not training.
        await page.GetByRole(AriaRole.Button, new() { Name = "Next neuron" }).FocusAsync();
        await page.Keyboard.PressAsync(" ");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("neuron=1\\.5"));
        await Assertions.Expect(PauseButton(page)).ToHaveCountAsync(0);
    });

    [BrowserFact]
    public Task A_question_mark_lists_the_keys_and_they_can_be_switched_off() => lab.VisitAsync(View.Desk, Place, async page =>
    {
        await Desktop.MustBeThereAsync(page);
        await page.Keyboard.PressAsync("?");
        var list = page.GetByTestId("keys");
        foreach (string words in new[] { "Train or pause", "One mini-batch on", "One mini-batch back" }) await Assertions.Expect(list).ToContainTextAsync(words);
        await page.MustBeAccessibleAsync();
        await list.GetByRole(AriaRole.Checkbox).UncheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(list).ToBeHiddenAsync();
        await page.Keyboard.PressAsync(".");
        await page.MustStandAtAsync(Desktop.Step);
        await page.ReloadAsync();
        await Desktop.MustBeThereAsync(page);
        await page.Keyboard.PressAsync(".");
        await page.MustStandAtAsync(Desktop.Step);
    });

    [BrowserFact]
    public Task Its_speed_is_said_in_steps_a_second_and_each_of_them_is_shown() => lab.VisitAsync(View.Desk, $"#/structure?{Desktop.Moment}", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        var speed = page.GetByRole(AriaRole.Combobox, new() { Name = "Speed" });
        await Assertions.Expect(speed.Locator("option")).ToHaveTextAsync(["Full speed", "30 steps a second", "10 steps a second", "2 steps a second"]);
        await speed.SelectOptionAsync("10 steps a second");
        await page.EvaluateAsync("""
            () => {
                const step = document.querySelector('.readings dd');
                globalThis.steps = [];
                new MutationObserver(() => steps.push(Number(step.textContent))).observe(step, { characterData: true, childList: true, subtree: true });
            }
            """);
        await page.Keyboard.PressAsync("k");
        await page.WaitForFunctionAsync("() => steps.length >= 5");
        await page.Keyboard.PressAsync("k");
        await page.MustBeSettledAsync();
        int[] steps = await page.EvaluateAsync<int[]>("() => steps");
        Assert.Equal(Enumerable.Range((int)Desktop.Step + 1, steps.Length), steps);
    });

    private static ILocator PauseButton(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Pause" });
}
