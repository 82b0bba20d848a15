namespace Nabla.Charts;

/// <summary>Small shapes at the points of a series, so that it is known without its colour too.</summary>
internal static class Markers
{
    /// <summary>Draws the shape of a series at each place, with a rim that sets it off;
    /// rims first, so that no shape hides another.</summary>
    public static void Paint(ICanvas canvas, int series, IReadOnlyList<Point> places, double radius, RgbColor color, RgbColor rim)
    {
        foreach (var at in places) Paint(canvas, series, at, radius + 1, rim);
        foreach (var at in places) Paint(canvas, series, at, radius, color);
    }

    private static void Paint(ICanvas canvas, int series, Point at, double radius, RgbColor color)
    {
        double s = radius * 0.9, t = radius * 1.25;
        switch (series % 4)
        {
            case 0: canvas.Lines([[at]], new Pen(color, 2 * radius)); break;
            case 1: canvas.Rectangle(new Area(at.X - s, at.Y - s, at.X + s, at.Y + s), color); break;
            case 2: canvas.Polygon([at.Plus(0, -t), at.Plus(t, 0.8 * t), at.Plus(-t, 0.8 * t)], color); break;
            default: canvas.Polygon([at.Plus(0, -t), at.Plus(t, 0), at.Plus(0, t), at.Plus(-t, 0)], color); break;
        }
    }
}
