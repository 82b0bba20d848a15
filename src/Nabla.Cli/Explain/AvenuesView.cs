namespace Nabla.Cli;

/// <summary>Shows the three avenues of one neuron.</summary>
internal static class AvenuesView
{
    public static void Write(Page page, ExplainRun run, ExplainResult result)
    {
        var avenues = result.Avenues!;
        var layer = result.Layers![0];
        int l = avenues.Layer, j = avenues.Neuron;
        page.Heading($"Layer {l}, neuron {j}");
        double bias = avenues.Bias.Nudges[0].Value;
        page.Line($"z = Σ_k w_jk·a_k + b_j = {Format.Fixed(avenues.Z - bias)} {(bias < 0 ? "−" : "+")} {Format.Fixed(Math.Abs(bias))} = {Format.Fixed(avenues.Z)}");
        page.Line($"a = σ(z) = {Format.Fixed(avenues.Activation)}, σ′(z) = {Format.Fixed(layer.Slope[j])}, "
            + $"δ = ∂C/∂z = {Format.Signed(avenues.Delta)}");
        page.Line(avenues.Delta switch
        {
            < 0 => $"The cost falls when this neuron rises: {Direction.Of(1)} it.",
            > 0 => $"The cost falls when this neuron falls: {Direction.Of(-1)} it.",
            _ => (Styled)$"The cost does not answer to this neuron at all: nothing here moves.",
        });
        if (result.Wishes is [var wish]) WriteWish(page, run, wish, l);

        page.Heading("Three avenues, by their share of the squared gradient, the strongest first");
        foreach (var (name, formula, avenue) in new[]
        {
            ("bias", $"∂C/∂b_j = δ_j = {Format.Signed(avenues.Delta)}", avenues.Bias),
            ("weights", "∂C/∂w_jk = a_k·δ_j", avenues.Weights),
            ("activations before", "w_jk·δ_j, only a wish", avenues.Activations),
        }.OrderByDescending(way => way.Item3.Share))
        {
            page.Line($"  {name,-20}{Format.Percent(avenue.Share),8}  {Nabla.Cli.Bar.Of(avenue.Share, 16)}  [grey]{formula}[/]");
        }

        page.Heading("Its weights, in proportion to the activations they multiply");
        Nudges(page, avenues.Weights, "w_jk", "a_k", "∂C/∂w_jk", run.Top);
        var bright = avenues.Brightest;
        int before = avenues.Weights.Nudges.Count;
        string which = bright.Count <= 5 ? $" ({string.Join(", ", bright.Inputs)})" : "";
        page.Line($"Fire together, wire together: the brightest {Format.Count(bright.Count)} of {Format.Count(before)} neurons before{which} have "
            + $"{Format.Percent(bright.Share)} of all change of weights; {Format.Count(bright.Dark)} are dark, and their weights stay.");

        page.Heading("The activations before, in proportion to the weights");
        Nudges(page, avenues.Activations, "a_k", "w_jk", "w_jk·δ_j", run.Top);

        page.Heading("Taken: everything nudged by −ε·derivative, and the network run forward again");
        page.Columns(("ε", 7), ("promised ΔC", 15), ("measured ΔC", 15), ("bias alone", 13), ("weights", 13), ("activations", 13));
        foreach (var step in avenues.Steps)
        {
            page.Line($"{Format.Number(step.Size),7}{step.Promised,15:0.000000e+00}{step.Measured,15:0.000000e+00}"
                + $"{step.Bias,13:0.000e+00}{step.Weights,13:0.000e+00}{step.Activations,13:0.000e+00}");
        }
    }

    private static void WriteWish(Page page, ExplainRun run, Wish wish, int l)
    {
        page.Heading($"Who in layer {l + 1} wishes so: ∂C/∂a = Σ_i w_ij·δ_i = {Format.Signed(wish.Derivative)}");
        var delta = run.Explainer.Layers()[l].Delta;
        page.Columns(("neuron", 8), ("weight to it", 14), ("its δ", 12), ("share", 12));
        foreach (var (share, i) in wish.Shares.Select((share, i) => (share, i)).OrderByDescending(part => Math.Abs(part.share)).Take(run.Top))
        {
            page.Line($"{i,8}{Format.Fixed(run.Model.Network.Layers[l][i, wish.Neuron]),14}{Format.Signed(delta[i]),12}{Format.Signed(share),12}  "
                + $"{Direction.Of(-share)}");
        }

        page.More(run.Top, wish.Shares.Count);
    }

    private static void Nudges(Page page, Avenue avenue, string value, string factor, string derivative, int top)
    {
        page.Columns(("neuron k", 10), (factor, 10), (value + " now", 12), (derivative, 12));
        double most = Math.Abs(avenue.Nudges[0].Derivative);
        foreach (var nudge in avenue.Nudges.Take(top))
        {
            page.Line($"{nudge.Input,10}{Format.Fixed(nudge.Factor),10}{Format.Fixed(nudge.Value),12}{Format.Signed(nudge.Derivative),12}  "
                + $"{Direction.Of(-nudge.Derivative)} {Direction.Bar(-nudge.Derivative, most, 12)}");
        }

        page.More(top, avenue.Nudges.Count);
    }
}
