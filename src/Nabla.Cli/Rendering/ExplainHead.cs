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
            + $", so ∂C/∂a = {run.Cost.DerivativeFormula}{(run.Cost.OutputActivation is { } joined ? $", and with {joined} ∂C/∂z = a − y" : "")}[/]");
    }
}
