namespace Nabla.Cli;

/// <summary>Shows a descent: what was descended and how, the way as a table, and what it came to.</summary>
internal static class DescentView
{
    public static void WriteHead(DescendSettings settings, Host host)
    {
        var f = settings.Function;
        string variables = string.Join(", ", f.Variables);
        host.Out.WriteLine($"{(f.Name == f.Formula ? "" : $"{f.Name}: ")}f({variables}) = {f.Formula}");
        for (int i = 0; i < f.Variables.Count; i++) host.Out.WriteLine($"  ∂f/∂{f.Variables[i]} = {f.GradientFormulas[i]}");
        var options = settings.Descent;
        host.Out.WriteLine(options.FixedStep is { } step
            ? $"Every step is {Format.Number(step)} long, straight down the slope."
            : $"Every step is −{Format.Number(options.LearningRate)} times the gradient"
                + $"{(options.Momentum > 0 ? $", and {Format.Number(options.Momentum)} of the step before" : "")}.");
    }

    public static void Write(DescentResult result, int rows, Host host)
    {
        host.Out.WriteLine();
        var table = new List<string[]> { Heads(result.Variables) };
        table.AddRange(Chosen(result.Steps.Count, rows).Select(i => Row(result.Steps[i])));
        int[] widths = [.. table[0].Select((_, column) => table.Max(row => row[column].Length))];
        foreach (string[] row in table) host.Out.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadLeft(widths[column]))).TrimEnd());
        host.Out.WriteLine(result.Verdict().In(host.Language));
    }

    public static void Write(Basins basins, Host host)
    {
        host.Out.WriteLine();
        host.Out.WriteLine("Which start leads where:");
        if (basins.Intervals is { } intervals)
        {
            foreach (var (from, to, minimum) in intervals)
                host.Out.WriteLine($"  {Format.Number(from),9} to {Format.Number(to),9}  {Goal(basins, minimum)}");
            return;
        }

        foreach (var group in basins.Reached.GroupBy(minimum => minimum).OrderByDescending(group => group.Count()))
            host.Out.WriteLine($"  {Format.Percent((double)group.Count() / basins.Reached.Count),7} of the starts  {Goal(basins, group.Key)}");
    }

    private static string Goal(Basins basins, int? minimum) => minimum is { } k
        ? $"to the {(basins.Minima[k].IsGlobal ? "global" : "local")} minimum at {Format.Point(basins.Minima[k].Position)}"
        : "to none";

    private static string[] Heads(IReadOnlyList<string> variables) =>
    [
        "step", .. variables, "f", .. variables.Select(name => $"∂f/∂{name}"), .. variables.Count == 1 ? [] : new[] { "slope" }, "step's length",
        .. variables.Count == 1 ? [] : new[] { "importance" },
    ];

    private static string[] Row(DescentStep step)
    {
        bool isPlane = step.Position.Count == 2;
        return
        [
            Format.Count(step.Step), .. step.Position.Select(Short), Short(step.Value), .. step.Gradient.Select(Short),
            .. isPlane ? [Short(step.Slope)] : Array.Empty<string>(), step.Move is { } move ? Short(move) : "",
            .. isPlane ? [step.Importance is { } parts ? string.Join(" : ", parts.Select(part => $"{100 * part:F0}%")) : ""] : Array.Empty<string>(),
        ];
    }

    private static string Short(double number) => number.ToString("G5", System.Globalization.CultureInfo.InvariantCulture);

    // The first steps are the long ones, so more of them are shown; the last always.
    private static IEnumerable<int> Chosen(int count, int rows) => count <= rows
        ? Enumerable.Range(0, count)
        : Enumerable.Range(0, rows).Select(k => Math.Max(k, (int)Math.Round((count - 1) * Math.Pow((double)k / (rows - 1), 2))));
}
