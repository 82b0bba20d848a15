namespace Nabla.Cli;

/// <summary>Bars that have names, a line each: words have room at the left, and values at the right.</summary>
internal static class BarRows
{
    public static CellCanvas Draw(Chart chart, int width)
    {
        var names = chart.X.Categories!;
        var rows = names
            .SelectMany((name, i) => chart.Series.Select((series, s) => (Name: s == 0 ? name : "", Series: s, Value: ValueAt(series, i)))).ToList();
        var scale = AxisScale.OfY(chart);
        int nameWidth = Math.Min(width / 3, names.Max(name => name.Length)),
            seriesWidth = Math.Min(width / 4, chart.Series.Max(series => series.Name.Length));
        string[] values = [.. rows.Select(row => row.Value is { } value ? Format.Number(value) : "–")];
        int left = nameWidth + (seriesWidth > 0 ? seriesWidth + 1 : 0) + 1,
            room = Math.Max(8, width - left - values.Max(value => value.Length) - 1);
        double zero = scale.IsLogarithmic ? 0 : Math.Clamp(scale.Position(0), 0, 1);
        int start = (int)Math.Round(zero * room);
        var canvas = new CellCanvas(width, rows.Count);
        for (int i = 0; i < rows.Count; i++)
        {
            canvas.Write(0, i, Fit(rows[i].Name, nameWidth));
            canvas.Write(nameWidth + 1, i, Fit(chart.Series[rows[i].Series].Name, seriesWidth), TerminalColors.Faded);
            double end = rows[i].Value is { } value && scale.Position(value) is double place and not double.NaN
                ? Math.Clamp(place, 0, 1) : zero;
            var color = TerminalColors.Series(chart, rows[i].Series);
            int cells = (int)Math.Round(Math.Max(0, zero - end) * room);
            if (end >= zero)
                canvas.Write(left + start, i, Bar.Of((end - zero) * room / Math.Max(1, room - start), Math.Max(1, room - start)), color);
            else canvas.Write(left + start - cells, i, new string('█', cells), color);
            canvas.Write(left + room + 1, i, values[i]);
        }

        return canvas;
    }

    private static double? ValueAt(Series series, int place)
    {
        for (int i = 0; i < Math.Min(series.X.Count, series.Y.Count); i++)
            if (series.X[i] == place && double.IsFinite(series.Y[i])) return series.Y[i];
        return null;
    }

    private static string Fit(string text, int width) => text.Length <= width ? text : width < 2 ? "" : text[..(width - 1)] + "…";
}
