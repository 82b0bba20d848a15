namespace Nabla.Cli;

/// <summary>What every explanation of an example begins with.</summary>
internal static class ExplainHead
{
    public static void Write(Page page, ExplainRun run, ExplainResult result)
    {
        double a = run.Explainer.Layers()[^1].A[result.Prediction];
        var verdict = result.Prediction == result.Label ? (Styled)$"[green]✓[/]" : $"[red]✗[/]";
        page.Line($"{result.Input}: it is [bold]{result.Label}[/], the network sees [bold]{result.Prediction}[/] "
            + $"[grey]({Format.Percent(a)})[/] {verdict}");
        page.Line($"C₀ = {Format.Number(result.Cost)}   [grey]{run.Cost.Name} cost, {run.Cost.Formula}"
            + $"{(Slope(run.Cost) is { } slope ? $", so ∂C/∂a = {slope}" : "")}[/]");
    }

    private static string? Slope(Cost cost) => cost.Name switch
    {
        "quadratic" => "2(a − y)",
        "half-quadratic" => "a − y",
        "cross-entropy" => "−y/a, and with softmax ∂C/∂z = a − y",
        "binary-cross-entropy" => "(a − y)/(a(1 − a)), and with sigmoid ∂C/∂z = a − y",
        _ => null,
    };
}
