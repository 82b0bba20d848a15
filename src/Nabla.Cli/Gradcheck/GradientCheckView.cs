namespace Nabla.Cli;

/// <summary>Shows how well backpropagation and finite differences agree.</summary>
internal static class GradientCheckView
{
    public static void Write(GradcheckResult result, Network network, Cost cost, Host host)
    {
        var page = new Page(host);
        string examples = result.Examples == 1 ? "one" : $"{Format.Count(result.Examples)}";
        page.Line(result.ChecksNothing
            ? (Styled)($"[bold red]This checks nothing[/]: all {Format.Count(result.Parameters)} derivatives are 0, and zeros agree whatever backpropagation does. "
                + $"Choose another example with --example, several with --examples, or a network that learns.")
            : result.Agrees ? (Styled)$"[bold green]Backpropagation is right[/]: all {Format.Count(result.Parameters)} derivatives agree with finite differences."
            : $"[bold red]Backpropagation and finite differences disagree[/] somewhere among {Format.Count(result.Parameters)} parameters.");
        page.Line($"Worst relative error: {Format.Number(result.WorstRelativeError)} (up to {Format.Number(result.Tolerance)} counts as agreement)");
        page.Line($"  at {result.Worst.ToString()}: by backpropagation {Format.Number(result.Computed)}, "
            + $"measured {Format.Number(result.Measured)}");
        page.Line($"[grey]network[/] {network.ToString()}");
        page.Line($"[grey]cost[/]    {result.CostFunction}, {cost.Formula}, over {examples} of the {result.Split} examples of {result.Data}");
        page.Line();
        page.Columns(("layer", 7), ("parameters", 12), ("worst relative error", 22), ("largest |∂C/∂θ|", 17));
        foreach (var layer in result.Layers)
        {
            page.Line($"{layer.Layer,7}{Format.Count(layer.Parameters),12}{Format.Number(layer.WorstRelativeError),22}"
                + $"{Format.Number(layer.LargestDerivative),17}{(layer.ChecksNothing ? "  nothing is checked here" : "")}");
        }
    }
}
