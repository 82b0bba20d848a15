using Microsoft.Playwright;

namespace Nabla.Lab.Tests;

/// <summary>Draws as a finger does: the browser itself hears of it, and decides whether it scrolls the page.</summary>
internal static class Finger
{
    /// <summary>Puts a finger down at the first point, goes through all others and lifts it at the last.</summary>
    public static async Task SwipeAsync(this IPage page, IEnumerable<(double X, double Y)> points)
    {
        var browser = await page.Context.NewCDPSessionAsync(page);
        string kind = "touchStart";
        foreach (var (x, y) in points)
        {
            await TouchAsync(kind, [new { x, y }]);
            kind = "touchMove";
        }

        await TouchAsync("touchEnd", []);
        await browser.DetachAsync();

        Task TouchAsync(string type, object[] touched) =>
            browser.SendAsync("Input.dispatchTouchEvent", new Dictionary<string, object> { ["type"] = type, ["touchPoints"] = touched });
    }
}
