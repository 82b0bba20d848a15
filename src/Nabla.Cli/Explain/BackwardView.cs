namespace Nabla.Cli;

/// <summary>Shows the network run backward, each neuron an amplifier.</summary>
internal static class BackwardView
{
    private const int UsualNeurons = 20;

    public static void Write(Page page, ExplainRun run, ExplainResult result)
    {
        page.Heading("The backward network: ∂C/∂w = (input of the weight, forward) × (∂C/∂z, backward)");
        page.Line($"[grey]Every neuron is an amplifier; its gain σ′(z) was fixed by the forward pass.[/]");
        foreach (var layer in result.Backward!.Layers)
        {
            string arrives = layer.Layer == run.Explainer.Depth ? "the cost's derivative arrives" : $"through the transposed weights of layer {layer.Layer + 1}, "
                + $"{result.Sizes[layer.Layer]}×{result.Sizes[layer.Layer + 1]}";
            page.Heading($"Layer {layer.Layer}: {arrives}");
            if (layer.Gains is null) page.Line($"[grey]The signal begins with ∂C/∂z = δ, as one.[/]");
            page.Columns(("neuron", 8), ("in: ∂C/∂a", 14), ("gain σ′(z)", 13), ("out: ∂C/∂z", 14));
            int all = layer.Outgoing.Count, most = Math.Max(UsualNeurons, run.Top);
            foreach (int j in Enumerable.Range(0, all).OrderByDescending(j => all > most ? Math.Abs(layer.Outgoing[j]) : -j).Take(most))
            {
                page.Line($"{j,8}{(layer.Incoming is { } incoming ? Format.Signed(incoming[j]) : ""),14}"
                    + $"{(layer.Gains is { } gains ? Format.Fixed(gains[j]) : ""),13}{Format.Signed(layer.Outgoing[j]),14}");
            }

            page.More(most, all);
            if (layer.Gains is { } all2) page.Line($"[grey]Mean gain {Format.Number(all2.Average())}.[/]");
        }

        Check(page, run, result.Backward!);
    }

    // One weight a layer, the strongest, with both passes' factors.
    private static void Check(Page page, ExplainRun run, BackwardNetwork backward)
    {
        page.Heading("Forward times backward, for the strongest weight of each layer");
        page.Columns(("weight", 14), ("input a_k", 12), ("∂C/∂z_j", 13), ("product", 13), ("measured", 15));
        foreach (var layer in backward.Layers)
        {
            int j = Enumerable.Range(0, layer.Outgoing.Count).MaxBy(neuron => Math.Abs(layer.Outgoing[neuron]));
            int k = run.Explainer.Avenues(layer.Layer, j).Brightest.Inputs[0];
            var chain = run.Explainer.Chain(layer.Layer, j, k);
            page.Line($"{chain.Parameter.ToString().PadLeft(14)}{Format.Fixed(chain.DZdW),12}{Format.Signed(layer.Outgoing[j]),13}"
                + $"{Format.Signed(chain.DZdW * layer.Outgoing[j]),13}{Format.Signed(chain.Nudges[^1].Ratio),15}");
        }
    }
}
