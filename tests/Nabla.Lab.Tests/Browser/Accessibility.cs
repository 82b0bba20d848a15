using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Nabla.Lab.Tests;

/// <summary>What axe-core finds.</summary>
public static class Accessibility
{
    /// <summary>Asserts that the page, as it stands, breaks no rule of axe-core, and says which elements do.</summary>
    public static async Task MustBeAccessibleAsync(this IPage page)
    {
        var found = await page.RunAxe();
        Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.Select(Words)));
    }

    private static string Words(AxeResultItem rule) =>
        $"{rule.Id} ({rule.Impact}): {rule.Help}\n" + string.Join('\n', rule.Nodes.Select(node => $"  {node.Target}  {node.Html}"));
}
