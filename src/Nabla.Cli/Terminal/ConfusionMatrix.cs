using Spectre.Console;
using Spectre.Console.Rendering;

namespace Nabla.Cli;

/// <summary>How often each class was taken for each: a row a class, a column a prediction.</summary>
internal static class ConfusionMatrix
{
    private const int MostClasses = 20;
    private const int LongestName = 12;

    // Of the table for a terminal: before its first and its last column, that last one, and a part of a hundred.
    private const int Gap = 2, RightWidth = 7, PartWidth = 3;
    private const string Title = "what it is ↓  what was read →";

    /// <summary>As aligned text.</summary>
    public static IEnumerable<string> Lines(EvaluationReport report)
    {
        int classes = report.Model.Network.Outputs;
        if (classes > MostClasses) return PairLines(report);
        string[] names = [.. Enumerable.Range(0, classes).Select(label => Name(report, label))];
        int longest = names.Max(name => name.Length), head = Math.Max(4, longest + 2);
        int width = Math.Max(Math.Max(3, longest), Cells(report).Max(count => Format.Count(count).Length)) + 1;
        return Enumerable.Range(0, classes)
            .Select(label => $"{names[label].PadLeft(head)}{Join(report.RowOf(label).Select(Count))}  {ClassAccuracy(report, label),7}")
            .Prepend($"{new string(' ', head)}{Join(names)}    right")
            .Prepend($"Confusion ({Title}):");

        static string Count(int count) => count == 0 ? "." : Format.Count(count);

        string Join(IEnumerable<string> cells) => string.Concat(cells.Select(cell => cell.PadLeft(width)));
    }

    /// <summary>As a table for a terminal: of counts; where these are too wide, of parts of a hundred; where those are too, in words.</summary>
    public static IRenderable Table(EvaluationReport report, Screen screen)
    {
        int classes = report.Model.Network.Outputs;
        int longest = classes > MostClasses ? 0 : Enumerable.Range(0, classes).Max(label => Name(report, label).Length);
        int head = Math.Max(3, longest), cell = Math.Max(longest + 1, CellWidth(report));
        if (classes <= MostClasses && Gap + head + classes * cell + Gap + RightWidth <= screen.Width)
            return Table(report, screen, head, cell, Gap, Title, Format.Count, isFull: true);
        if (classes <= MostClasses && head + classes * Math.Max(longest, PartWidth) <= screen.Width)
            return Table(report, screen, head, Math.Max(longest, PartWidth), 0, $"% of what it is ↓ read as →", null, isFull: false);
        return new Rows(PairLines(report).Select(line => new Text(line)));
    }

    // Without a way to write a count, a cell is its part of the row in per cent, and the diagonal says what is right.
    private static Rows Table(EvaluationReport report, Screen screen, int head, int cell, int gap, string title, Func<long, string>? write, bool isFull)
    {
        int classes = report.Model.Network.Outputs;
        var table = new Grid();
        string[] names = [.. Enumerable.Range(0, classes).Select(label => Name(report, label))];
        table.AddColumn(Column(gap, head));
        for (int seen = 0; seen < classes; seen++) table.AddColumn(Column(0, cell));
        if (isFull) table.AddColumn(Column(Gap, RightWidth));
        Add(Text.Empty, names.Select(name => ((Styled)$"[bold]{name}[/]").ToMarkup()), $"[grey]right[/]");
        int worst = report.Evaluation.WorstConfusion?.Count ?? 1;
        for (int label = 0; label < classes; label++)
        {
            int of = label, all = report.CountOf(label);
            Add(
                ((Styled)$"[bold]{names[label]}[/]").ToMarkup(),
                report.RowOf(label).Select((count, seen) =>
                    Cell(count, write?.Invoke(count) ?? $"{Math.Round(100.0 * count / all)}", of == seen, worst, screen.HasColor).ToMarkup()),
                $"[grey]{ClassAccuracy(report, label)}[/]");
        }

        return new Rows(((Styled)$"[grey]{title}[/]").ToMarkup(), table);

        void Add(IRenderable first, IEnumerable<IRenderable> cells, Styled last) => table.AddRow([first, .. cells, .. isFull ? [last.ToMarkup()] : (IRenderable[])[]]);
    }

    private static GridColumn Column(int gap, int width) =>
        new() { Alignment = Justify.Right, Padding = new Padding(gap, 0, 0, 0), NoWrap = true, Width = width };

    private static int CellWidth(EvaluationReport report) => Math.Max(4, Cells(report).Max(count => Format.Count(count).Length)) + 1;

    private static Styled Cell(int count, string shown, bool right, int worst, bool color)
    {
        if (count == 0) return $"[grey39]·[/]";
        if (right) return $"[green]{shown}[/]";
        if (!color) return Styled.Plain(shown);

        // The more often, the redder.
        int other = 190 - 160 * count / worst;
        return $"[rgb(255,{other},{other})]{shown}[/]";
    }

    /// <summary>With many classes: those mixed up most, a line each.</summary>
    private static IEnumerable<string> PairLines(EvaluationReport report)
    {
        return report.Evaluation.Confusions
            .Where(pair => pair.Label != pair.Prediction)
            .OrderByDescending(pair => pair.Count)
            .Take(MostClasses)
            .Select(pair => $"  {report.Model.ClassName(pair.Label)} read as {report.Model.ClassName(pair.Prediction)}: {Format.Times(pair.Count)}")
            .Prepend("Mixed up most:");
    }

    private static IEnumerable<int> Cells(EvaluationReport report) => report.Evaluation.Confusion.Cast<int>();

    private static string ClassAccuracy(EvaluationReport report, int label) =>
        report.AccuracyOf(label) is { } accuracy ? Format.Percent(accuracy) : "-";

    // Long names are cut, so that a few of them still fit a line.
    private static string Name(EvaluationReport report, int label) =>
        report.Model.ClassName(label) is { Length: > LongestName } name ? Printable.Name(name, LongestName - 1) : report.Model.ClassName(label);
}
