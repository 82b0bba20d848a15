using Spectre.Console.Rendering;

namespace Nabla.Cli;

/// <summary>A table as aligned text. Heads of several words are broken, so that columns stay as narrow as their figures.</summary>
internal static class TableView
{
    private const string Gap = "  ";

    public static void Write(ExperimentTable table, Host host)
    {
        string[] columns = [.. table.Columns.Select(head => head.In(host.Language))];
        string[][] rows = [.. table.Rows.Select(row => row.Select(cell => cell.In(host.Language)).ToArray())];
        int[] widths = [.. columns.Select((head, c) => Math.Max(head.Split(' ').Max(Width), rows.Max(row => Width(row[c]))))];
        string[][] heads = [.. columns.Select((head, c) => Paragraph.Lines(head, widths[c], measure: Width).ToArray())];
        int lines = heads.Max(head => head.Length);
        var page = new Page(host);
        for (int line = 0; line < lines; line++)
        {
            string text = Line(widths, [.. heads.Select(head => line < lines - head.Length ? "" : head[line - lines + head.Length])]);
            page.Line($"[grey]{text}[/]");
        }

        foreach (string[] row in rows) host.Out.WriteLine(Line(widths, row));
    }

    // Names stand at the left, figures at the right.
    private static string Line(int[] widths, IReadOnlyList<string> cells) =>
        string.Join(Gap, cells.Select((cell, c) =>
        {
            string space = new(' ', widths[c] - Width(cell));
            return c == 0 ? cell + space : space + cell;
        })).TrimEnd();

    // A Chinese character is as wide as two letters.
    private static int Width(string text) => new Segment(text).CellCount();
}
