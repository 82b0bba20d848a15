namespace Nabla.Charts;

/// <summary>Draws the marks of a chart, with each word where it hides least.</summary>
internal sealed class MarkPainter(ICanvas canvas, Chart chart, Palette palette, Area plot, Func<double, double, Point> place)
{
    private const double TextSize = 12, Radius = 3.4;

    public void Paint()
    {
        var marks = chart.Marks.Select(mark => (At: place(mark.X, mark.Y), mark.Text)).Where(mark => plot.Contains(mark.At)).ToList();
        var taken = marks.Select(mark => Around(mark.At, Radius + 1)).ToList();
        var curves = chart.Series.Where(series => series.Style != SeriesStyle.Bars)
            .SelectMany(series => Along(series.X.Zip(series.Y, place))).ToList();
        foreach (var (at, _) in marks)
        {
            canvas.Lines([[at]], new Pen(palette.Paper, 2 * Radius + 2.4));
            canvas.Lines([[at]], new Pen(palette.Ink, 2 * Radius));
            canvas.Lines([[at]], new Pen(palette.Paper, Radius));
        }

        foreach (var (at, text) in marks)
        {
            double width = StrokeFont.Width(text, TextSize);
            var best = Places(at, width).MinBy(box => Hindrance(box, taken, curves));
            taken.Add(best);
            canvas.Text(text, new Point(best.Left, best.Bottom - 3), new TextStyle(palette.Ink, TextSize) { Halo = palette.Paper });
        }
    }

    private static Area Around(Point at, double radius) => new(at.X - radius, at.Y - radius, at.X + radius, at.Y + radius);

    private static IEnumerable<Area> Places(Point at, double width)
    {
        const double height = TextSize + 2, away = Radius + 4;
        foreach (var (x, y) in new[] { (1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1) })
        {
            // Slanting, nearer; so the word is about as far from the point in all directions.
            double near = x != 0 && y != 0 ? away * 0.6 : away;
            double left = x > 0 ? at.X + near : x < 0 ? at.X - near - width : at.X - width / 2;
            double top = y > 0 ? at.Y + near : y < 0 ? at.Y - near - height : at.Y - height / 2;
            yield return new Area(left, top, left + width, top + height);
        }
    }

    private double Hindrance(Area box, List<Area> taken, List<Point> curves) =>
        (plot.Contains(new Point(box.Left, box.Top)) && plot.Contains(new Point(box.Right, box.Bottom)) ? 0 : 1e6)
        + 1e3 * taken.Count(box.Meets) + curves.Count(box.Contains);

    /// <summary>Points along the curves, close enough that no word lies on a line unseen.</summary>
    private IEnumerable<Point> Along(IEnumerable<Point> points)
    {
        foreach (var line in LineClip.Within(plot, points))
        {
            for (int i = 1; i < line.Count; i++)
            {
                var (a, b) = (line[i - 1], line[i]);
                int pieces = 1 + (int)(Math.Max(Math.Abs(b.X - a.X), Math.Abs(b.Y - a.Y)) / 4);
                for (int p = 0; p < pieces; p++) yield return a.Plus((b.X - a.X) * p / pieces, (b.Y - a.Y) * p / pieces);
            }
        }
    }
}
