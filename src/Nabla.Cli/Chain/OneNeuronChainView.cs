namespace Nabla.Cli;

/// <summary>Shows a chain of single neurons: forward, backward, and measured.</summary>
internal static class OneNeuronChainView
{
    public static void Write(OneNeuronChain chain, Cost cost, Page page)
    {
        page.Line($"[bold]C₀ = {Format.Number(chain.Cost)}[/]   input {Format.Number(chain.Input)}, target y = {Format.Number(chain.Target)}   "
            + $"[grey]{cost.Name} cost, {cost.PartFormula}, so ∂C/∂a = {cost.DerivativeFormula}[/]");
        page.Heading("Forward: z = w·a' + b, a = σ(z)");
        page.Columns(("layer", 7), ("w", 12), ("a'", 12), ("b", 12), ("z", 12), ("a", 12));
        for (int l = 0; l < chain.Links.Count; l++)
        {
            var link = chain.Links[l];
            page.Line($"{l + 1,7}{Format.Signed(link.Weight),12}{Format.Signed(link.Previous),12}{Format.Signed(link.Bias),12}"
                + $"{Format.Signed(link.Z),12}{Format.Signed(link.A),12}");
        }

        page.Heading("Backward: ∂C/∂w = a' · σ′(z) · ∂C/∂a, ∂C/∂b = 1 · σ′(z) · ∂C/∂a, ∂C/∂a' = w · σ′(z) · ∂C/∂a");
        page.Columns(("layer", 7), ("∂z/∂w = a'", 12), ("σ′(z)", 12), ("∂C/∂a", 12), ("∂C/∂w", 12), ("∂C/∂b", 12), ("∂C/∂a'", 12));
        for (int l = chain.Links.Count - 1; l >= 0; l--)
        {
            var link = chain.Links[l];
            page.Line($"{l + 1,7}{Format.Signed(link.DZdW),12}{Format.Signed(link.DAdZ),12}{Format.Signed(link.DCdA),12}"
                + $"[bold]{Format.Signed(link.DCdW),12}[/]{Format.Signed(link.DCdB),12}{Format.Signed(link.DCdPrevious),12}");
        }

        if (cost.OutputActivation is { } joined)
        {
            var last = chain.Links[^1];
            page.Line($"With {joined} two factors of the last layer make one: σ′(z) · ∂C/∂a = a − y = {Format.Signed(last.A - chain.Target)}.");
        }

        page.Heading($"Measured: nudges of layer {chain.Links.Count}, and the cost run forward again");
        page.Columns(("nudged", 8), ("by", 9), ("Δz", 12), ("Δa", 12), ("ΔC", 12), ("ΔC ÷ nudge", 17), ("derivative", 17));
        foreach (var (symbol, derivative, nudge) in chain.Nudges.OrderBy(nudge => nudge.Symbol.Length).ThenByDescending(nudge => nudge.Symbol, StringComparer.Ordinal))
        {
            page.Line($"{symbol,8}{Format.Number(nudge.Size),9}{Format.Signed(nudge.DeltaZ),12}{Format.Signed(nudge.DeltaA),12}{Format.Signed(nudge.DeltaC),12}"
                + $"{nudge.Ratio,17:0.0000000e+00}{derivative,17:0.0000000e+00}");
        }
    }
}
