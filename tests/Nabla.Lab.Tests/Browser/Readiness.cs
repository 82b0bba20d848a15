using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Nabla.Lab.Tests;

/// <summary>Waits for what a visitor waits for; how long is up to <see cref="LabFixture"/>.</summary>
public static partial class Readiness
{
    /// <summary>Waits until the engine has its data and a run stands there.</summary>
    public static Task MustBeReadyAsync(this IPage page) =>
        Assertions.Expect(page.Locator(".readings dd").Nth(1)).ToHaveTextAsync(EpochOfEpochs());

    /// <summary>Waits until the page stands still: no answer, no step and no moment is on its way, so that numbers can be read off.</summary>
    public static Task MustBeSettledAsync(this IPage page) =>
        Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-settled", "yes");

    /// <summary>The address as the page has it; what Playwright knows of it may be older.</summary>
    public static Task<string> AddressAsync(this IPage page) => page.EvaluateAsync<string>("location.href");

    /// <summary>Waits until the page stands still at a step.</summary>
    public static async Task MustStandAtAsync(this IPage page, long step)
    {
        await Assertions.Expect(page.Locator(".readings dd").First).ToHaveTextAsync(step.ToString("N0", CultureInfo.InvariantCulture));
        await page.MustBeSettledAsync();
    }

    // In any language; before, there is no second number.
    [GeneratedRegex(@"\d\D+\d")]
    private static partial Regex EpochOfEpochs();
}
