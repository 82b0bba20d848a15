using Spectre.Console;

namespace Nabla.Cli;

/// <summary>Shows the averaging table of a mini-batch.</summary>
internal static class AveragingView
{
    // From this cosine on, a mini-batch's gradient is called a good approximation; and a step that is early in any run of the lectures' network.
    private const double Good = 0.5;
    private const int EarlyStep = 10;

    public static void Write(AveragingResult result, Cost cost, Host host)
    {
        var page = new Page(host);
        var table = result.Table;
        int columns = Math.Clamp((host.OutScreen.Width - 37) / 11, 1, table.Examples.Count);
        bool cut = columns < table.Examples.Count;
        if (result.Step is { } step) page.Line($"[grey]The network as it was after step {Format.Count(step)}[/]");
        page.Line($"{Format.Count(table.Examples.Count)} examples of {result.Data} ({result.Split}), {result.CostFunction} cost "
            + $"{cost.Formula}: each has its own wish for every parameter, ∂C₀/∂θ; the mean is the mini-batch's gradient.");
        page.Line();
        page.Columns([("example", 13), .. table.Examples.Take(columns).Select(i => ($"{i}", 11)), (cut ? "…" : "", 2), ("mean", 11), ("of all", 11)]);
        page.Columns([("it is", 13), .. table.Labels.Take(columns).Select(label => ($"{label}", 11))]);
        foreach (var row in table.Rows)
        {
            page.Line($"{row.Parameter.ToString().PadLeft(13)}{string.Concat(row.Derivatives.Take(columns).Select(x => Format.Signed(x).PadLeft(11)))}"
                + $"{(cut ? "…" : ""),2}[bold]{Format.Signed(row.Mean),11}[/]{Format.Signed(row.Full),11}");
        }

        page.Line($"[grey]{"cosine",13}{string.Concat(table.ExampleCosines.Take(columns).Select(Cosine))}{(cut ? "…" : ""),2}{Cosine(table.Cosine)}[/]");
        page.Line();
        page.Line($"The {table.Rows.Count} parameters of {Format.Count(table.Means.Count)} with the largest means are shown; a step moves each by −η times its mean.");
        page.Line($"The mean is the gradient that the trainer uses: largest difference {Format.Number(table.LargestDifference)}.");
        page.Line(table.Cosine is { } cosine
            ? (Styled)($"It points along the gradient of all {Format.Count(table.FullExamples)} examples with a cosine of [bold]{Format.Fixed(cosine)}[/]; "
                + $"one example alone on average with {Format.Fixed(table.ExampleCosines.Average() ?? 0)} (1: the same direction, 0: at right angles).")
            : $"Its gradient or that of all examples is zero, so there is no angle between them.");
        page.Line($"Of the {table.Mattering} parameters that matter most to all examples, its step moves {table.SameSigns} the right way.");
        if (table.Cosine < Good) WriteWhy(page, result);
        page.Line($"[grey]Lengths of the two gradients: {Format.Number(table.Length)} and {Format.Number(table.FullLength)}.[/]");
    }

    // Later in training most examples are read right and want next to nothing; a few want all that is left.
    private static void WriteWhy(Page page, AveragingResult result)
    {
        var table = result.Table;
        double all = table.Costs.Sum();
        int[] dearest = [.. Enumerable.Range(0, table.Costs.Count).OrderByDescending(e => table.Costs[e])];
        int needed = 1;
        while (needed < dearest.Length && dearest.Take(needed).Sum(e => table.Costs[e]) < all / 2) needed++;
        double share = all == 0 ? 0 : dearest.Take(needed).Sum(e => table.Costs[e]) / all;
        page.Line($"Why it points elsewhere: {(needed == 1 ? $"example {table.Examples[dearest[0]]} alone has" : $"{needed} of them have")} {Format.Percent(share)} of the "
            + $"mini-batch's cost, and its gradient is about {(needed == 1 ? "that one" : "those")}, not about what all examples have in common.");
        if (result.Step is null or > EarlyStep)
            page.Line($"Early in training the examples still agree: {(result.Step is null ? "of a run, " : "")}try --step {EarlyStep}; more examples help too.");
    }

    private static string Cosine(double? cosine) => (cosine is { } number ? Format.Fixed(number) : "-").PadLeft(11);
}
