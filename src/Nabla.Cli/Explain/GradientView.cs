namespace Nabla.Cli;

/// <summary>Shows the negative gradient of one example as a column beside the parameters.</summary>
internal static class GradientView
{
    private const int UsualParameters = 20;

    public static void Write(Page page, ExplainRun run, ExplainResult result)
    {
        var all = result.Gradient!;
        int most = Math.Max(UsualParameters, run.Top);
        var bySize = all.OrderByDescending(one => Math.Abs(one.Derivative)).ToList();
        var shown = all.Count <= most ? all : [.. bySize.Take(most)];
        double largest = Math.Abs(bySize[0].Derivative), smallest = Math.Abs(bySize[shown.Count - 1].Derivative);
        page.Heading($"−∇C as a column{(all.Count > most ? ", the components that matter most first" : "")}: its sign says which way, its size how much it matters");
        page.Columns(("parameter", 15), ("value", 11), ("−∂C/∂θ", 12));
        foreach (var (parameter, value, derivative) in shown)
        {
            page.Line($"{parameter.ToString().PadLeft(15)}{Format.Fixed(value),11}{Format.Signed(-derivative),12}  "
                + $"{Direction.Of(-derivative)} {Direction.Bar(-derivative, largest, 16)}");
        }

        page.More(most, all.Count);
        if (smallest > 0)
        {
            page.Line($"A small nudge of {bySize[0].Parameter} matters {Format.Number(largest / smallest)} times as much as the same nudge of "
                + $"{bySize[shown.Count - 1].Parameter}.");
        }

        page.Line($"‖∇C‖ = {Format.Number(Math.Sqrt(all.Sum(one => one.Derivative * one.Derivative)))}   [grey]its length, over {Format.Count(all.Count)} parameters[/]");
        page.Line($"[grey]w[[l,j,k]] leads from neuron k of layer l−1 to neuron j of layer l; b[[l,j]] is a bias. The input is layer 0.[/]");
    }
}
