using Spectre.Console;
using Spectre.Console.Rendering;

namespace Nabla.Cli;

/// <summary>How often each class was taken for each: a row a class, a column a prediction.</summary>
internal static class ConfusionMatrix
{
    private const int MostClasses = 20;
    private const int LongestName = 12;
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

    /// <summary>As a table for a terminal.</summary>
    public static IRenderable Table(EvaluationReport report, Screen screen)
    {
        int classes = report.Model.Network.Outputs;
        if (classes > MostClasses) return new Rows(PairLines(report).Select(line => new Text(line)));

        var table = new Grid();
        string[] names = [.. Enumerable.Range(0, classes).Select(label => Name(report, label))];
        int longest = names.Max(name => name.Length);
        table.AddColumn(Column(2, Math.Max(3, longest)));
        for (int seen = 0; seen < classes; seen++) table.AddColumn(Column(0, Math.Max(longest + 1, CellWidth(report))));
        table.AddColumn(Column(2, 7));
        var numbers = Enumerable.Range(0, classes).Select(seen => ((Styled)$"[bold]{names[seen]}[/]").ToMarkup());
        table.AddRow([Text.Empty, .. numbers, ((Styled)$"[grey]right[/]").ToMarkup()]);
        int worst = report.Evaluation.WorstConfusion?.Count ?? 1;
        for (int label = 0; label < classes; label++)
        {
            int of = label;
            table.AddRow(
            [
                ((Styled)$"[bold]{names[label]}[/]").ToMarkup(),
                .. report.RowOf(label).Select((count, seen) => (IRenderable)Cell(count, of == seen, worst, screen.HasColor).ToMarkup()),
                ((Styled)$"[grey]{ClassAccuracy(report, label)}[/]").ToMarkup(),
            ]);
        }

        return new Rows(((Styled)$"[grey]{Title}[/]").ToMarkup(), table);
    }

    private static GridColumn Column(int gap, int width) =>
        new() { Alignment = Justify.Right, Padding = new Padding(gap, 0, 0, 0), NoWrap = true, Width = width };

    private static int CellWidth(EvaluationReport report) => Math.Max(4, Cells(report).Max(count => Format.Count(count).Length)) + 1;

    private static Styled Cell(int count, bool right, int worst, bool color)
    {
        if (count == 0) return $"[grey39]·[/]";
        if (right) return $"[green]{Format.Count(count)}[/]";
        if (!color) return Styled.Plain(Format.Count(count));

        // The more often, the redder.
        int other = 190 - 160 * count / worst;
        return $"[rgb(255,{other},{other})]{Format.Count(count)}[/]";
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
