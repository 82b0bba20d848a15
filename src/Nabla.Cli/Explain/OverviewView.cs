namespace Nabla.Cli;

/// <summary>Shows one example whole: what each output wants, and every layer's numbers.</summary>
internal static class OverviewView
{
    private const int UsualNeurons = 20;

    public static void Write(Page page, ExplainRun run, ExplainResult result)
    {
        page.Heading("What each output wants, the strongest wish first");
        bool joined = run.Cost.OutputActivation is not null;
        page.Columns(("output", 8), ("a", 10), ("y", 8), ("part of C₀", 13), (joined ? "−∂C/∂z" : "−∂C/∂a", 13));
        var changes = result.DesiredChanges!;
        int shown = Math.Max(UsualNeurons, run.Top);
        foreach (var change in changes.Take(shown))
        {
            double wish = joined ? change.SumChange : change.Change ?? 0;
            page.Line($"{change.Output,8}{Format.Fixed(change.Activation),10}{Format.Number((float)change.Target),8}{Format.Fixed(change.CostPart),13}"
                + $"{Format.Signed(wish),13}  {Direction.Of(wish)} {Direction.Bar(wish, Largest(changes, joined), 16)}");
        }

        page.More(shown, changes.Count);
        foreach (var layer in result.Layers!) WriteLayer(page, layer, run);
        WriteNext(page, run, result);
    }

    /// <summary>One layer's numbers, of many neurons those with the largest errors.</summary>
    public static void WriteLayer(Page page, LayerValues layer, ExplainRun run)
    {
        int all = layer.Z.Count, most = Math.Max(UsualNeurons, run.Top);
        page.Heading($"Layer {layer.Layer}{(layer.Layer == run.Explainer.Depth ? ", the output" : "")}: {Format.Count(all)} {layer.Activation} "
            + $"neuron{(all == 1 ? "" : "s")}{(all > most ? ", those with the largest |δ|" : "")}");
        page.Columns(("neuron", 8), ("z", 10), ("a = σ(z)", 10), ("σ′(z)", 10), ("∂C/∂a", 12), ("δ = ∂C/∂z", 12));
        var shown = Enumerable.Range(0, all);
        if (all > most) shown = shown.OrderByDescending(j => Math.Abs(layer.Delta[j])).Take(most);
        double largest = layer.Delta.Max(Math.Abs);
        foreach (int j in shown)
        {
            page.Line($"{j,8}{Format.Fixed(layer.Z[j]),10}{Format.Fixed(layer.A[j]),10}{Format.Fixed(layer.Slope[j]),10}"
                + $"{(layer.DCdA[j] is { } dCda ? Format.Signed(dCda) : "infinite"),12}{Format.Signed(layer.Delta[j]),12}  "
                + $"{Direction.Bar(-layer.Delta[j], largest, 12)}");
        }

        page.More(most, all);
    }

    private static double Largest(IReadOnlyList<DesiredChange> changes, bool joined) =>
        changes.Max(change => Math.Abs(joined ? change.SumChange : change.Change ?? 0));

    private static void WriteNext(Page page, ExplainRun run, ExplainResult result)
    {
        int depth = run.Explainer.Depth, output = result.DesiredChanges![0].Output;
        var strongest = run.Explainer.Avenues(depth, output).Weights.Nudges[0].Input;
        page.Heading("Ask next (the input is layer 0; neurons are counted from 0)");
        Next($"--layer {depth} --neuron {output}", "the three avenues of the output that wants most");
        Next($"--layer {depth}", $"what that layer wishes of layer {depth - 1}");
        Next($"--weight {depth},{output},{strongest}", "one weight's chain of factors, beside measured nudges");
        Next("--equations", "Wa + b, σ and the four equations with these numbers");
        Next("--gradient", "−∇C as a column, the parameters that matter most first");
        Next("--backward", "the network run backward");
        if (run.Chosen.Arguments.StartsWith("--example", StringComparison.Ordinal)) Next("--examples 0..9", "the average over ten examples");

        void Next(string option, string does)
        {
            string chosen = option.StartsWith("--examples", StringComparison.Ordinal)
                ? string.Join(' ', run.Chosen.Arguments.Split(' ').Skip(2).Prepend("")).TrimEnd()
                : $" {run.Chosen.Arguments}";
            page.Line($"  {page.Command} explain {$"{Shell.Quote(run.Model.Argument)}{chosen}"} {option}  [grey]# {does}[/]");
        }
    }
}
