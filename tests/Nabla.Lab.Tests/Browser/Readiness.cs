using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Nabla.Lab.Tests;

/// <summary>Waits for what a visitor waits for.</summary>
public static partial class Readiness
{
    private const int Patience = 60_000;

    /// <summary>Waits until the engine has its data and a run stands there, untrained.</summary>
    public static Task MustBeReadyAsync(this IPage page) =>
        Assertions.Expect(page.Locator(".readings dd").Nth(1)).ToHaveTextAsync(EpochOfEpochs(), new() { Timeout = Patience });

    // In any language; before, there is no second number.
    [GeneratedRegex(@"\d\D+\d")]
    private static partial Regex EpochOfEpochs();
}
