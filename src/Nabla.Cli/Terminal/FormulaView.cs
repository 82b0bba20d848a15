namespace Nabla.Cli;

/// <summary>Says of a person's own formula whether it holds.</summary>
internal static class FormulaView
{
    private static readonly (double Value, string Name)[] Fractions =
        [.. from below in Enumerable.Range(1, 6) from above in Enumerable.Range(1, 6) select ((double)above / below, below == 1 ? $"{above}" : $"{above}/{below}")];

    public static void Write(FormulaCheck check, Host host)
    {
        var page = new Page(host);
        string of = $"∂C/∂{check.Of}", setting = $"C = {Cost.Parse(check.Cost).PartFormula}, σ is {check.Activation}";
        page.Line($"{of} = {check.Formula}   [grey]{setting}[/]");
        page.Line();
        if (check.Holds)
        {
            page.Line($"[bold green]It holds[/] at all {check.Points} points (worst relative error {Format.Number(check.WorstRelativeError ?? 0)}).");
            return;
        }

        page.Line(check.Factor is { } factor
            ? (Styled)$"[bold orange1]It is off by a constant factor[/]: it gives {Named(factor)} times the right value everywhere.{Reason(check, factor)}"
            : check.Slip is { } slip ? (Styled)$"[bold red]It fails[/]: you wrote {slip.Written} where {slip.Meant} belongs."
            : $"[bold red]It fails.[/]");
        page.Line($"Right is {of} = {check.Right}");
        page.Line();
        var point = check.Worst;
        page.Line($"{(check.Factor is null ? "Where it fails worst:" : "For example:")}");
        page.Line($"  w = {Format.Fixed(point.W)}, b = {Format.Fixed(point.B)}, a' = {Format.Fixed(point.Previous)}, y = {Format.Fixed(point.Y)}, "
            + $"so z = {Format.Fixed(point.Z)}, a = σ(z) = {Format.Fixed(point.A)}");
        page.Line($"  your formula   {(point.Value is { } value ? Format.Signed(value) : "has no value")}");
        page.Line($"  measured       {Format.Signed(point.Measured)}");
    }

    private static string Named(double factor) =>
        (factor < 0 ? "-" : "") + (Fractions.FirstOrDefault(known => Math.Abs(known.Value - Math.Abs(factor)) < 1e-6).Name ?? Format.Number(Math.Abs(factor)));

    private static string Reason(FormulaCheck check, double factor)
    {
        factor = Math.Round(factor, 6);
        if (factor == -1) return " Only its sign is turned: y − a for a − y?";
        double own = Cost.Parse(check.Cost).Derivative(1.0, 0.0);
        return Cost.All.FirstOrDefault(cost => cost.OutputActivation is null && cost.Derivative(1.0, 0.0) == factor * own) is { } other
            ? $" It is right for the cost {other.PartFormula} (--cost {other.Name})." : "";
    }
}
