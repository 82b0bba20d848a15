namespace Nabla.Cli;

/// <summary>Shows one weight's chain of factors beside measured nudges.</summary>
internal static class ChainView
{
    public static void Write(Page page, ExplainRun run, ExplainResult result)
    {
        var chain = result.Chain!;
        var (l, j, k) = chain.Parameter;
        bool output = l == run.Explainer.Depth;
        page.Heading($"Weight from neuron {k} of layer {l - 1} to neuron {j} of layer {l}: w = {Format.Number(chain.Weight)}");
        page.Line($"  ∂z/∂w = a_k    {Format.Signed(chain.DZdW),14}   [grey]how fast the sum follows the weight: the activation before[/]");
        if (chain is { DAdZ: { } slope, DCdA: { } dCda })
        {
            page.Line($"  ∂a/∂z = σ′(z)  {Format.Signed(slope),14}   [grey]how fast the activation follows the sum[/]");
            page.Line($"  ∂C/∂a          {Format.Signed(dCda),14}   [grey]{(output ? "how fast the cost follows the output" : "the sum over all paths, below")}[/]");
        }
        else
        {
            page.Line($"  ∂C/∂z = δ      {Format.Signed(chain.DCdZ),14}   [grey]∂a/∂z and ∂C/∂a in one: every softmax output follows every sum[/]");
        }

        page.Line($"  ∂C/∂w, product [bold]{Format.Signed(chain.Product),14}[/]   "
            + $"{(chain.Product == 0 ? (Styled)$"nothing to gain here" : $"{Direction.Of(-chain.Product)} the weight to lower the cost")}");

        if (chain.DZdW == 0) page.Line($"The neuron before is dark, a_k = 0: whatever this weight is, nothing changes.");
        page.Heading("Measured: the weight nudged, the network run forward again");
        page.Columns(("Δw", 9), ("Δz", 12), ("Δa", 12), ("ΔC", 12), ("ΔC/Δw", 17), ("off by", 12));
        foreach (var nudge in chain.Nudges)
        {
            double off = Math.Abs(nudge.Ratio - chain.Product);
            page.Line($"{Format.Number(nudge.Size),9}{Format.Signed(nudge.DeltaZ),12}{Format.Signed(nudge.DeltaA),12}{Format.Signed(nudge.DeltaC),12}"
                + $"{nudge.Ratio,17:0.0000000e+00}{Format.Signed(off).TrimStart('+'),12}");
        }

        page.Line($"[grey]{"∂C/∂w",45}{chain.Product + 0,17:0.0000000e+00}[/]");
        if (chain.Paths.Count == 0) return;
        page.Heading($"Neuron {j} reaches the cost along {chain.Paths.Count} paths: ∂C/∂a_j = Σ_i w_ij·δ_i");
        page.Columns(("through", 9), ("w_ij", 10), ("δ_i", 12), ("w_ij·δ_i", 12));
        foreach (var path in chain.Paths.OrderByDescending(path => Math.Abs(path.Share)).Take(run.Top))
            page.Line($"{path.Neuron,9}{Format.Fixed(path.Weight),10}{Format.Signed(path.Delta),12}{Format.Signed(path.Share),12}");
        page.More(run.Top, chain.Paths.Count);
        page.Line($"{"sum of all",31}{Format.Signed(chain.Paths.Sum(path => path.Share)),12}");
    }
}
