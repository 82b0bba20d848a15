using Spectre.Console;

namespace Nabla.Cli;

/// <summary>Draws a chart in characters, as wide as the terminal.</summary>
internal static class ChartView
{
    private const int LargestWidth = 100;
    private const string Signs = "●■▲◆○□△◇";

    /// <summary>Writes a chart to standard output, in colour where that can show it.</summary>
    public static void Write(Chart chart, Host host)
    {
        int width = Math.Min(host.OutScreen.Width - 1, LargestWidth);
        WriteLine(chart.Title, "bold", host);
        WriteLine(chart.Subtitle, "grey", host);
        bool asRows = chart.X.Categories is { Count: > 0 } && chart.Series.Count > 0
            && chart.Series.All(series => series.Style == SeriesStyle.Bars);
        if (asRows)
        {
            WriteLine(chart.Y.Label, "grey", host);
            WriteCanvas(BarRows.Draw(chart, width), host);
            return;
        }

        WriteLegend(chart, width, host);
        WriteCanvas(new ChartPlot(chart, width, host.OutScreen.HasColor).Draw(), host);
        if (chart.Heights is { } heights) ScaleLine.Write(heights.Kind, heights.Label, heights.Range(), host);
    }

    /// <summary>Saves a chart; a landscape nearly square, so that steps are seen to go straight down its slope.</summary>
    public static void Save(Chart chart, string path) => chart.Save(path, chart.Heights is null ? null : new FigureOptions { Width = 660, Height = 660 });

    /// <summary>The sign that stands for a series where there is no colour.</summary>
    public static char SignOf(Chart chart, int series) =>
        chart.Series[series].Style == SeriesStyle.Bars ? "█▓▒░"[series % 4] : Signs[series % Signs.Length];

    private static void WriteLegend(Chart chart, int width, Host host)
    {
        var entries = chart.Series.Select((series, i) => (Sign: Sample(series, i), series.Name, Index: i)).Where(entry => entry.Name.Length > 0).ToList();
        var line = new List<(string Sign, string Name, int Index)>();
        foreach (var entry in entries)
        {
            if (line.Count > 0 && line.Append(entry).Sum(e => e.Sign.Length + e.Name.Length + 4) > width)
            {
                Flush();
                line.Clear();
            }

            line.Add(entry);
        }

        Flush();

        string Sample(Series series, int i) =>
            host.OutScreen.HasColor && series.Style == SeriesStyle.Bars ? "█" : SignOf(chart, i) + (series.Style == SeriesStyle.Dashed ? " ╌" : "");

        void Flush()
        {
            if (line.Count == 0) return;
            if (!host.OutScreen.HasColor) host.Out.WriteLine(string.Join("   ", line.Select(e => $"{e.Sign} {e.Name}")));
            else SpectreConsole.For(host.Out, host.OutScreen).Line(
                Styled.Join("   ", line.Select(e => (Styled)$"[{TerminalColors.Series(chart, e.Index)}]{e.Sign}[/] {e.Name}")));
        }
    }

    /// <summary>Writes a line in a style where that can be shown; nothing where there are no words.</summary>
    public static void WriteLine(string? text, string style, Host host)
    {
        if (string.IsNullOrEmpty(text)) return;
        if (host.OutScreen.HasColor) SpectreConsole.For(host.Out, host.OutScreen).Line($"[{style}]{text}[/]");
        else host.Out.WriteLine(text);
    }

    private static void WriteCanvas(CellCanvas canvas, Host host)
    {
        if (host.OutScreen.HasColor) SpectreConsole.For(host.Out, host.OutScreen).Write(canvas);
        else foreach (string line in canvas.Lines()) host.Out.WriteLine(line);
    }
}
