using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Nabla.Cli;

/// <summary>How often each class was taken for each: a row a class, a column a prediction.</summary>
internal static class ConfusionMatrix
{
    private const int MostClasses = 20;
    private const string Title = "what it is ↓  what was read →";

    /// <summary>As aligned text.</summary>
    public static IEnumerable<string> Lines(EvaluationReport report)
    {
        int classes = report.Model.Network.Outputs;
        if (classes > MostClasses) return PairLines(report);
        int width = Math.Max(3, Cells(report).Max(count => Format.Count(count).Length)) + 1;
        return Enumerable.Range(0, classes)
            .Select(label => $"{label,4}" + string.Concat(Row(report, label).Select(count => (count == 0 ? "." : Format.Count(count)).PadLeft(width))) + $"  {ClassAccuracy(report, label),7}")
            .Prepend("    " + string.Concat(Enumerable.Range(0, classes).Select(seen => Invariant(seen).PadLeft(width))) + "    right")
            .Prepend($"Confusion ({Title}):");
    }

    /// <summary>As a table for a terminal.</summary>
    public static IRenderable Table(EvaluationReport report, Screen screen)
    {
        int classes = report.Model.Network.Outputs;
        if (classes > MostClasses) return new Rows(PairLines(report).Select(line => new Text(line)));

        var table = new Grid();
        table.AddColumn(Column(2, 3));
        for (int seen = 0; seen < classes; seen++) table.AddColumn(Column(0, CellWidth(report)));
        table.AddColumn(Column(2, 7));
        table.AddRow([Text.Empty, .. Enumerable.Range(0, classes).Select(seen => new Markup($"[bold]{seen}[/]")), new Markup("[grey]right[/]")]);
        int worst = Math.Max(1, Enumerable.Range(0, classes).Max(label => Row(report, label).Where((_, seen) => seen != label).DefaultIfEmpty().Max()));
        for (int label = 0; label < classes; label++)
        {
            int of = label;
            table.AddRow(
            [
                new Markup($"[bold]{label}[/]"),
                .. Row(report, label).Select((count, seen) => (IRenderable)new Markup(Cell(count, of == seen, worst, screen.HasColor))),
                new Markup($"[grey]{ClassAccuracy(report, label)}[/]"),
            ]);
        }

        return new Rows(new Markup($"[grey]{Title}[/]"), table);
    }

    private static GridColumn Column(int gap, int width) =>
        new() { Alignment = Justify.Right, Padding = new Padding(gap, 0, 0, 0), NoWrap = true, Width = width };

    private static int CellWidth(EvaluationReport report) => Math.Max(4, Cells(report).Max(count => Format.Count(count).Length)) + 1;

    private static string Cell(int count, bool right, int worst, bool color)
    {
        if (count == 0) return "[grey39]·[/]";
        if (right) return $"[green]{Format.Count(count)}[/]";
        if (!color) return Format.Count(count);

        // The more often, the redder.
        int other = 190 - 160 * count / worst;
        return $"[rgb(255,{other},{other})]{Format.Count(count)}[/]";
    }

    /// <summary>With many classes: those mixed up most, a line each.</summary>
    private static IEnumerable<string> PairLines(EvaluationReport report)
    {
        int classes = report.Model.Network.Outputs;
        return Enumerable.Range(0, classes)
            .SelectMany(label => Enumerable.Range(0, classes).Where(seen => seen != label).Select(seen => (label, seen, Count: report.Evaluation.Confusion[label, seen])))
            .Where(pair => pair.Count > 0)
            .OrderByDescending(pair => pair.Count)
            .Take(MostClasses)
            .Select(pair => $"  {pair.label} read as {pair.seen}: {Format.Times(pair.Count)}")
            .Prepend("Mixed up most:");
    }

    private static IEnumerable<int> Row(EvaluationReport report, int label) =>
        Enumerable.Range(0, report.Model.Network.Outputs).Select(seen => report.Evaluation.Confusion[label, seen]);

    private static IEnumerable<int> Cells(EvaluationReport report) => report.Evaluation.Confusion.Cast<int>();

    private static string ClassAccuracy(EvaluationReport report, int label) => report.AccuracyOf(label) is { } accuracy ? Format.Percent(accuracy) : "-";

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
