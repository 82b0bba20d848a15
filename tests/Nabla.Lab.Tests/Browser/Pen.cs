using Microsoft.Playwright;

namespace Nabla.Lab.Tests;

/// <summary>Draws as a hand does, with the mouse.</summary>
internal static class Pen
{
    /// <summary>Puts the pen down at the first point, goes through all others and lifts it at the last.</summary>
    public static async Task DrawAsync(this IMouse mouse, IEnumerable<(double X, double Y)> points)
    {
        var all = points.ToList();
        await mouse.MoveAsync((float)all[0].X, (float)all[0].Y);
        await mouse.DownAsync();
        foreach (var (x, y) in all.Skip(1)) await mouse.MoveAsync((float)x, (float)y);
        await mouse.UpAsync();
    }
}
