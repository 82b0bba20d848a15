namespace Nabla.Cli;

/// <summary>Shows which parameters matter most.</summary>
internal static class SensitivityView
{
    public static void Write(SensitivityResult result, Cost cost, Host host)
    {
        var page = new Page(host);
        var sensitivity = result.Sensitivity;
        page.Line($"The gradient of the cost of {Format.Count(sensitivity.Examples)} {result.Split} examples of {result.Data}");
        page.Line($"C = {Format.Number(sensitivity.Cost)}   [grey]{result.CostFunction} cost, {cost.Formula}[/]");
        page.Line($"‖∇C‖ = {Format.Number(sensitivity.Length)}   [grey]its length, over {Format.Count(sensitivity.Parameters)} parameters[/]");

        page.Heading("−∇C as a column: which parameters matter most now, and which way they should go");
        page.Columns(("rank", 6), ("parameter", 15), ("value", 11), ("−∂C/∂θ", 12));
        var strongest = sensitivity.Strongest;
        double most = strongest.Count == 0 ? 0 : Math.Abs(strongest[0].Derivative);
        for (int i = 0; i < strongest.Count; i++)
        {
            var (parameter, value, derivative) = strongest[i];
            page.Line($"{i + 1,6}{parameter.ToString().PadLeft(15)}{Format.Fixed(value),11}{Format.Signed(-derivative),12}  "
                + $"{Direction.Of(-derivative)} {Direction.Bar(-derivative, most, 16)}");
        }

        page.Line($"[grey]w[[l,j,k]] leads from neuron k of layer l−1 to neuron j of layer l; b[[l,j]] is a bias. The input is layer 0.[/]");

        page.Heading("By layer");
        page.Columns(("layer", 7), ("parameters", 12), ("mean |∂C/∂θ|", 15), ("largest", 13), ("length", 12), ("part of ‖∇C‖²", 16), ("still", 8));
        foreach (var layer in sensitivity.Layers)
        {
            page.Line($"{layer.Layer,7}{Format.Count(layer.Parameters),12}{Format.Number(layer.Mean),15}{Format.Number(layer.Largest),13}"
                + $"{Format.Number(layer.Length),12}{Format.Percent(layer.Share),16}{Format.Count(layer.Still),8}");
        }

        page.Line($"[grey]Still: derivatives of exactly zero, such as by the weights of pixels that are dark in every image.[/]");
    }
}
