namespace Nabla.Cli;

/// <summary>Shows one layer: its numbers, and what it wishes of the layer before.</summary>
internal static class LayerView
{
    public static void Write(Page page, ExplainRun run, ExplainResult result)
    {
        var layer = result.Layers![0];
        OverviewView.WriteLayer(page, layer, run);
        string before = layer.Layer == 1 ? "the input" : $"layer {layer.Layer - 1}";
        page.Heading($"What it wishes of {before}: ∂C/∂a_k = Σ_j w_jk·δ_j, the strongest first");
        var wishes = result.Wishes!.OrderByDescending(wish => Math.Abs(wish.Derivative)).ToList();
        page.Columns(("neuron", 8), ("a_k", 10), ("∂C/∂a_k", 12), ("", 24), ("of which by neuron", 20));
        double most = Math.Abs(wishes[0].Derivative);
        foreach (var wish in wishes.Take(run.Top))
        {
            string shares = string.Join(", ", wish.Shares.Select((share, j) => (share, j)).OrderByDescending(part => Math.Abs(part.share)).Take(3)
                .Select(part => $"{part.j}: {Format.Signed(part.share)}"));
            string bar = Nabla.Cli.Bar.Of(most == 0 ? 0 : Math.Abs(wish.Derivative) / most, 12);
            page.Line($"{wish.Neuron,8}{Format.Fixed(wish.Activation),10}{Format.Signed(wish.Derivative),12}  {Direction.Of(-wish.Derivative)} {bar}  [grey]{shares}[/]");
        }

        page.More(run.Top, wishes.Count);
        if (layer.Layer > 1) page.Line($"[grey]Times σ′(z) these are the errors δ of layer {layer.Layer - 1}, which then wishes of the layer before it.[/]");
    }
}
