using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Nabla.Lab.Tests;

/// <summary>What axe-core finds.</summary>
public static class Accessibility
{
    // To list what is in order, too, takes axe longer than to find what is not.
    private static readonly AxeRunOptions Options = new() { ResultTypes = [ResultType.Violations] };

    /// <summary>Asserts that the page, as it stands, breaks no rule of axe-core, and says which elements do.</summary>
    public static async Task MustBeAccessibleAsync(this IPage page)
    {
        var found = await page.RunAxe(Options);
        Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.Select(Words)));
    }

    /// <summary>That, and that nothing is wider than the window.</summary>
    public static async Task MustFitAsync(this IPage page)
    {
        await page.MustBeAccessibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page is wider than the window.");
    }

    private static string Words(AxeResultItem rule) =>
        $"{rule.Id} ({rule.Impact}): {rule.Help}\n" + string.Join('\n', rule.Nodes.Select(node => $"  {node.Target}  {node.Html}"));
}
